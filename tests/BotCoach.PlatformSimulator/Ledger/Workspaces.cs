using System.Collections.Concurrent;

namespace BotCoach.PlatformSimulator;

/// <summary>Every workspace and tenant that was spoken to; one is made when it is first spoken to.</summary>
internal sealed class Workspaces
{
    private readonly ConcurrentDictionary<(string Platform, string Id), Workspace> _workspaces = new();

    public Workspace Of(string platform, string id) =>
        _workspaces.GetOrAdd((platform, id), static key => new Workspace(key.Platform, key.Id));

    /// <summary>Forgets everything.</summary>
    public void Clear() => _workspaces.Clear();

    public SimulatorReport Report() => new([.. InOrder(workspace => workspace.Report())]);

    public IReadOnlyList<Receipt> Receipts() => [.. InOrder(workspace => workspace.Receipts()).SelectMany(receipts => receipts)];

    private IEnumerable<T> InOrder<T>(Func<Workspace, T> look)
    {
        foreach (var (_, workspace) in _workspaces.OrderBy(entry => entry.Key))
        {
            T seen;
            lock (workspace.Lock)
                seen = look(workspace);
            yield return seen;
        }
    }
}
