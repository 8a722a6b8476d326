namespace BotCoach.Coaching;

/// <summary>Which part of an engineering manager's work a practice belongs to.</summary>
public enum PracticeArea
{
    /// <summary>Results that fit the company's goals, through a high-performing team.</summary>
    Results,

    /// <summary>Influence within engineering, beyond the person's own team.</summary>
    Engineering,

    /// <summary>Partnership with Product.</summary>
    Product,

    /// <summary>Being heard among executives.</summary>
    ExecutiveForum,
}

/// <summary>One thing that a person can practise, with the copy that coaches it.</summary>
public sealed record Practice
{
    /// <summary>Identifies the practice, such as <c>speak-early</c>. It is stored with answers and never changes.</summary>
    public required string Id { get; init; }

    /// <summary>What the person practises, short and imperative.</summary>
    public required string Title { get; init; }

    /// <summary>Where it belongs.</summary>
    public required PracticeArea Area { get; init; }

    /// <summary>One sentence on why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>What a nudge may say: at least three texts of at most 280 characters, each with one thing to do.</summary>
    public required IReadOnlyList<string> Nudges { get; init; }

    /// <summary>What the person is asked about it.</summary>
    public required CheckIn CheckIn { get; init; }
}
