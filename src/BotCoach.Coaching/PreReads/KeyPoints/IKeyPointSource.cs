namespace BotCoach.Coaching;

/// <summary>Finds the key points of a pre-read: on this machine, or with a language model when one is set up.</summary>
public interface IKeyPointSource
{
    /// <summary>
    /// The host of the language model that pre-reads can be sent to, to be named when the person is asked for consent; null
    /// when none is set up and nothing leaves this machine.
    /// </summary>
    string? ModelHost { get; }

    /// <summary>
    /// Finds the key points. It answers within a few seconds and does not throw for what a model does: whenever the model is
    /// late, fails, or gives back what the author did not write, the points found on this machine are the result.
    /// </summary>
    /// <param name="preRead">What was pasted.</param>
    /// <param name="mayAskModel">Whether the person agreed that the text is sent to <see cref="ModelHost"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    Task<KeyPoints> FindAsync(PreRead preRead, bool mayAskModel, CancellationToken cancellationToken);
}

/// <summary>The key points of a pre-read.</summary>
/// <param name="Points">The points, in the order of the text: none when there is no text, at most seven.</param>
/// <param name="FromModel">Whether a language model chose them.</param>
public sealed record KeyPoints(IReadOnlyList<KeyPoint> Points, bool FromModel);
