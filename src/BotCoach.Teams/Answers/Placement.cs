using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>What becomes of the card that was acted upon, and what an answer shows besides.</summary>
/// <param name="InPlace">What the card turns into; null when it stays as it is.</param>
/// <param name="Rest">What is left of the answer.</param>
internal sealed record Placement(TeamsMessage? InPlace, ChatAnswer Rest)
{
    /// <summary>Whether the card turns into a form that the person is to fill in.</summary>
    public bool IsForm { get; private init; }

    /// <summary>
    /// A form that was submitted turns into itself with what is wrong, into the next form, or into a line that says that it
    /// was saved, so that it is not sent twice by accident. Its answer is a new message, found at the end of the
    /// conversation. A form that a card's button opens is a new message too: the card is still wanted.
    /// </summary>
    public static Placement Of(TeamsOccasion occasion, ChatAnswer answer)
    {
        if (occasion.Form is not { } form)
            return new(answer.Replacement is { } card ? TeamsMessage.Of(card) : null, answer with { Replacement = null });
        if (answer.Errors.Count > 0)
            return new(TeamsMessage.Of(form, answer.Errors), ChatAnswer.Nothing) { IsForm = true };
        if (answer.Form is { } next)
            return new(TeamsMessage.Of(next), answer with { Form = null }) { IsForm = true };
        return new(
            TeamsMessage.Of(answer.Replacement ?? answer.Reply ?? new Card { Title = form.Title, Text = Notices.Saved }),
            answer with { Replacement = null, Reply = answer.Replacement is null ? null : answer.Reply });
    }
}
