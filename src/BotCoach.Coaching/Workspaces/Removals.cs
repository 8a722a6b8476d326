using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;

namespace BotCoach.Coaching;

/// <summary>
/// The workspaces that removed the app: nothing is sent to them, and after <see cref="Grace"/> they are erased. One that
/// takes the app back before that, or whose people are heard of again, goes on as if nothing had been.
/// </summary>
public sealed partial class Removals : IWorkspaceNoticeHandler
{
    /// <summary>How long everything is kept for a workspace that removed the app, perhaps by mistake.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    // A removal is known on this node at once. On the others it is by then, and until then the platform takes nothing.
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(5);

    // A turn so soon after the removal may have been on its way: platforms deliver again for some minutes; see
    // docs/adr/0020-when-a-workspace-leaves.md.
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(10);

    // Each conflict means that another notice of the same workspace went first.
    private const int MaxTries = 5;

    private readonly WorkspacesTable _table;
    private readonly TimeProvider _clock;
    private readonly ILogger<Removals> _logger;
    private Known? _known;

    internal Removals(WorkspacesTable table, TimeProvider clock, ILogger<Removals> logger) => (_table, _clock, _logger) = (table, clock, logger);

    /// <inheritdoc/>
    public async Task HandleAsync(WorkspaceNotice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var known = await _table.ReadAsync(notice.Workspace, cancellationToken);
            var after = known.After(notice);
            if (after == known)
            {
                return;
            }

            if (await _table.WriteAsync(after, cancellationToken))
            {
                _known = null;
                Tell(known, after);
                return;
            }
        }

        throw new TableUnavailableException("What is known of a workspace kept changing while a notice was stored.");
    }

    /// <summary>Whether nothing can be sent to a workspace, since it removed the app.</summary>
    public async Task<bool> IsRemovedAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        if (_known is not { } known || now - known.At >= KnownFor || now < known.At)
        {
            var removed = await _table.RemovedAsync(cancellationToken);
            _known = known = new Known(now, removed.Select(state => state.Workspace).ToHashSet());
        }

        return known.Workspaces.Contains(workspace);
    }

    /// <summary>Hears of a turn: whoever can speak to the coach has it, so a workspace that removed it has taken it back.</summary>
    /// <exception cref="TableUnavailableException">
    /// The workspace is being erased. What is written now might be erased with the rest; in some minutes it is not.
    /// </exception>
    internal async Task HearAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        var workspace = turn.Person.Home;
        if (turn is UninstalledTurn || !await IsRemovedAsync(workspace, cancellationToken))
        {
            return;
        }

        var known = await _table.ReadAsync(workspace, cancellationToken);
        if (known.ErasingSince is not null)
        {
            throw new TableUnavailableException("The workspace removed the app long ago, and is being erased just now.");
        }

        if (turn is InstalledTurn || turn.At >= known.RemovedAt + UnderWay)
        {
            await HandleAsync(new WorkspaceNotice(workspace, WorkspaceChange.Installed, turn.At), cancellationToken);
        }
    }

    /// <summary>Every workspace that removed the app.</summary>
    public Task<IReadOnlyList<WorkspaceState>> AllAsync(CancellationToken cancellationToken) => _table.RemovedAsync(cancellationToken);

    private void Tell(WorkspaceState before, WorkspaceState after)
    {
        var (channel, workspace) = after.Workspace;
        if (before.RemovedAt is null && after.RemovedAt is { } removedAt)
        {
            Log.Removed(_logger, channel, workspace, removedAt + Grace);
        }
        else if (before.RemovedAt is not null && after.RemovedAt is null)
        {
            Log.CameBack(_logger, channel, workspace);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The workspace {Channel} {Workspace} removed the app. Nothing is sent to it, and it is erased after {At:u} unless it comes back.")]
        public static partial void Removed(ILogger logger, string channel, string workspace, DateTimeOffset at);

        [LoggerMessage(LogLevel.Information, "The workspace {Channel} {Workspace} has the app again. All is as it was.")]
        public static partial void CameBack(ILogger logger, string channel, string workspace);
    }

    // Who removed the app, as it was at some moment.
    private sealed record Known(DateTimeOffset At, IReadOnlySet<WorkspaceAddress> Workspaces);
}
