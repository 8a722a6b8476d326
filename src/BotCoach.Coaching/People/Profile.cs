using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What the coach knows about a person.</summary>
public sealed record Profile
{
    /// <summary>Who they are.</summary>
    public required PersonAddress Person { get; init; }

    /// <summary>What colleagues call them; null while the platform has not said.</summary>
    public string? Name { get; init; }

    /// <summary>The IANA time zone that the platform says; null while it has not said.</summary>
    public string? Zone { get; init; }

    /// <summary>The IANA time zone that the person chose instead; null when they follow the platform.</summary>
    public string? OwnZone { get; init; }

    /// <summary>How long before a meeting its sheet comes, unless the person said otherwise for that meeting.</summary>
    public SheetLead SheetLead { get; init; }

    /// <summary>Their locale (BCP 47) as the platform says it; null while it has not said.</summary>
    public string? Locale { get; init; }

    /// <summary>The language that the person chose instead; null when they follow the platform.</summary>
    public Language? OwnLanguage { get; init; }

    /// <summary>The platform's id of the direct conversation with them; null until one was used.</summary>
    public string? Conversation { get; init; }

    /// <summary>
    /// Whether pre-reads that they paste may be sent to the language model that is set up; null until they were asked.
    /// </summary>
    public bool? MayAskModel { get; init; }

    /// <summary>When they first met the coach.</summary>
    public required DateTimeOffset MetAt { get; init; }

    /// <summary>The language in which the coach writes to them.</summary>
    public Language Language => OwnLanguage ?? Language.Of(Locale);

    /// <summary>Their zone as the runtime knows it; UTC while theirs is unknown.</summary>
    public TimeZoneInfo TimeZone =>
        (OwnZone ?? Zone) is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
