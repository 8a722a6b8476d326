namespace BotCoach.Coaching;

/// <summary>What became of a date or time that a person wrote.</summary>
internal abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <summary>It is clear, and within a year from now.</summary>
    /// <param name="Start">The instant, with the offset that the person's zone has then.</param>
    public sealed record Understood(DateTimeOffset Start) : TimeReading;

    /// <summary>It is clear, and over.</summary>
    /// <param name="Start">The instant, with the offset that the person's zone had then.</param>
    public sealed record Past(DateTimeOffset Start) : TimeReading;

    /// <summary>It is more than a year ahead.</summary>
    public sealed record TooFar : TimeReading;

    /// <summary>It names a day, and a time of the day is missing.</summary>
    public sealed record NeedsTime : TimeReading;

    /// <summary>It cannot be read, or can be read in two ways, such as <c>1/12/2026</c>.</summary>
    public sealed record NotUnderstood : TimeReading;
}

/// <summary>The name of a meeting and the time that was written behind it.</summary>
/// <param name="Name">The name; empty when there was only a time.</param>
/// <param name="TimeText">The time as written; null when there was none.</param>
/// <param name="Time">What the time reads as, when there was one: understood, past or too far.</param>
internal sealed record NameAndTime(string Name, string? TimeText, TimeReading? Time);
