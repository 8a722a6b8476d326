namespace BotCoach.Testing;

/// <summary>What became of a fuzz run.</summary>
/// <param name="Sent">How many requests were answered.</param>
/// <param name="Unsendable">How many the client or the connection refused, or the server hung up on.</param>
/// <param name="Statuses">How many answers there were of each status.</param>
/// <param name="Failures">Answers of 500 and above, but for "come again later": what was sent and what came.</param>
/// <param name="Errors">What the host logged as an error.</param>
/// <param name="Unhandled">Exceptions that no code caught.</param>
/// <param name="HeapAtStart">Bytes that live objects took once the host was warm.</param>
/// <param name="HeapAtEnd">The same at the end.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record FuzzReport(
    int Sent,
    int Unsendable,
    IReadOnlyDictionary<int, int> Statuses,
    IReadOnlyList<string> Failures,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Unhandled,
    long HeapAtStart,
    long HeapAtEnd,
    TimeSpan Elapsed);
