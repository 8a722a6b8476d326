using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>The exact counts behind one figure. They are never kept and never shown.</summary>
internal sealed class Tally
{
    private readonly int[] _counts;
    private readonly Dictionary<string, int[]> _people = new(StringComparer.Ordinal);

    public Tally(Measure measure) => _counts = new int[measure.Bins];

    /// <summary>How many answers fell into each bin.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>Whose answers they are.</summary>
    public IReadOnlyCollection<string> People => _people.Keys;

    public void Add(string pseudonym, int bin)
    {
        _counts[bin]++;
        if (!_people.TryGetValue(pseudonym, out var own))
        {
            _people.Add(pseudonym, own = new int[_counts.Length]);
        }

        own[bin]++;
    }

    /// <summary>
    /// Stands for who answered what: the same for the same answers in whatever order they came, and another one as soon as
    /// any of them differs.
    /// </summary>
    public byte[] Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (pseudonym, own) in _people.OrderBy(person => person.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{pseudonym} {string.Join(',', own)}\n"));
        }

        return hash.GetHashAndReset();
    }
}
