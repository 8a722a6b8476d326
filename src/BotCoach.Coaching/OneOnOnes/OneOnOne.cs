namespace BotCoach.Coaching;

/// <summary>What a person brings to the talk with their manager, and what came of it.</summary>
public sealed record OneOnOne
{
    /// <summary>How many priorities there are: a fourth is no priority.</summary>
    public const int MaxPriorities = 3;

    /// <summary>The highest answer to "how sure are you that you two agree".</summary>
    public const int MostSure = 5;

    /// <summary>The person's top priorities, the first one first.</summary>
    public IReadOnlyList<string> Priorities { get; init; } = [];

    /// <summary>What changed since the last talk; empty when nothing was written.</summary>
    public string Changed { get; init; } = "";

    /// <summary>The one decision that the person needs; empty when there is none.</summary>
    public string Decision { get; init; } = "";

    /// <summary>How sure they were afterwards that the two agree, from 1 to <see cref="MostSure"/>; null until they say.</summary>
    public int? Sure { get; init; }

    /// <summary>Whether the decision was made; null until they say.</summary>
    public GoalResult? Decided { get; init; }

    /// <summary>Whether the person told anything of how it went.</summary>
    public bool IsTold => Sure is not null || Decided is not null;
}
