namespace BotCoach.Coaching;

/// <summary>
/// The people behind the figures of one measure and week that are shown, and whether one figure more could be taken apart
/// with them until a handful of people is left.
/// </summary>
/// <remarks>
/// Looked at are two figures that share people, and one with all those that lie within it together. Sums and differences
/// of more figures leave more noise than they tell; see <see cref="CellNoise"/>.
/// </remarks>
internal sealed class ShownPeople
{
    private readonly Dictionary<string, List<Shown>> _ofPerson = new(StringComparer.Ordinal);

    /// <summary>Adds the people of a figure, unless showing it would leave a handful of somebody.</summary>
    /// <returns>Whether it may be shown.</returns>
    public bool TryAdd(IReadOnlyCollection<string> people)
    {
        var shared = Shared(people);
        HashSet<string> inside = new(StringComparer.Ordinal);
        foreach (var (other, both) in shared)
        {
            if (Publication.IsFew(people.Count - both) || Publication.IsFew(other.People.Count - both))
            {
                return false;
            }

            if (both == other.People.Count && both < people.Count)
            {
                inside.UnionWith(other.People);
            }

            if (both == people.Count && Publication.IsFew(other.People.Count - other.Inside.Count - people.Count(person => !other.Inside.Contains(person))))
            {
                return false;
            }
        }

        if (inside.Count > 0 && Publication.IsFew(people.Count - inside.Count))
        {
            return false;
        }

        Keep(people, inside, shared);
        return true;
    }

    private Dictionary<Shown, int> Shared(IReadOnlyCollection<string> people)
    {
        Dictionary<Shown, int> shared = [];
        foreach (var person in people)
        {
            foreach (var other in _ofPerson.GetValueOrDefault(person) ?? [])
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }
        }

        return shared;
    }

    private void Keep(IReadOnlyCollection<string> people, HashSet<string> inside, Dictionary<Shown, int> shared)
    {
        var added = new Shown(people, inside);
        foreach (var person in people)
        {
            if (!_ofPerson.TryGetValue(person, out var figures))
            {
                _ofPerson.Add(person, figures = []);
            }

            figures.Add(added);
        }

        foreach (var (other, _) in shared.Where(other => other.Value == people.Count && other.Value < other.Key.People.Count))
        {
            other.Inside.UnionWith(people);
        }
    }

    // Who stands behind a figure, and those of them who also stand behind another one that lies within it.
    private sealed class Shown(IReadOnlyCollection<string> people, HashSet<string> inside)
    {
        public IReadOnlyCollection<string> People { get; } = people;

        public HashSet<string> Inside { get; } = inside;
    }
}
