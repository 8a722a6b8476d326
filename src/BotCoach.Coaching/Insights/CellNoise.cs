using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>
/// The noise that is added to each count before anything is made of it: a number of the two-sided geometric distribution,
/// drawn by a keyed hash of the cell and of the answers in it. Whoever looks twice sees the same figure, so nothing
/// averages out, and cells that differ by one answer have noise that has nothing in common.
/// </summary>
/// <remarks>
/// The distribution: A. Ghosh, T. Roughgarden, M. Sundararajan, "Universally utility-maximizing privacy mechanisms"
/// (STOC 2009). Drawing it by a hash of who is in the cell: the cell-key method of B. Fraser and J. Wooton, "A proposed
/// method for confidentialising tabular output to protect against differencing" (UNECE 2005).
/// </remarks>
/// <param name="key">The workspace's secret.</param>
internal sealed class CellNoise(byte[] key)
{
    /// <summary>
    /// By how much one answer more or less can change the odds of any count at most: twofold. Somebody who knows every
    /// answer but one, and sees the figures, guesses that one right in three cases of ten instead of two; see AttackTests.
    /// </summary>
    public const double MostOdds = 2;

    /// <summary>The noise of one count.</summary>
    /// <param name="cell">Names the group, the week and the measure.</param>
    /// <param name="bin">Which of the measure's counts.</param>
    /// <param name="fingerprint">Of the answers; see <see cref="Tally.Fingerprint"/>.</param>
    public int Of(string cell, int bin, byte[] fingerprint)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, [.. Encoding.UTF8.GetBytes($"{cell} {bin} "), .. fingerprint], hash);

        // The difference of two geometric numbers is two-sided geometric.
        return Geometric(hash[..8]) - Geometric(hash.Slice(8, 8));
    }

    // By inversion, from the 53 bits that a double holds; the half keeps the logarithm finite.
    private static int Geometric(ReadOnlySpan<byte> random)
    {
        var uniform = ((BinaryPrimitives.ReadUInt64BigEndian(random) >> 11) + 0.5) / (1UL << 53);
        return (int)(Math.Log(uniform) / -Math.Log(MostOdds));
    }
}
