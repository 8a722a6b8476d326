namespace BotCoach.Coaching;

/// <summary>What a person should know of a pre-read before the meeting. It can be kept as JSON.</summary>
public sealed record Briefing
{
    /// <summary>A briefing on nothing.</summary>
    public static Briefing Empty { get; } = new() { Language = PreReadLanguage.Unknown, Points = [], Topics = [], Terms = [] };

    /// <summary>The language of the pre-read.</summary>
    public required PreReadLanguage Language { get; init; }

    /// <summary>The key points, in the order of the text; at most seven.</summary>
    public required IReadOnlyList<KeyPoint> Points { get; init; }

    /// <summary>The topics, the strongest first; at most four.</summary>
    public required IReadOnlyList<TopicFound> Topics { get; init; }

    /// <summary>The terms of finance and strategy that were found, those of the key points first; at most ten.</summary>
    public required IReadOnlyList<TermFound> Terms { get; init; }

    /// <summary>Whether a language model chose the key points.</summary>
    public bool FromModel { get; init; }
}
