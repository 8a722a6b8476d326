namespace BotCoach.Host.Tests;

public sealed class StoreBackupCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_running_service_is_backed_up_and_later_goes_on_from_the_copy()
    {
        await using var slack = await SlackApi.StartAsync();
        var store = _folder.File("botcoach.db");
        (string, string)[] settings =
        [
            ("Storage:Sqlite:Path", store), ("Slack:SigningSecret", "secret"), ("Slack:BotToken", "xoxb-1"), ("Slack:ApiBaseUrl", slack.Address),
        ];
        await using (var host = await RunningHost.StartAsync(settings))
        {
            using var requests = new SlackRequests(host.Address, "secret");
            await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "plan active", "1.2.plan"));

            var (backedUp, said) = await RunAsync("backup", "--to", _folder.File("copy.db"), $"--Storage:Sqlite:Path={store}");
            await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "stop", "1.2.stop"));
            var (restored, refusal) = await RunAsync("restore", "--from", _folder.File("copy.db"), $"--Storage:Sqlite:Path={store}");

            Assert.Equal((0, 1), (backedUp, restored));
            Assert.Contains("Keep the keys in", said, StringComparison.Ordinal);
            Assert.Contains("Stop the service first", refusal, StringComparison.Ordinal);
            Assert.DoesNotContain("Active", await PlanAsync(requests), StringComparison.Ordinal);
        }

        var (code, words) = await RunAsync("restore", "--from", _folder.File("copy.db"), $"--Storage:Sqlite:Path={store}");
        await using var again = await RunningHost.StartAsync(settings);
        using var asked = new SlackRequests(again.Address, "secret");

        Assert.Equal(0, code);
        Assert.Contains("What was there is now", words, StringComparison.Ordinal);
        Assert.Contains("Active", await PlanAsync(asked), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder.Path, "botcoach.db.before-restore-*"));
    }

    [Theory]
    [InlineData(2, "Usage:", "backup")]
    [InlineData(2, "Usage:", "backup", "--from", "x")]
    [InlineData(2, "Usage:", "restore", "--from", "x", "y")]
    [InlineData(1, "Nothing was done. There is no store at", "backup", "--to", "/nowhere/copy.db", "--Storage:Sqlite:Path=/nowhere/botcoach.db")]
    [InlineData(1, "Nothing was done. There is no file", "restore", "--from", "/nowhere/copy.db")]
    [InlineData(1, "Nothing was done. The store is in Azure", "backup", "--to", "copy.db", "--Storage:Provider=AzureTables")]
    [InlineData(1, "Nothing was done. Storage:Provdr is not a setting", "backup", "--to", "copy.db", "--Storage:Provdr=Sqlite")]
    public async Task A_command_that_cannot_be_done_says_why(int code, string words, params string[] args)
    {
        var (exit, said) = await RunAsync(args);

        Assert.Equal(code, exit);
        Assert.StartsWith(words, said, StringComparison.Ordinal);
    }

    private static async Task<string> PlanAsync(SlackRequests requests) =>
        (await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "plan", $"1.2.{Guid.NewGuid():N}"))).Body;

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        await using var said = new StringWriter();
        var code = await StoreCommand.RunAsync(["store", .. args], said, said);
        return (code, said.ToString());
    }
}
