using BotCoach.Storage;

namespace BotCoach.Scheduling;

/// <summary>
/// The keys and columns of the Slots table: for each workspace one row, which says up to when its slots are leased. A
/// node that advances it owns the slots in between.
/// </summary>
internal sealed class SlotsTable(ITableStore store)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Slots";

    private const string Row = "leased";
    private const string Column = "Until";

    // Each conflict is another node that went first; more than this is no queue but a fault.
    private const int MaxTries = 10;

    private readonly ITable _table = store.Table(Name);

    /// <summary>Leases the next slots of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="length">How long the slots last together, in ticks.</param>
    /// <param name="now">The present: slots that lie before it are gone.</param>
    /// <param name="known">What was given back by the last lease, or null: while no other node leases, it saves reading.</param>
    /// <exception cref="TableUnavailableException">The store cannot be reached, or others kept going first.</exception>
    public async Task<SlotLease> LeaseAsync((string Channel, string Workspace) workspace, long length, Func<DateTimeOffset> now, SlotLease? known)
    {
        var key = KeyOf(workspace);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            known ??= await ReadAsync(key);
            var from = known is { } row && row.Until > now() ? row.Until : now();
            var properties = new RowProperties { { Column, from.AddTicks(length) } };
            RowWrite write = known is { } last
                ? new RowWrite.Replace { Key = key, Version = last.Version, Properties = properties }
                : new RowWrite.Insert { Key = key, Properties = properties };
            if (await _table.WriteAsync([write], CancellationToken.None) is WriteResult.Written { Versions: [{ } version] })
            {
                return new SlotLease(from, from.AddTicks(length), version);
            }

            known = null;
        }

        throw new TableUnavailableException("Other nodes kept leasing the slots of a workspace first.");
    }

    /// <summary>Takes away the row of a workspace to which nothing is sent any more.</summary>
    public Task ForgetAsync((string Channel, string Workspace) workspace, CancellationToken cancellationToken) =>
        _table.DeleteAsync([KeyOf(workspace)], cancellationToken);

    private static RowKey KeyOf((string Channel, string Workspace) workspace) =>
        new($"{KeyEncoding.Encode(workspace.Channel)}|{KeyEncoding.Encode(workspace.Workspace)}", Row);

    private async Task<SlotLease?> ReadAsync(RowKey key) =>
        await _table.ReadAsync(key, CancellationToken.None) is { } row
            ? new SlotLease(
                default,
                row.Properties.Time(Column) ?? throw new InvalidDataException("A stored 'leased' row has no usable 'Until'."),
                row.Version)
            : null;
}

/// <summary>Slots that a node leased.</summary>
/// <param name="From">The first of them.</param>
/// <param name="Until">Where those begin that nobody leased yet.</param>
/// <param name="Version">The state of the workspace's row.</param>
internal sealed record SlotLease(DateTimeOffset From, DateTimeOffset Until, RowVersion Version);
