using System.Globalization;
using BotCoach.Host;
using BotCoach.PlatformSimulator;
using BotCoach.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Benchmarks;

/// <summary>
/// The host as it is, with a store that is looked at and can be made to fail, and with a clock that may go faster. It runs in
/// a process of its own, so that its memory and its processor time are its own too.
/// </summary>
internal static class CoachHost
{
    public const string Name = "coach-host";

    /// <summary>Where it says what went between it and its store.</summary>
    public const string Traffic = "_benchmark/traffic";

    /// <summary>Where its store is made to fail for a number of seconds.</summary>
    public const string Outage = "_benchmark/outage";

    /// <summary>Serves until it is ended.</summary>
    public static async Task<bool> ServeAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
        var speed = configuration.GetValue("speed", 1.0);
        ObservedStore? observed = null;
        await using var app = await BotCoachApp.BuildAsync(args, services =>
        {
            var store = services.Last(service => service.ServiceType == typeof(ITableStore));
            services.AddSingleton<ITableStore>(provider => observed = new ObservedStore((ITableStore)store.ImplementationFactory!(provider)));
            if (speed > 1)
                services.AddSingleton<TimeProvider>(new SpedUpClock(speed, configuration.GetValue<DateTimeOffset>("since")));
        });
        app.MapGet($"/{Traffic}", () => observed!.Traffic);
        app.MapPost($"/{Outage}/{{seconds}}", (double seconds) =>
        {
            observed!.Fail(TimeSpan.FromSeconds(seconds));
            return Results.NoContent();
        });
        await app.RunAsync();
        return true;
    }

    /// <summary>The arguments that set its clock.</summary>
    public static string[] ClockArguments(double speed, DateTimeOffset since) =>
        ["--speed", speed.ToString(CultureInfo.InvariantCulture), "--since", since.ToString("O", CultureInfo.InvariantCulture)];
}
