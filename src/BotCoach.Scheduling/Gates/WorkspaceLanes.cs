using System.Collections.Concurrent;
using BotCoach.Chat;
using Microsoft.Extensions.Logging;

namespace BotCoach.Scheduling;

/// <summary>The way of one workspace's nudges: how many are at hand, and the gate that they pass one by one.</summary>
internal sealed record WorkspaceLane(WorkspaceRoom Room, WorkspaceGate Gate);

/// <summary>
/// A lane for each workspace, so that no workspace waits for another one. There are as many as workspaces that something
/// was sent to since the start.
/// </summary>
internal sealed class WorkspaceLanes : IDisposable
{
    /// <summary>How many nudges without a limit are at hand at most, for each workspace. Our own number.</summary>
    private const int MostAtHand = 1_000;

    // Long enough that nudges are taken up by the dozen, short enough that a node which dies holds up little.
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<(string Channel, string Workspace), WorkspaceLane> _lanes = new();
    private readonly ChatChannels _channels;
    private readonly SlotsTable? _slots;
    private readonly SchedulingOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <param name="channels">The channels, for their limits.</param>
    /// <param name="slots">Where nodes share the budget of a workspace; null when this is the only one.</param>
    /// <param name="options">How to send.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="logger">For operators.</param>
    public WorkspaceLanes(ChatChannels channels, SlotsTable? slots, SchedulingOptions options, TimeProvider clock, ILogger logger)
    {
        _channels = channels;
        _slots = slots;
        _options = options;
        _clock = clock;
        _logger = logger;
    }

    /// <summary>The lane of a person's workspace.</summary>
    public WorkspaceLane Of(PersonAddress person)
    {
        var key = (person.Channel, person.Workspace);
        return _lanes.TryGetValue(key, out var lane) ? lane : _lanes.GetOrAdd(key, Open);
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Gate.Dispose();
        }
    }

    private WorkspaceLane Open((string Channel, string Workspace) workspace)
    {
        var limits = _channels.Find(workspace.Channel)?.Limits ?? SendingLimits.None;
        var interval = limits.Workspace.Count == 0 ? TimeSpan.Zero : limits.Workspace.Max(window => window.Interval);
        return new WorkspaceLane(
            new WorkspaceRoom(AtHand(interval)),
            new WorkspaceGate(limits, _options.Concurrency, news => Slots(workspace, limits, interval, news), _clock));
    }

    private ISendingSlots Slots((string Channel, string Workspace) workspace, SendingLimits limits, TimeSpan interval, Action news) =>
        _slots is null || interval == TimeSpan.Zero
            ? new EvenSlots(interval.Ticks)
            : new LeasedSlots(
                SlotSpacing.Of(limits.Workspace),
                (length, last) => _slots.LeaseAsync(workspace, length, _clock.GetUtcNow, last),
                error => DispatchLog.NoSlots(_logger, workspace.Channel, workspace.Workspace, error),
                news,
                _clock);

    // What the gate lets through in the next seconds, well within what a claim lasts.
    private int AtHand(TimeSpan interval)
    {
        var look = TimeSpan.FromSeconds(_options.ClaimSeconds / 4.0);
        look = look < _longestLook ? look : _longestLook;
        return interval == TimeSpan.Zero ? MostAtHand : (int)Math.Clamp(look / interval, 2, MostAtHand);
    }
}
