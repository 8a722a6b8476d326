namespace BotCoach.Storage;

/// <summary>A table of a <see cref="SqliteTableStore"/>.</summary>
internal sealed class SqliteTable(string name, SqliteTableStore store) : ITable
{
    public string Name => name;

    public async Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        RuleCheck.Key(key);
        store.RequireTable(name);
        var row = await store.Readers.UseAsync(
            session => session.Rows(name).Find(CodeUnitText.Encode(key.Partition), CodeUnitText.Encode(key.Row)),
            cancellationToken);
        return row is null ? null : Read(key, row);
    }

    public async Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken)
    {
        RuleCheck.Query(range, take);
        store.RequireTable(name);
        var before = range.Before is null ? null : CodeUnitText.Encode(range.Before);
        var (rows, next) = await store.Readers.UseAsync(
            session => session.Rows(name).Range(
                CodeUnitText.Encode(range.Partition), CodeUnitText.Encode(range.From), before, take, cancellationToken),
            cancellationToken);
        return new RowPage(
            [.. rows.Select(row => Read(new RowKey(range.Partition, CodeUnitText.Decode(row.Row)), row, range.Select))],
            next is null ? null : CodeUnitText.Decode(next));
    }

    public async Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        RuleCheck.Writes(writes);
        store.RequireTable(name);
        var transaction = new RowTransaction(name, writes);
        return await store.Writer.WriteAsync(transaction.Apply, transaction.Bytes, cancellationToken);
    }

    /// <summary>The first partition that has rows after a partition, or of all; null when there is none.</summary>
    internal async Task<string?> NextPartitionAsync(string? after, CancellationToken cancellationToken)
    {
        // Nothing stands between a key and that key with a byte 0 behind it.
        byte[] from = after is null ? [] : [.. CodeUnitText.Encode(after), 0];
        var next = await store.Readers.UseAsync(session => session.Rows(name).NextPartition(from), cancellationToken);
        return next is null ? null : CodeUnitText.Decode(next);
    }

    private static TableRow Read(RowKey key, StoredRow row, IReadOnlyList<string>? select = null)
    {
        var properties = PropertyCodec.Decode(row.Properties);
        return new TableRow(key, RowTransaction.Version(row.Version), select is null ? properties : properties.Only(select));
    }
}
