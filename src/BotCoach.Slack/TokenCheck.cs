using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>
/// Asks Slack once, after the start, whether it knows the token, so that a wrong one shows at once and not when the
/// first nudge is due.
/// </summary>
internal sealed partial class TokenCheck(SlackWebApi api, IOptions<SlackOptions> options, ILogger<TokenCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.BotToken is null)
            return;
        switch (await api.TestTokenAsync(stoppingToken))
        {
            case SlackReply.Ok ok:
                var (bot, workspace) = (ok.Body.Text("user"), ok.Body.Text("team"));
                Log.Connected(logger, bot, workspace);
                break;
            case SlackReply.Refused refused:
                Log.Refused(logger, refused.Code);
                break;
            case var other:
                var reason = other.ToCode();
                Log.NoAnswer(logger, reason);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Slack: connected as {Bot} to {Workspace}.")]
        public static partial void Connected(ILogger logger, string? bot, string? workspace);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack does not take the token in Slack:BotToken ({Code}), so nothing can be sent.")]
        public static partial void Refused(ILogger logger, string code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack could not be reached to check the token ({Reason}); sending is tried all the same.")]
        public static partial void NoAnswer(ILogger logger, string reason);
    }
}
