namespace BotCoach.PlatformSimulator.Tests;

public sealed class ControlTests
{
    [Fact]
    public async Task Another_process_reads_the_same_account()
    {
        await using var world = await World.StartAsync();
        using var control = new SimulatorControl(world.Simulator.Control);
        await world.Bot.PostAsync("D1", "a");
        await world.Bot.PostAsync("D1", "b");

        var report = await control.ReportAsync();

        var workspace = Assert.Single(report.Workspaces);
        Assert.Equal(("slack", "T1", 1L, 1L), (workspace.Platform, workspace.Workspace, workspace.Messages, report.Throttled));
        Assert.Equal([1], workspace.PerSecond);
        Assert.Equal(world.Clock.GetUtcNow(), workspace.First);
        Assert.Equal([new Receipt("slack", "T1", "U1", "a", 1)], await control.ReceiptsAsync());
        Assert.Equal((world.Simulator.SlackApi, world.Simulator.Connector), (control.SlackApi, control.Connector));
    }

    [Fact]
    public async Task Another_process_changes_what_goes_wrong_and_makes_it_forget()
    {
        await using var world = await World.StartAsync();
        using var control = new SimulatorControl(world.Simulator.Control);

        await control.SetFaultsAsync(new FaultRates { ServerError = 1 });
        Assert.False((await world.Bot.PostAsync("D1", "a")).IsTaken);
        await control.SetFaultsAsync(FaultRates.None);
        await control.ResetAsync();

        Assert.True((await world.Bot.PostAsync("D1", "a")).IsTaken);
        Assert.Equal(1, (await control.ReportAsync()).Requests);
    }

    [Fact]
    public async Task It_runs_as_a_process_of_its_own()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        await using var process = ChildProcess.Start(
            "the simulator",
            "dotnet",
            [typeof(Simulator).Assembly.Location, "--urls", address.ToString(), "--speed", "100", "--slack:workspacePerMinute", "2", "--faults:blocked", "1"],
            AppContext.BaseDirectory);
        await process.WaitUntilReadyAsync(address, Poll.Patience);
        using var control = new SimulatorControl(address);
        await control.SetFaultsAsync(FaultRates.None);
        using var bot = new PlatformClient(control.SlackApi, control.Connector);

        Assert.True((await bot.PostAsync("D1", "a")).IsTaken);
        Assert.True((await bot.PostAsync("D2", "a")).IsTaken);
        await Poll.UntilAsync(async () => (await bot.PostAsync("D3", "a")).IsTaken, Poll.Patience, "a minute of the simulator's to pass");
        Assert.Equal(3, (await control.ReportAsync()).Messages);
    }
}
