using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>
/// In which language a person is told that a turn failed. A card or a form says itself in which it is; a turn that
/// brought neither does not, and no request of Slack's carries a locale, so Slack is asked.
/// </summary>
internal sealed class NoticeLanguage(SlackChannel channel)
{
    /// <summary>Ours: a notice is to come soon, and in English it is understood as well.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>The language of somebody of whom nothing can be known.</summary>
    public static Language Unknown { get; } = Language.Of(null);

    /// <summary>The language of a person's locale, and English when Slack does not say in time.</summary>
    /// <param name="person">Who is told.</param>
    /// <param name="patience">How long the notice can wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Language> OfAsync(PersonAddress person, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (patience <= TimeSpan.Zero)
            return Unknown;

        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(patience < _longest ? patience : _longest);
        try
        {
            return await channel.LookUpAsync(person, inTime.Token) is PersonLookup.Found found ? Language.Of(found.Locale) : Unknown;
        }
        catch (Exception)
        {
            // Too late, or the store that holds the tokens is what failed the turn.
            return Unknown;
        }
    }
}
