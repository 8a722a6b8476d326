using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Whoever installed the coach in a workspace: its first lead, and the one who is told what removing it means.</summary>
public sealed class Installers(Leads leads)
{
    /// <summary>Makes somebody the first lead of a workspace that has none, and says what they read. Doing it again changes nothing.</summary>
    public async Task<Card> WelcomeAsync(PersonAddress installer, CancellationToken cancellationToken) =>
        InstallerCards.Installed(await leads.NameFirstAsync(installer, cancellationToken));

    /// <summary>What somebody reads who installed the coach for many workspaces at once: each has leads of its own.</summary>
    public static Card WelcomeToAll => InstallerCards.InstalledForAll;
}
