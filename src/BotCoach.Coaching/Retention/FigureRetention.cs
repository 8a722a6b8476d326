using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Figures of old weeks, and what was counted for them. Both stand under their week, so none but old ones are looked at.</summary>
internal sealed class FigureRetention(ITableStore store) : IRetainedRows
{
    public string Name => "figures";

    public async Task<long> ForgetAsync(RetentionLimits limits, GentlePace pace, CancellationToken cancellationToken)
    {
        var gone = 0L;
        var pulses = store.Table(PulseTable.Name);
        for (PartitionRange? rest = new(); rest is not null && await pulses.FirstKeysAsync(rest, take: 1, cancellationToken) is [var first];)
        {
            var (before, next) = PulseTable.OfGroupBefore(first, limits.FirstWeek);
            gone += await pulses.DeleteRangeAsync(before, cancellationToken);
            await pace.RestAsync(cancellationToken);
            rest = next;
        }

        var insights = store.Table(InsightsTable.Name);
        await foreach (var workspace in insights.PartitionsAsync(new PartitionRange(), cancellationToken))
        {
            foreach (var prefix in InsightsTable.WeeklyPrefixes)
            {
                var old = new RowRange(workspace, prefix, $"{prefix}{limits.FirstWeek}") { Select = [] };
                gone += await insights.DeleteRangeAsync(old, goes: null, cancellationToken);
            }

            await pace.RestAsync(cancellationToken);
        }

        return gone;
    }
}
