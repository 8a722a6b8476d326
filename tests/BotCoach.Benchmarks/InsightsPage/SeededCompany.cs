using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Benchmarks;

/// <summary>A company that does not exist, in a SQLite file with the key ring beside it.</summary>
internal sealed class SeededCompany : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private SeededCompany(SampleCompany company)
    {
        Company = company;
        Store = new SqliteTableStore(new SqliteTableStoreOptions { Path = File });
        Protection = DataProtectionProvider.Create(new DirectoryInfo(Keys), keys => keys.SetApplicationName("BotCoach"));
    }

    /// <summary>The company.</summary>
    public SampleCompany Company { get; }

    /// <summary>Its store.</summary>
    public SqliteTableStore Store { get; }

    /// <summary>Its key ring.</summary>
    public IDataProtectionProvider Protection { get; }

    /// <summary>The store's file.</summary>
    public string File => _folder.File("botcoach.db");

    /// <summary>The key ring's folder.</summary>
    public string Keys => _folder.File("keys");

    /// <summary>How many replies it holds.</summary>
    public int Replies { get; private set; }

    /// <summary>Makes one.</summary>
    public static async Task<SeededCompany> SeedAsync(SampleCompany company)
    {
        var seeded = new SeededCompany(company);
        await seeded.Store.EnsureTablesAsync([.. CoachingServices.Tables], CancellationToken.None);
        var shards = await ShardCount.ReadOrKeepAsync(seeded.Store, ShardMap.DefaultCount, CancellationToken.None);
        var history = new SampleHistory(seeded.Store, shards, seeded.Protection, company, ClosedWeek.At(TimeProvider.System.GetUtcNow()));
        seeded.Replies = await history.WriteAsync(counted: null, CancellationToken.None) ?? throw new BenchmarkException("A new store has rows.");
        return seeded;
    }

    /// <summary>Puts what the page and the rollup read into another store.</summary>
    public async Task CopyAsync(AzureTableStore to)
    {
        var copy = new StoreCopy(Store, to, TimeProvider.System);
        var result = await copy.RunAsync([GroupsTable.Name, PulseTable.Name, InsightsTable.Name], new Progress<StoreCopyProgress>(), CancellationToken.None);
        if (result is not StoreCopyResult.Copied)
            throw new BenchmarkException($"The copy to Azurite was not finished: {result.GetType().Name}.");
    }

    /// <summary>How long one rollup of a week takes whose figures no longer fit.</summary>
    public async Task<TimeSpan> RollUpAsync(ITableStore store)
    {
        var clock = TimeProvider.System;
        var (groups, pulses, insights) = (new GroupsTable(store), new PulseTable(store), new InsightsTable(store));
        var (keys, catalogue, stale) = (new WorkspaceKeys(store, Protection, clock), PracticeCatalogue.Load(), new StaleWeeks(store));
        var people = new People(store, new ChatChannels([]), clock);
        var deliveries = new DeliveriesTable(store, new ShardMap(ShardMap.DefaultCount));
        var update = new InsightsUpdate(
            store, groups, new Harvest(store, deliveries, people, pulses, keys, catalogue), new Rollup(groups, pulses, insights, keys, catalogue),
            new LateAnswers(store, groups, clock), stale, new GroupRemovals(store, groups, pulses, insights, stale, clock), clock);
        await stale.NoteAsync(Company.Home, ClosedWeek.At(clock.GetUtcNow()), CancellationToken.None);
        var start = clock.GetTimestamp();
        var made = await update.RunAsync(Company.Home, CancellationToken.None);
        return made.Count == 1 ? clock.GetElapsedTime(start) : throw new BenchmarkException($"{made.Count} weeks were rolled up, and one had changed.");
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
