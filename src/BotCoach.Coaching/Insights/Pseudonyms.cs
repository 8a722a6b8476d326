using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// The names under which people are counted: without the workspace's secret nobody can go from one to the person, and a
/// person who leaves and comes back has another one.
/// </summary>
/// <param name="key">The workspace's secret, at least 32 random bytes.</param>
internal sealed class Pseudonyms(byte[] key)
{
    // 96 bits: two of a million people would share one with a probability of about 10^-17.
    private const int Bytes = 12;

    /// <summary>The pseudonym of a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="times">How often they have left before.</param>
    public string Of(PersonAddress person, int times) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(
            key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"pseudonym {PeopleTable.PartitionOf(person)} {times}"))).AsSpan(0, Bytes));
}
