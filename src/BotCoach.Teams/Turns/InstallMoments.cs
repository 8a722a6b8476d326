using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// Gives one id to the two activities that Teams sends for one install or removal, in either order and often at once:
/// installationUpdate and conversationUpdate share nothing but the person and, nearly, the time. A later install is another
/// turn, and so is one that comes after a removal however soon.
/// </summary>
/// <remarks>
/// The id is made from the minute, so that several machines mostly agree on it; what a machine has seen itself settles
/// the rest. Where two machines get one of the activities each, on both sides of a minute, the person is greeted twice.
/// </remarks>
internal sealed class InstallMoments
{
    /// <summary>Two activities further apart are two installs. Our own number: seconds are usual, and people need longer.</summary>
    private static readonly TimeSpan _apart = TimeSpan.FromMinutes(1);

    /// <summary>How many people are kept in mind; at some 200 bytes each, a few megabytes.</summary>
    private const int MostPeople = 10_000;

    private const int MostMoments = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<PersonAddress, List<Moment>> _moments = [];

    /// <summary>The id of the turn that an activity belongs to.</summary>
    /// <param name="person">Who installed or removed the bot.</param>
    /// <param name="isAdded">Whether it was installed.</param>
    /// <param name="at">When, as the activity says.</param>
    public string IdOf(PersonAddress person, bool isAdded, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (!_moments.TryGetValue(person, out var moments))
            {
                if (_moments.Count >= MostPeople)
                    _moments.Clear();
                _moments[person] = moments = [];
            }

            if (moments.Find(seen => seen.IsAdded == isAdded && (seen.At - at).Duration() <= _apart && !IsBetween(moments, !isAdded, seen.At, at)) is { } same)
                return same.Id;

            var kind = isAdded ? "installed" : "removed";
            var id = string.Create(CultureInfo.InvariantCulture, $"{kind} {person.Person} {at.UtcDateTime:yyyyMMddHHmm}");
            if (moments.Exists(seen => seen.Id == id))
                id = string.Create(CultureInfo.InvariantCulture, $"{kind} {person.Person} {at.UtcDateTime:yyyyMMddHHmmssfff}");
            if (moments.Count == MostMoments)
                moments.RemoveAt(0);
            moments.Add(new(isAdded, at, id));
            return id;
        }
    }

    private static bool IsBetween(List<Moment> moments, bool isAdded, DateTimeOffset one, DateTimeOffset other)
    {
        var (from, to) = one < other ? (one, other) : (other, one);
        return moments.Exists(seen => seen.IsAdded == isAdded && seen.At > from && seen.At < to);
    }

    private sealed record Moment(bool IsAdded, DateTimeOffset At, string Id);
}
