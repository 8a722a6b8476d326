namespace BotCoach.Coaching;

/// <summary>Rows that are kept for a time.</summary>
public interface IRetainedRows
{
    /// <summary>What they are, in a word for operators.</summary>
    string Name { get; }

    /// <summary>
    /// Takes away those that are too old, in small transactions. Whatever is cut short is done by the next call.
    /// </summary>
    /// <param name="limits">Up to when rows are too old.</param>
    /// <param name="pace">To be kept after each piece of work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows went.</returns>
    Task<long> ForgetAsync(RetentionLimits limits, GentlePace pace, CancellationToken cancellationToken);
}
