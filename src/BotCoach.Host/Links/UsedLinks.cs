using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>
/// The links that were used, and the installations that were finished. A link is used by whoever adds its row first, on whichever node; the row names no person.
/// </summary>
internal sealed class UsedLinks(ITableStore store, TimeProvider clock) : IRetainedRows
{
    /// <summary>The table's name.</summary>
    public const string TableName = "Links";

    private const string Partition = "used";

    // Clocks of nodes differ a little; a row that outlives its link by a day does no harm.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(1);

    private readonly ITable _table = store.Table(TableName);

    /// <inheritdoc/>
    public string Name => "links";

    /// <summary>Whether a link was used.</summary>
    public async Task<bool> ContainsAsync(LinkReading.Valid link, CancellationToken cancellationToken) =>
        await _table.ReadAsync(KeyOf(link.Id, link.Expires), cancellationToken) is not null;

    /// <summary>Uses a link.</summary>
    /// <returns>False when somebody has used it before.</returns>
    public Task<bool> TryAddAsync(LinkReading.Valid link, CancellationToken cancellationToken) => TryAddAsync(link.Id, link.Expires, cancellationToken);

    /// <summary>Uses whatever may be used once.</summary>
    /// <param name="id">Names it among all.</param>
    /// <param name="expires">When its time is over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when somebody has used it before.</returns>
    public async Task<bool> TryAddAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken)
    {
        var insert = new RowWrite.Insert { Key = KeyOf(id, expires), Properties = new RowProperties { { "UsedAt", clock.GetUtcNow() } } };
        return await _table.WriteAsync([insert], cancellationToken) is WriteResult.Written;
    }

    /// <summary>Takes away what no link can need any more, since it would be refused for its age.</summary>
    public Task<long> ForgetAsync(RetentionLimits limits, GentlePace pace, CancellationToken cancellationToken) => _table.DeleteRangeAsync(
        new RowRange(Partition, "", KeyEncoding.EncodeTime(clock.GetUtcNow() - _kept)) { Select = [] }, goes: null, cancellationToken);

    private static RowKey KeyOf(string id, DateTimeOffset expires) => new(Partition, $"{KeyEncoding.EncodeTime(expires)} {id}");
}
