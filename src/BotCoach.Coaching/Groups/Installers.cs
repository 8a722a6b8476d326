using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// Whoever installed the coach in a workspace: its first lead, and the one who is told, in their own language, what removing it
/// means.
/// </summary>
public sealed class Installers(Leads leads, People people)
{
    /// <summary>Makes somebody the first lead of a workspace that has none, and says what they read. Doing it again changes nothing.</summary>
    public async Task<Card> WelcomeAsync(PersonAddress installer, CancellationToken cancellationToken)
    {
        var leadsNow = await leads.NameFirstAsync(installer, cancellationToken);
        var language = await LanguageAsync(installer, cancellationToken);
        return InstallerCards.Installed(language, leadsNow) with { Language = language };
    }

    /// <summary>What somebody reads who installed the coach for many workspaces at once: each has leads of its own.</summary>
    public async Task<Card> WelcomeToAllAsync(PersonAddress installer, CancellationToken cancellationToken)
    {
        var language = await LanguageAsync(installer, cancellationToken);
        return InstallerCards.InstalledForAll(language) with { Language = language };
    }

    private async Task<Language> LanguageAsync(PersonAddress installer, CancellationToken cancellationToken) =>
        (await people.ReadAsync(installer, cancellationToken)).Language;
}
