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

    public async Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken)
    {
        RuleCheck.Partitions(range, take);
        store.RequireTable(name);
        var before = range.Before is null ? null : CodeUnitText.Encode(range.Before);
        var keys = await store.Readers.UseAsync(
            session => session.Rows(name).FirstKeys(CodeUnitText.Encode(range.From), before, take), cancellationToken);
        return [.. keys.Select(key => new RowKey(CodeUnitText.Decode(key.Partition), CodeUnitText.Decode(key.Row)))];
    }

    public async Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        RuleCheck.Writes(writes);
        store.RequireTable(name);
        var transaction = new RowTransaction(name, writes);
        return await store.Writer.WriteAsync(transaction.Apply, transaction.Bytes, cancellationToken);
    }

    private static TableRow Read(RowKey key, StoredRow row, IReadOnlyList<string>? select = null)
    {
        var properties = PropertyCodec.Decode(row.Properties);
        return new TableRow(key, RowTransaction.Version(row.Version), select is null ? properties : properties.Only(select));
    }
}
