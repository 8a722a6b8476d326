using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Old records of what was sent, and of what could not be sent or read. Deliveries stand under their day, so none but old
/// ones are looked at.
/// </summary>
internal sealed class DeliveryRetention(ITableStore store, ShardMap shards) : IRetainedRows
{
    public string Name => "deliveries";

    public async Task<long> ForgetAsync(RetentionLimits limits, GentlePace pace, CancellationToken cancellationToken)
    {
        var gone = 0L;
        for (var shard = 0; shard < shards.Count; shard++)
        {
            gone += await store.Table(DeliveriesTable.Name).DeleteRangeAsync(DeliveriesTable.Before(shard, limits.FirstDay), cancellationToken);
            gone += await store.Table(FailuresTable.Name).DeleteRangeAsync(
                new RowRange(ShardMap.Name(shard)) { Select = ["FailedAt"] }, row => row.Properties.Time("FailedAt") < limits.Said, cancellationToken);
            await pace.RestAsync(cancellationToken);
        }

        // A key of the Due table begins with its time.
        var earliest = KeyEncoding.EncodeTime(limits.Said);
        return gone + await store.Table(DueTable.Name).DeleteRangeAsync(
            new RowRange(DueTable.AsidePartition) { Select = ["Key"] }, row => string.CompareOrdinal(row.Properties.Text("Key"), earliest) < 0, cancellationToken);
    }
}
