using System.Collections.Concurrent;

namespace BotCoach.Slack;

/// <summary>How the connections to Slack stand, for whoever asks.</summary>
internal sealed class SocketState
{
    private readonly ConcurrentDictionary<SocketConnection, bool> _connections = new();

    /// <summary>How many connections take requests.</summary>
    public int Open => _connections.Keys.Count(connection => connection.IsOpen);

    /// <summary>Why there is no connection, in words for an operator; null while nothing has failed.</summary>
    public string? Problem { get; set; }

    public void Add(SocketConnection connection) => _connections.TryAdd(connection, true);

    public void Remove(SocketConnection connection) => _connections.TryRemove(connection, out _);
}
