namespace BotCoach.EndToEnd;

/// <summary>What the console shows when the host cannot run as it is set up.</summary>
public sealed class RefusedStartTests
{
    [Theory]
    [InlineData("--Scheduling:Shards=abc", "BotCoach cannot start. Scheduling:Shards must be a whole number.")]
    [InlineData("--Slack:ApiBaseUrl=ftp://slack.com", "BotCoach cannot start. Slack:ApiBaseUrl must be an https address, or http on this machine.")]
    public async Task One_line_and_no_stack_trace(string setting, string said)
    {
        using var folder = new TemporaryFolder();
        await using var host = ChildProcess.Start(
            "The host", "dotnet", ["BotCoach.Host.dll", setting, $"--Storage:Sqlite:Path={folder.File("botcoach.db")}"], AppContext.BaseDirectory);
        await Poll.UntilAsync(
            () => Task.FromResult(!host.IsRunning && host.Output.Length > 0), Poll.Patience, "the host to give up", () => host.Output);

        Assert.Equal(said, host.Output.Trim());
    }

    [Fact]
    public async Task The_exit_code_tells_whoever_started_it()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => HostProcess.StartAsync(FreePort.Next(), new Dictionary<string, string> { ["Storage:Sqlite:Path"] = "/proc/botcoach/botcoach.db" }));

        Assert.StartsWith("The host ended with code 1 ", refusal.Message, StringComparison.Ordinal);
    }
}
