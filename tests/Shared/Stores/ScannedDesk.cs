using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Testing;

/// <summary>A row that a scan found.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Text">Everything in it: its keys and its values.</param>
internal sealed record ScannedRow(string Table, string Row, string Text);

/// <summary>
/// The coach on SQLite or on Azure Table Storage, as Azurite has it, and every row that stands there, found as somebody would
/// find it who has the whole store before them.
/// </summary>
internal sealed class ScannedDesk : IAsyncDisposable
{
    private readonly Azurite? _azurite;

    private ScannedDesk(CoachDesk desk, InterruptedStore store, Azurite? azurite) => (Desk, Store, _azurite) = (desk, store, azurite);

    public CoachDesk Desk { get; }

    public InterruptedStore Store { get; }

    /// <summary>Opens one.</summary>
    /// <param name="onAzurite">Whether Azurite is behind it.</param>
    /// <param name="configure">Adds to the services.</param>
    public static async Task<ScannedDesk> OpenAsync(bool onAzurite, Action<IServiceCollection>? configure = null)
    {
        var azurite = onAzurite ? await Azurite.StartAsync(inMemory: true) : null;
        InterruptedStore store = null!;
        var desk = await CoachDesk.OpenAsync(configure: services =>
        {
            store = new InterruptedStore(azurite is null
                ? (ITableStore)services.Last(service => service.ServiceType == typeof(ITableStore)).ImplementationInstance!
                : new AzureTableStore(new AzureTableStoreOptions { ConnectionString = azurite.ConnectionString }, TimeProvider.System));
            services.AddSingleton<ITableStore>(store);
            configure?.Invoke(services);
        });
        await store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
        return new ScannedDesk(desk, store, azurite);
    }

    /// <summary>The rows of some tables in which any of some words stands.</summary>
    public async Task<IReadOnlyList<ScannedRow>> FindAsync(IEnumerable<string> tables, params IReadOnlyList<string> words)
    {
        List<ScannedRow> found = [];
        foreach (var table in tables)
        {
            var rows = _azurite is null ? await OfFileAsync(table) : await OfAzuriteAsync(_azurite, table);
            found.AddRange(rows.Where(row => words.Any(word => row.Text.Contains(word, StringComparison.Ordinal))));
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<ScannedRow>> OfFileAsync(string name) =>
        [.. (await StoreScan.ReadAsync(Desk.Store, [name])).Select(trace => new ScannedRow(name, trace.Key.Row, trace.Text))];

    private static async Task<IReadOnlyList<ScannedRow>> OfAzuriteAsync(Azurite azurite, string name) =>
        [.. (await AzuriteRows.ReadAllAsync(azurite, name)).Select(row => Scanned(name, row.Partition, row.Row, row.Columns.Values.Select(value => value.Text)))];

    private static ScannedRow Scanned(string table, string partition, string row, IEnumerable<string> values) =>
        new(table, row, $"{partition} {row} {string.Join(' ', values)}");
}
