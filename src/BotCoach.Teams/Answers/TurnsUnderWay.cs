using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// Lets a turn that comes a second time wait for its first coming: an install comes as two activities at once, and Teams
/// repeats what takes long. The second then finds the answer given, where it would otherwise meet it half done.
/// </summary>
internal sealed class TurnsUnderWay
{
    private readonly ConcurrentDictionary<(PersonAddress Person, string Id), Task> _underWay = new();

    public async Task<T> InTurnAsync<T>(ChatTurn turn, Func<Task<T>> answer, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (_underWay.GetOrAdd((turn.Person, turn.Id), mine.Task) is var first && first != mine.Task)
            await first.WaitAsync(cancellationToken);
        try
        {
            return await answer();
        }
        finally
        {
            _underWay.TryRemove((turn.Person, turn.Id), out _);
            mine.SetResult();
        }
    }
}
