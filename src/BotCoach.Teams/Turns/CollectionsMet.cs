using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// The teams and group chats that something came from since the service started. A bot that was in one before it kept
/// account of them, or whose installation was missed, learns of it so; once is enough.
/// </summary>
internal sealed class CollectionsMet
{
    /// <summary>How many are kept in mind; at some 300 bytes each, a few megabytes.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(WorkspaceAddress Workspace, string Collection), bool> _met = new();

    /// <summary>Whether nothing has come from it yet.</summary>
    public bool IsNew(CollectionNotice notice) => !_met.ContainsKey((notice.Workspace, notice.Collection));

    /// <summary>Remembers that a notice is stored.</summary>
    public void Keep(CollectionNotice notice)
    {
        if (_met.Count >= Most)
            _met.Clear();
        if (notice.IsMember)
            _met[(notice.Workspace, notice.Collection)] = true;
        else
            _met.TryRemove((notice.Workspace, notice.Collection), out _);
    }
}
