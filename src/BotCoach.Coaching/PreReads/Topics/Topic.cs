namespace BotCoach.Coaching;

/// <summary>What a part of the company cares about.</summary>
public enum Topic
{
    /// <summary>Money: budgets, results, forecasts.</summary>
    Finance,

    /// <summary>Where the company goes, and what it leaves aside.</summary>
    Strategy,

    /// <summary>Customers, the market and those who sell to it.</summary>
    Customers,

    /// <summary>What is built for whom, and when.</summary>
    Product,

    /// <summary>The people who work here.</summary>
    People,

    /// <summary>What can go wrong, and what has been promised by law or contract.</summary>
    Risk,

    /// <summary>The technology that it all runs on.</summary>
    Technology,
}

/// <summary>A topic that a pre-read touches.</summary>
public sealed record TopicFound
{
    /// <summary>Which one.</summary>
    public required Topic Topic { get; init; }

    /// <summary>Who asks, to be shown before the prompts: <c>Finance</c>, <c>Customers and market</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Two questions that a colleague of that function would ask, in the language of the pre-read, or the person's where it tells none.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>The words of the pre-read by which it was found, those that weigh most first; at most five.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}
