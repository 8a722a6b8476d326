using BotCoach.Slack;
using BotCoach.Teams;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>One thing that can be set up.</summary>
/// <param name="Name">What it is.</param>
/// <param name="IsDone">Whether it is set up.</param>
/// <param name="Says">What is there, or what to do next; never a secret.</param>
internal sealed record SetUpStep(string Name, bool IsDone, string Says);

/// <summary>What is set up and what is not, in words for whoever looks for the first time.</summary>
internal sealed class SetUp(IOptions<SlackOptions> slack, IOptions<TeamsOptions> teams, IOptions<PublicAddressOptions> address, IHostEnvironment environment, IConfiguration configuration)
{
    public IReadOnlyList<SetUpStep> Steps { get; } =
    [
        new("Store", true, Store(configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions())),
        Slack(slack.Value, address.Value, environment),
        Teams(teams.Value),
        Pages(address.Value, environment),
        Summaries(configuration.GetSection(SummariesOptions.Section).Get<SummariesOptions>() ?? new SummariesOptions()),
    ];

    private static string Store(StorageOptions storage) =>
        storage.Provider is StorageProvider.AzureTables ? "Azure Table Storage" : $"SQLite, {storage.Sqlite.Path}";

    private static SetUpStep Pages(PublicAddressOptions address, IHostEnvironment environment) => address.PublicUrl switch
    {
        { } url => new("Pages", true, $"Links in chat lead to {url}."),
        null when environment.IsDevelopment() => new("Pages", true, "Links in chat lead to this machine, in Development alone."),
        null => new("Pages", false, "Set Host:PublicUrl to the address that browsers reach, for /coach insights and /coach export."),
    };

    private static SetUpStep Summaries(SummariesOptions summaries) => new("Key points", true, summaries.IsSetUp
        ? $"Chosen by {summaries.Model} at {summaries.Endpoint!.Host} for those who agree, else found on this machine."
        : "Found on this machine.");

    private static SetUpStep Slack(SlackOptions options, PublicAddressOptions address, IHostEnvironment environment)
    {
        var road = options switch
        {
            { AppToken: not null } => "Requests come over Socket Mode; /health/ready says whether a connection is open.",
            { SigningSecret: not null } => "Requests are taken on /slack/events, /slack/interactions and /slack/commands.",
            _ => null,
        };
        return options switch
        {
            { HasInstalls: true } when road is null => new("Slack", false, "Slack:SigningSecret is missing, so every request from Slack is refused."),
            { HasInstalls: true } when address.PublicUrl is null && !environment.IsDevelopment() =>
                new("Slack", false, "Set Host:PublicUrl: Slack sends whoever installs the app back to it."),
            { HasInstalls: true } => new("Slack", true, $"{road} Workspaces install it at {InstallPages.BeginPath}."),
            { BotToken: null } when road is null => new("Slack", false, "Set Slack:SigningSecret and Slack:BotToken; README.md has the five steps."),
            { BotToken: null } => new("Slack", false, "Slack:BotToken is missing, so nothing can be sent."),
            _ when road is null => new("Slack", false, "Slack:SigningSecret is missing, so every request from Slack is refused."),
            _ => new("Slack", true, road),
        };
    }

    private static SetUpStep Teams(TeamsOptions options) => options switch
    {
        { AllowUnauthenticated: true } => new("Microsoft Teams", true, "Anyone is believed on /api/messages: for a playground on this machine."),
        { AppId: null or "" } => new("Microsoft Teams", false, "Set Teams:AppId, Teams:TenantId and Teams:ClientSecret."),
        { HasCredential: false } => new("Microsoft Teams", false, "Teams:ClientSecret is missing, so nothing can be sent."),
        _ => new("Microsoft Teams", true, "Activities are taken on /api/messages."),
    };
}

/// <summary>Says on the console, once the service runs, where it is and what is set up.</summary>
internal sealed partial class SetUpReport(
    SetUp setUp, Microsoft.AspNetCore.Hosting.Server.IServer server, IHostApplicationLifetime lifetime, ILogger<SetUpReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Say);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Say()
    {
        var addresses = server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses ?? [];
        Log.Running(logger, string.Join(", ", addresses));
        foreach (var step in setUp.Steps)
        {
            Log.Step(logger, step.Name, step.IsDone ? "ready" : "not set up", step.Says);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "BotCoach runs on {Addresses}. Open it in a browser to see what is set up.")]
        public static partial void Running(ILogger logger, string addresses);

        [LoggerMessage(LogLevel.Information, "{Name}: {State}. {Says}")]
        public static partial void Step(ILogger logger, string name, string state, string says);
    }
}
