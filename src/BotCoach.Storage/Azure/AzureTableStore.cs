using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace BotCoach.Storage;

/// <summary>
/// Tables in Azure Table Storage, for a bot on any number of machines. What a write acknowledges is stored by the service.
/// </summary>
/// <remarks>
/// Each row has one column more than its values, <see cref="TableRules.WriteIdName"/>: the id of the write that made it so,
/// by which a write whose answer was lost is found again and not done twice.
/// </remarks>
public sealed class AzureTableStore : ITableStore, IAsyncDisposable
{
    private const string CheckTable = "StoreChecks";

    // The service takes half a minute or more to remove a table. Source: learn.microsoft.com, "Delete Table".
    private static readonly TimeSpan RemovalTime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RemovalPause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, bool> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _clock;

    /// <summary>Makes a store; nothing is sent yet.</summary>
    /// <param name="options">Where the tables are.</param>
    /// <param name="clock">The clock; the service refuses requests when it is 15 minutes off.</param>
    /// <exception cref="ArgumentException">The options do not say where the account is.</exception>
    /// <exception cref="FormatException">The connection string cannot be used; the message names the key.</exception>
    public AzureTableStore(AzureTableStoreOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _clock = clock;
        Client = new TableServiceClient(options, clock);
    }

    /// <summary>Where the tables are: the same for everybody who uses them, however they enter. Holds no secret.</summary>
    public Uri Address => new(new Uri(Client.Endpoint).GetLeftPart(UriPartial.Path));

    internal TableServiceClient Client { get; }

    /// <inheritdoc/>
    public ITable Table(string name) => new MeasuredTable(AzureTable(name), "azure.table_storage");

    /// <inheritdoc/>
    public async Task EnsureTablesAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var tables = names.ToList();
        tables.ForEach(RuleCheck.TableName);
        foreach (var name in tables)
        {
            await EnsureTableAsync(name, cancellationToken);
            _tables[name] = true;
        }
    }

    /// <inheritdoc/>
    /// <remarks>It uses a table of its own, made at the first check.</remarks>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!_tables.ContainsKey(CheckTable))
        {
            await EnsureTablesAsync([CheckTable], cancellationToken);
        }

        var key = new RowKey("store", "check");
        var table = Table(CheckTable);
        await table.WriteAsync([new RowWrite.Upsert { Key = key, Properties = new() { { "At", _clock.GetUtcNow() } } }], cancellationToken);
        if (await table.ReadAsync(key, cancellationToken) is null)
        {
            throw new TableUnavailableException("The table service does not show what was just written to it.");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return ValueTask.CompletedTask;
    }

    internal AzureTable AzureTable(string name)
    {
        RuleCheck.TableName(name);
        return new AzureTable(name, this);
    }

    /// <exception cref="InvalidOperationException">The table was never made.</exception>
    internal void RequireTable(string name)
    {
        if (!_tables.ContainsKey(name))
        {
            throw new InvalidOperationException($"The table '{name}' is not among those that {nameof(EnsureTablesAsync)} made.");
        }
    }

    private async Task EnsureTableAsync(string name, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"TableName":{{JsonSerializer.Serialize(name)}}}""");
        for (var start = _clock.GetTimestamp(); ;)
        {
            using var answer = await Client.CallAsync(
                token => Client.SendAsync(RequestMethod.Post, "/Tables", body, TableServiceClient.PlainJson, ifMatch: null, token), cancellationToken);
            var error = answer.IsSuccess ? null : answer.Error();
            switch (error)
            {
                case null or { Code: "TableAlreadyExists" }:
                    return;
                case { Code: "TableBeingDeleted" } when _clock.GetElapsedTime(start) < RemovalTime:
                    await Task.Delay(RemovalPause, _clock, cancellationToken);
                    break;
                case { Status: 404 }:
                    throw new TableUnavailableException($"There is no such storage account behind {Client.Endpoint} ({error.Code}).");
                default:
                    throw error.Failure();
            }
        }
    }
}
