using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>One rule that a catalogue breaks.</summary>
/// <param name="Practice">The id of the practice, or its place in the file when it has none.</param>
/// <param name="Field">The field, such as <c>nudges[2]</c> or <c>check-in.kind</c>.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record CatalogueProblem(string Practice, string Field, string Message)
{
    /// <summary>The language of the file; null when there is one file for all.</summary>
    public Language? Language { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{(Language is null ? "" : $"{Language}, ")}{Practice}, {Field}: {Message}";
}

/// <summary>The catalogue breaks its rules, or says something else in another language, and nothing can be coached from it.</summary>
public sealed class BrokenCatalogueException : Exception
{
    internal BrokenCatalogueException(IReadOnlyList<CatalogueProblem> problems, Exception? inner = null)
        : base($"The catalogue is broken:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}", inner) =>
        Problems = problems;

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public IReadOnlyList<CatalogueProblem> Problems { get; }
}
