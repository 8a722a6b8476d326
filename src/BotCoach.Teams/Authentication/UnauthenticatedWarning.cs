using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>Says at start, where nobody can miss it, that the bot believes everyone.</summary>
internal sealed partial class UnauthenticatedWarning(
    IOptions<TeamsOptions> options,
    IHostEnvironment environment,
    ILogger<UnauthenticatedWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsUnauthenticated(environment))
        {
            Log.Unauthenticated(logger);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Teams:AllowUnauthenticated is set: anyone who reaches /api/messages can speak as anyone. For local development only.")]
        public static partial void Unauthenticated(ILogger logger);
    }
}
