namespace BotCoach.Coaching;

/// <summary>What a suggestion is to become.</summary>
public enum SuggestionKind
{
    /// <summary>A question to ask in the meeting.</summary>
    Question,

    /// <summary>A comment to make in the meeting.</summary>
    Comment,
}

/// <summary>The start of a question or comment, which the person edits or dismisses.</summary>
public sealed record Suggestion
{
    /// <summary>Names it for as long as the key point stays what it is; short enough for the value of a button.</summary>
    public required string Id { get; init; }

    /// <summary>What it is to become.</summary>
    public required SuggestionKind Kind { get; init; }

    /// <summary>What to start from, in the language of the pre-read, or the person's where it tells none; it quotes the key point and fits a point's field.</summary>
    public required string Text { get; init; }

    /// <summary>The place, from 0, of the key point that it concerns.</summary>
    public required int Point { get; init; }

    /// <summary>The most characters of <see cref="Text"/>: a question or comment of a sheet holds 300.</summary>
    public const int MaxLength = 280;
}
