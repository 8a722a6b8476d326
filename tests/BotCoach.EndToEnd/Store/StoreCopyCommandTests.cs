using BotCoach.Coaching;
using BotCoach.Host;
using BotCoach.Storage;

namespace BotCoach.EndToEnd;

public sealed class StoreCopyCommandTests
{
    [Fact]
    public async Task A_store_is_moved_with_its_progress_shown_and_a_second_run_does_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var azurite = await Azurite.StartAsync(inMemory: true);
        var file = folder.File("botcoach.db");
        await using (var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = file }))
        {
            await store.EnsureTablesAsync(CoachingServices.Tables, default);
            await ShardCount.ReadOrKeepAsync(store, 7, default);
        }

        var (first, said) = await RunAsync("store", "copy", "--from", file, "--to", azurite.ConnectionString);
        var (second, again) = await RunAsync("store", "copy", "--from", file, "--to", azurite.ConnectionString);
        await using var copy = new AzureTableStore(new AzureTableStoreOptions { ConnectionString = azurite.ConnectionString }, TimeProvider.System);
        await copy.EnsureTablesAsync(CoachingServices.Tables, default);

        Assert.Equal((0, 0), (first, second));
        Assert.Contains("1 rows of Due", said, StringComparison.Ordinal);
        Assert.Contains("Copied and counted", said, StringComparison.Ordinal);
        Assert.Contains("Copied before", again, StringComparison.Ordinal);
        Assert.Equal(7, (await ShardCount.ReadOrKeepAsync(copy, 64, default)).Count);
    }

    [Theory]
    [InlineData(2, "Usage:", "store")]
    [InlineData(2, "Usage:", "store", "copy", "--to", "x")]
    [InlineData(1, "There is no store at", "store", "copy", "--from", "/nowhere/botcoach.db", "--to", "UseDevelopmentStorage=true")]
    public async Task A_command_that_cannot_be_done_says_why(int code, string words, params string[] args)
    {
        var (exit, said) = await RunAsync(args);

        Assert.Equal(code, exit);
        Assert.StartsWith(words, said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var said = new StringWriter();
        var code = StoreCopyCommand.TryRead(args, TimeProvider.System, out var command)
            ? await command.RunAsync(said, said, default)
            : await BotCoachApp.RunAsync(args, said);
        return (code, said.ToString());
    }
}
