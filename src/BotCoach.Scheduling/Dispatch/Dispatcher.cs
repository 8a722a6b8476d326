using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling;

/// <summary>
/// Delivers what is due, one for each node. A crash at any point leaves rows that the next run takes up when their claim
/// has run out; the delivery of a nudge that went out is then met, and nothing is sent again.
/// </summary>
public sealed class Dispatcher : IDisposable
{
    private readonly DueTable _due;
    private readonly WorkspaceLanes _lanes;
    private readonly NudgeDelivery _delivery;
    private readonly LedgerPage _page;
    private readonly StoreLoad _load = new();
    private readonly SchedulingOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Dispatcher> _logger;

    /// <summary>Makes one.</summary>
    public Dispatcher(
        DueTable due,
        DeliveriesTable deliveries,
        FailuresTable failures,
        NudgeDecider decider,
        People people,
        ChatChannels channels,
        ITableStore store,
        IOptions<SchedulingOptions> options,
        TimeProvider clock,
        ILogger<Dispatcher> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _due = due;
        _options = options.Value;
        _clock = clock;
        _logger = logger;
        _lanes = new WorkspaceLanes(channels, _options.SharesBudget ? new SlotsTable(store) : null, _options, clock, logger);
        _delivery = new NudgeDelivery(deliveries, decider, people, new NudgeSender(channels, people), _load, clock, logger);
        _page = new LedgerPage(due, deliveries, failures, _load, clock, logger);
    }

    /// <summary>
    /// Delivers what is due in a shard now and that no other node holds. It goes on for as long as a poll lasts at most;
    /// what the limits of the platforms leave over is for the next run.
    /// </summary>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellationToken">Takes up nothing more; what is being sent by then is finished and recorded.</param>
    /// <returns>How many nudges were sent.</returns>
    public Task<int> RunAsync(int shard, CancellationToken cancellationToken) =>
        new ShardRun(shard, _due, _lanes, _delivery, new Ledger(_page, _clock), _load, _options, _clock, _logger).RunAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _lanes.Dispose();
        _load.Dispose();
    }
}
