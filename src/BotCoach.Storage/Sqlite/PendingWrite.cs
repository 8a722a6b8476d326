namespace BotCoach.Storage;

/// <summary>A write that waits to be taken up by the writer, with the task that its caller awaits.</summary>
internal abstract class PendingWrite
{
    private const int Waiting = 0;
    private const int TakenUp = 1;
    private const int Cancelled = 2;

    private int _state;

    /// <summary>About how many bytes it writes.</summary>
    public required int Bytes { get; init; }

    /// <summary>Takes it up. From then on its result stands; false when it was cancelled before.</summary>
    public bool TryTakeUp() => Interlocked.CompareExchange(ref _state, TakenUp, Waiting) == Waiting;

    /// <summary>Does the work, within the transaction of its batch.</summary>
    /// <returns>False when the database must be put back to where it was before.</returns>
    public abstract bool Run(SqliteSession session);

    /// <summary>Tells the caller what <see cref="Run"/> found, now that it is on disk.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that the batch was not committed. Each caller gets an exception of its own.</summary>
    public abstract void Fail(Exception reason);

    protected bool TryCancel() => Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting;
}

/// <inheritdoc/>
/// <param name="work">Does the work, and says whether it is kept.</param>
internal sealed class PendingWrite<T>(Func<SqliteSession, (T Result, bool Kept)> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _failure;
    private T? _result;

    public Task<T> Task => _completion.Task;

    public override bool Run(SqliteSession session)
    {
        try
        {
            (_result, var kept) = work(session);
            return kept;
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException)
        {
            // What is wrong with this write, or with the row that it changes, is no fault of the others in its batch.
            _failure = e;
            return false;
        }
    }

    public override void Complete()
    {
        if (_failure is null)
        {
            _completion.SetResult(_result!);
        }
        else
        {
            _completion.SetException(_failure);
        }
    }

    public override void Fail(Exception reason) =>
        _completion.SetException(new TableUnavailableException("The write was not committed.", reason));

    /// <summary>Gives up, unless it was taken up already.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (TryCancel())
        {
            _completion.SetCanceled(cancellationToken);
        }
    }
}
