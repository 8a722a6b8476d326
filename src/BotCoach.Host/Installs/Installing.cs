using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Slack;

namespace BotCoach.Host;

/// <summary>What an installation brings about: tokens that are kept, a first lead, and a word to whoever did it.</summary>
internal sealed partial class Installing(
    Installations installations, Removals removals, Installers installers, ChatChannels channels, TimeProvider clock, ILogger<Installing> logger)
{
    /// <summary>Takes up an installation that Slack has granted. When this returns, it is kept.</summary>
    public async Task TakeUpAsync(SlackInstallation installation, CancellationToken cancellationToken)
    {
        await installations.KeepAsync(installation, cancellationToken);
        Log.Installed(logger, installation.Workspace);
        await removals.HandleAsync(
            new WorkspaceNotice(new WorkspaceAddress(SlackSetup.Channel, installation.Workspace), WorkspaceChange.Installed, clock.GetUtcNow()), cancellationToken);

        var installer = new PersonAddress(SlackSetup.Channel, installation.Workspace, installation.Installer);
        var card = installation.IsOfEnterprise ? await installers.WelcomeToAllAsync(installer, cancellationToken) : await installers.WelcomeAsync(installer, cancellationToken);
        var result = await SendAsync(installer, card, cancellationToken);
        if (result is not DeliveryResult.Sent)
        {
            Log.NotTold(logger, installation.Workspace, result is DeliveryResult.Failed failed ? failed.Reason : result.GetType().Name);
        }
    }

    private async Task<DeliveryResult> SendAsync(PersonAddress installer, Card card, CancellationToken cancellationToken)
    {
        var channel = channels.Find(installer.Channel)!;
        return await channel.OpenDirectAsync(installer, cancellationToken) switch
        {
            DirectConversation.Opened { Conversation: var conversation } =>
                await channel.SendAsync(conversation, card, string.Create(CultureInfo.InvariantCulture, $"installed {clock.GetUtcNow():yyyyMMddHHmmss}"), cancellationToken),
            DirectConversation.Refused { Result: var refused } => refused,
            var other => throw new InvalidOperationException($"Not a known outcome: {other.GetType().Name}."),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Slack: the app was installed in workspace {Workspace}.")]
        public static partial void Installed(ILogger logger, string workspace);

        [LoggerMessage(LogLevel.Warning, "Whoever installed the app in workspace {Workspace} could not be told what comes next ({Reason}).")]
        public static partial void NotTold(ILogger logger, string workspace, string reason);
    }
}
