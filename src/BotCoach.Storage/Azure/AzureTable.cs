using Azure.Core;

namespace BotCoach.Storage;

/// <summary>A table of an <see cref="AzureTableStore"/>.</summary>
internal sealed class AzureTable(string name, AzureTableStore store) : ITable
{
    public string Name => name;

    public Task<TableRow?> ReadAsync(RowKey key, CancellationToken cancellationToken)
    {
        RuleCheck.Key(key);
        store.RequireTable(name);
        return store.Client.CallAsync(async token => (await FindAsync(key, token))?.Row, cancellationToken);
    }

    public Task<RowPage> QueryAsync(RowRange range, int take, CancellationToken cancellationToken)
    {
        RuleCheck.Query(range, take);
        store.RequireTable(name);
        return store.Client.CallAsync(token => PageAsync(range, take, token), cancellationToken);
    }

    public Task<IReadOnlyList<RowKey>> FirstKeysAsync(PartitionRange range, int take, CancellationToken cancellationToken)
    {
        RuleCheck.Partitions(range, take);
        store.RequireTable(name);
        return store.Client.CallAsync(token => KeysAsync(range, take, token), cancellationToken);
    }

    public Task<WriteResult> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        RuleCheck.Writes(writes);
        store.RequireTable(name);
        return store.Client.CallAsync(
            token => writes.Count == 1 ? WriteOneAsync(writes[0], token) : WriteAllAsync(writes, token), cancellationToken);
    }

    /// <summary>Counts the rows of all partitions by reading their keys.</summary>
    /// <param name="atLeast">The count may stop here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<long> CountAsync(long atLeast, CancellationToken cancellationToken)
    {
        var count = 0L;
        for (var token = ""; token is not null && count < atLeast;)
        {
            var address = TableUri.Keys(name) + token;
            (var rows, token) = await store.Client.CallAsync(deadline => RowsAsync(address, deadline), cancellationToken);
            count += rows.Count;
        }

        return count;
    }

    private async Task<StampedRow?> FindAsync(RowKey key, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(TableUri.Row(name, key), cancellationToken);
        return answer.IsSuccess ? RowJson.ReadRow(answer.Body.Span)
            : answer.Error() is var error && error is { Status: 404, Code: not "TableNotFound" } ? null
            : throw error.Failure();
    }

    // The service stops early when a query takes long, even before the first row. Such empty pages are read over here; a
    // page with rows ends where its last row is, so that the token, which is the service's own affair, need not be kept.
    private async Task<RowPage> PageAsync(RowRange range, int take, CancellationToken cancellationToken)
    {
        var query = TableUri.Rows(name, range, take);
        for (var token = ""; ;)
        {
            (var rows, token) = await RowsAsync(query + token, cancellationToken);
            if (token is null)
            {
                return new RowPage(rows, Next: null);
            }

            if (rows.Count > 0)
            {
                return new RowPage(rows, TableUri.KeyAfter(rows[^1].Key.Row));
            }
        }
    }

    // Where the service stops at the edge of one of its servers, the rest of the same query is asked for.
    private async Task<IReadOnlyList<RowKey>> KeysAsync(PartitionRange range, int take, CancellationToken cancellationToken)
    {
        List<RowKey> keys = [];
        var query = TableUri.Keys(name, range, take);
        for (var token = ""; token is not null && keys.Count < take;)
        {
            (var rows, token) = await RowsAsync(query + token, cancellationToken);
            keys.AddRange(rows.Take(take - keys.Count).Select(row => row.Key));
        }

        return keys;
    }

    /// <returns>Rows, and what to append to the query for the following ones; null when there are none.</returns>
    private async Task<(List<TableRow> Rows, string? Token)> RowsAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(address, cancellationToken);
        if (!answer.IsSuccess)
        {
            throw answer.Error().Failure();
        }

        return (RowJson.ReadRows(answer.Body.Span), answer.Header("x-ms-continuation-NextPartitionKey") is { } partition
            ? $"&NextPartitionKey={Uri.EscapeDataString(partition)}"
                + (answer.Header("x-ms-continuation-NextRowKey") is { } row ? $"&NextRowKey={Uri.EscapeDataString(row)}" : "")
            : null);
    }

    private async Task<WriteResult> WriteOneAsync(RowWrite write, CancellationToken cancellationToken)
    {
        var writeId = Guid.NewGuid();
        var (method, address, ifMatch) = WriteRequest.Of(name, write);
        var body = WriteRequest.Body(write, writeId);
        using var answer = await store.Client.SendAsync(
            method, address, body.Written, TableServiceClient.PlainJson, ifMatch, cancellationToken);
        body.Dispose();
        return answer.IsSuccess
            ? new WriteResult.Written([write is RowWrite.Delete ? null : answer.Version])
            : await ConflictAsync([write], writeId, answer, answer.Error(), cancellationToken);
    }

    private async Task<WriteResult> WriteAllAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        var writeId = Guid.NewGuid();
        var (body, contentType) = WriteRequest.Transaction(store.Client.Endpoint, name, writes, writeId);
        using var answer = await store.Client.SendAsync(RequestMethod.Post, "/$batch", body.Written, contentType, ifMatch: null, cancellationToken);
        body.Dispose();
        if (!answer.IsSuccess)
        {
            throw answer.Error().Failure();
        }

        var parts = TransactionAnswer.Read(answer.Body.Span, writes.Count);
        if (parts.Error is not null)
        {
            return await ConflictAsync(writes, writeId, answer, parts.Error, cancellationToken);
        }

        return parts.Tags.Count == writes.Count
            ? new WriteResult.Written([.. writes.Select((write, place) => VersionOf(write, parts.Tags[place]))])
            : throw new TableUnavailableException("The table service did not answer every write of a transaction.");
    }

    private static RowVersion? VersionOf(RowWrite write, string? tag) => write is RowWrite.Delete ? null
        : tag is not null ? new RowVersion(tag)
        : throw new TableUnavailableException("The table service answered a write without an ETag.");

    /// <summary>
    /// Believes a conflict, unless the same write was sent before and its answer was lost: then it may be our own write
    /// that stands in the way, which the id on the rows tells. See docs/adr/0005-lost-answers-of-the-table-store.md.
    /// </summary>
    private async Task<WriteResult> ConflictAsync(
        IReadOnlyList<RowWrite> writes, Guid writeId, TableAnswer answer, TableError error, CancellationToken cancellationToken)
    {
        var conflict = error.Conflict(index: 0);
        return answer.MayHaveRunBefore
            ? await LostWrite.ResolveAsync(writes, writeId, FindAsync, cancellationToken)
            : conflict;
    }

    private Task<TableAnswer> GetAsync(string address, CancellationToken cancellationToken) => store.Client.SendAsync(
        RequestMethod.Get, address, body: null, contentType: "", ifMatch: null, cancellationToken);
}
