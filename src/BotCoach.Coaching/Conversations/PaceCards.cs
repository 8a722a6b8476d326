using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads whose turns come faster than they are taken.</summary>
internal static class PaceCards
{
    public static Card Slower(Language language) => new()
    {
        Title = PaceTexts.In(language).LotAtOnce,
        Text = PaceTexts.In(language).OneASecond,
        Language = language,
    };

    /// <summary>Says it beside an answer: below a reply, or as the reply where there is none.</summary>
    /// <param name="answer">The answer, in the person's language.</param>
    /// <param name="otherwise">The language to say it in where the answer has no words.</param>
    public static ChatAnswer Tell(ChatAnswer answer, Language otherwise)
    {
        if (answer.Reply is not { } reply)
        {
            return answer with { Reply = Slower(answer.Language ?? otherwise) };
        }

        var says = PaceTexts.In(reply.Language).OneASecond;
        return answer with { Reply = reply with { Context = reply.Context is null ? says : $"{reply.Context} {says}" } };
    }
}
