using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>
/// Names one nudge to one person: what it is about and the local date of its occurrence. The key is the same however
/// often the nudge is tried, which is why it goes out once.
/// </summary>
/// <param name="Date">The local date of the occurrence.</param>
/// <param name="Topic">A practice's id, or the kind of a meeting's message.</param>
/// <param name="Detail">The wording of a practice, or the meeting's id.</param>
/// <param name="Try">Sets apart a nudge that the person asked for; empty for one of the plan.</param>
public readonly record struct NudgeKey(DateOnly Date, string Topic, string Detail, string Try = "")
{
    // Far more than the longest practice with the longest detail has; what names a row has room for it.
    private const int LongestText = 200;

    private static readonly SearchValues<char> _characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>The nudge of a practice.</summary>
    public static NudgeKey OfPractice(DateOnly date, string practice, int wording, string @try = "") =>
        new(date, practice, wording.ToString(CultureInfo.InvariantCulture), @try);

    /// <summary>The wording of the practice, counted from 0; 0 when the key is not a practice's.</summary>
    public int Wording => int.TryParse(Detail, NumberStyles.None, CultureInfo.InvariantCulture, out var wording) ? wording : 0;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out NudgeKey? key)
    {
        // What comes back in a button may be anything.
        key = text.Length <= LongestText && !text.AsSpan().ContainsAnyExcept(_characters) && text.Split('.') is [var date, { Length: > 0 } topic, { Length: > 0 } detail, .. var rest]
            && rest.Length <= 1
            && DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new NudgeKey(day, topic, detail, rest is [var @try] ? @try : "")
            : null;
        return key is not null;
    }

    /// <summary>The key as text: safe in a row key and in a button.</summary>
    public override string ToString()
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Date:yyyyMMdd}.{Topic}.{Detail}");
        return Try.Length == 0 ? key : $"{key}.{Try}";
    }
}
