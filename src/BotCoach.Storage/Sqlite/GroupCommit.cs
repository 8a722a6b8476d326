using System.Threading.Channels;

namespace BotCoach.Storage;

/// <summary>
/// The one writer of a database. A commit costs a sync of the disk, however much it holds; so whatever waits when the
/// writer is free goes into one commit, each write in a savepoint of its own, and all are acknowledged together.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    // Enough for bursts; beyond it callers wait for a place.
    private const int QueueLength = 1_024;

    // Bounds how long the first of a batch waits for the last, and how much the write-ahead log grows at once.
    private const int MaxBatch = 256;
    private const int MaxBatchBytes = 8 * 1024 * 1024;

    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true });

    private readonly SqliteSessionPool _sessions;
    private readonly Task _writer;
    private long _commits;

    public GroupCommit(SqliteSessionPool sessions)
    {
        _sessions = sessions;
        _writer = Task.Run(WriteAllAsync);
    }

    /// <summary>How many commits there were.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>How many writes wait to be taken up.</summary>
    public int Waiting => _queue.Reader.Count;

    /// <summary>Queues a write and waits until it is on disk.</summary>
    /// <param name="work">Does it, and says whether it is kept; what is not kept leaves nothing behind.</param>
    /// <param name="bytes">About how many bytes it writes.</param>
    /// <param name="cancellationToken">Takes the write back while it waits.</param>
    /// <exception cref="TableUnavailableException">Its batch could not be committed.</exception>
    public async Task<T> WriteAsync<T>(
        Func<SqliteSession, (T Result, bool Kept)> work, int bytes, CancellationToken cancellationToken)
    {
        var write = new PendingWrite<T>(work) { Bytes = bytes };
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new ObjectDisposedException("The store takes no more writes: it was disposed.", e);
        }

        await using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingWrite<T>)state!).Cancel(token), write);
        return await write.Task;
    }

    /// <summary>Writes what was accepted, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
    }

    private async Task WriteAllAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = new List<PendingWrite>();
            try
            {
                await _sessions.UseAsync(session => WriteBatch(session, batch), CancellationToken.None);
            }
            catch (Exception e)
            {
                // The callers get it, whatever it is; the next batch starts afresh.
                FailBatch(batch, e);
                continue;
            }

            batch.ForEach(write => write.Complete());
        }
    }

    private int WriteBatch(SqliteSession session, List<PendingWrite> batch)
    {
        try
        {
            session.Begin();

            // Only now, with the database to ourselves, are writes taken up: those that came while we waited join in.
            for (var bytes = 0; batch.Count < MaxBatch && bytes < MaxBatchBytes && _queue.Reader.TryRead(out var write);)
            {
                if (write.TryTakeUp())
                {
                    batch.Add(write);
                    bytes += write.Bytes;
                    session.Savepoint();
                    if (!write.Run(session))
                    {
                        session.RollBackToSavepoint();
                    }

                    session.ReleaseSavepoint();
                }
            }

            session.Commit();
            Interlocked.Increment(ref _commits);
            return batch.Count;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    /// <summary>Fails a batch, or, when it failed before any write was taken up, all that wait now.</summary>
    private void FailBatch(List<PendingWrite> batch, Exception exception)
    {
        for (var left = batch.Count == 0 ? Waiting : 0; left > 0 && _queue.Reader.TryRead(out var write); left--)
        {
            if (write.TryTakeUp())
            {
                batch.Add(write);
            }
        }

        batch.ForEach(write => write.Fail(exception));
    }
}
