using Microsoft.Extensions.Configuration;

namespace BotCoach.PlatformSimulator;

/// <summary>
/// The simulator as a process of its own:
/// <c>--urls http://127.0.0.1:5080 --seed 7 --speed 4 --faults:lostAnswer 0.05 --slack:workspacePerMinute 600</c>.
/// The names are those of <see cref="SimulatorOptions"/>; it can be asked and changed under <c>/_control/</c>.
/// </summary>
internal static class SimulatorProgram
{
    /// <summary>Runs until it is ended.</summary>
    /// <returns>0, or 2 when it cannot run as it was asked to.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        SimulatorOptions options;
        try
        {
            options = configuration.Get<SimulatorOptions>(binder => binder.ErrorOnUnknownConfiguration = false) ?? new SimulatorOptions();
        }
        catch (InvalidOperationException unreadable)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return 2;
        }

        var url = configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? "http://127.0.0.1:0";
        TimeProvider clock = options.Speed > 1 ? new SpedUpClock(options.Speed, options.Since) : TimeProvider.System;
        await using var simulator = await Simulator.StartAsync(options, clock, url);
        Console.WriteLine($"Slack's Web API on {simulator.SlackApi}, the Bot Connector on {simulator.Connector}, the control on {simulator.Control}.");
        await simulator.WaitForShutdownAsync();
        return 0;
    }
}
