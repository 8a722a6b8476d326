namespace BotCoach.Coaching;

/// <summary>One rule that the lexicon of plain language breaks.</summary>
/// <param name="Entry">The term, or its place in its file.</param>
/// <param name="Field">The field.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record LexiconProblem(string Entry, string Field, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Entry}, {Field}: {Message}";
}

/// <summary>The lexicon of plain language breaks its rules, and no text can be reviewed with it.</summary>
public sealed class BrokenLexiconException : Exception
{
    internal BrokenLexiconException(IReadOnlyList<LexiconProblem> problems, Exception? inner = null)
        : base($"The lexicon of plain language is broken:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}", inner) =>
        Problems = problems;

    /// <summary>Everything that is wrong, in the order of the files.</summary>
    public IReadOnlyList<LexiconProblem> Problems { get; }
}
