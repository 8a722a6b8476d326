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
    /// A form that was submitted turns into itself with what is wrong, into the next form, into what its message is updated
    /// to, or into a line that says that it was saved, so that it is not sent twice by accident. A form that a card's button
    /// opens takes the card's place when it knows a way back to it, and is a new message otherwise.
    /// </summary>
    public static Placement Of(TeamsOccasion occasion, ChatAnswer answer)
    {
        if (occasion.Form is not { } form)
        {
            return answer is { Form: { Back: not null } opened, Replacement: null } && occasion is { Turn: ButtonTurn, CardMessage: not null }
                ? new(TeamsMessage.Of(opened), answer with { Form = null }) { IsForm = true }
                : new(answer.Replacement is { } card ? TeamsMessage.Of(card) : null, answer with { Replacement = null });
        }

        if (answer.Errors.Count > 0)
            return new(TeamsMessage.Of(form, answer.Errors), ChatAnswer.Nothing) { IsForm = true };
        if (answer.Form is { } next)
            return new(TeamsMessage.Of(next), answer with { Form = null }) { IsForm = true };
        if (occasion.Way is not AnswerWay.Dialog && answer.Updates.FirstOrDefault(update => update.Message == occasion.CardMessage) is { } own)
            return new(TeamsMessage.Of(own.Card), answer with { Updates = [.. answer.Updates.Where(update => update != own)] });
        return new(
            TeamsMessage.Of(answer.Replacement ?? answer.Reply ?? new Card { Title = form.Title, Text = NoticeTexts.In(form.Language).Saved, Language = form.Language }),
            answer with { Replacement = null, Reply = answer.Replacement is null ? null : answer.Reply });
    }
}
