namespace BotCoach.Scheduling;

/// <summary>
/// How many nudges of one workspace a node has at hand: taken up, and neither sent nor given back. It bounds what a crash
/// leaves behind and what a long queue takes of memory, and keeps one workspace from filling the node.
/// </summary>
/// <param name="size">How many at most.</param>
internal sealed class WorkspaceRoom(int size)
{
    // Taking up a few at a time would cost a transaction for each few.
    private readonly int _batch = Math.Max(1, size / 2);

    private readonly Lock _turn = new();
    private readonly LinkedList<(int Wanted, TaskCompletionSource<int> Granted)> _waiting = new();
    private int _free = size;

    /// <summary>Takes room if there is some and nobody waits for it.</summary>
    /// <param name="wanted">For how many, at least 1.</param>
    /// <returns>For how many: from none to all that were wanted.</returns>
    public int Take(int wanted)
    {
        lock (_turn)
        {
            return _waiting.Count == 0 ? Grant(wanted) : 0;
        }
    }

    /// <summary>Waits for room; who came first is served first.</summary>
    /// <param name="wanted">For how many, at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>For how many: at least one, or none when the caller gave up.</returns>
    public async Task<int> WaitAsync(int wanted, CancellationToken cancellationToken)
    {
        LinkedListNode<(int Wanted, TaskCompletionSource<int> Granted)> place;
        lock (_turn)
        {
            if (_waiting.Count == 0 && Grant(wanted) is > 0 and var now)
            {
                return now;
            }

            place = _waiting.AddLast((wanted, new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        await using var registration = cancellationToken.UnsafeRegister(_ => GiveUp(place), state: null);
        return await place.Value.Granted.Task;
    }

    /// <summary>Gives room back.</summary>
    public void Return(int count)
    {
        lock (_turn)
        {
            _free += count;
            ServeWaiting();
        }
    }

    private void GiveUp(LinkedListNode<(int Wanted, TaskCompletionSource<int> Granted)> place)
    {
        lock (_turn)
        {
            if (place.Value.Granted.TrySetResult(0))
            {
                _waiting.Remove(place);
                ServeWaiting();
            }
        }
    }

    private void ServeWaiting()
    {
        while (_waiting.First is { } first && Grant(first.Value.Wanted) is > 0 and var granted)
        {
            _waiting.RemoveFirst();
            first.Value.Granted.SetResult(granted);
        }
    }

    private int Grant(int wanted)
    {
        var granted = _free >= Math.Min(wanted, _batch) ? Math.Min(wanted, _free) : 0;
        _free -= granted;
        return granted;
    }
}
