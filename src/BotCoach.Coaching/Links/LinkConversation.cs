using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Hands out links to pages.</summary>
/// <param name="leads">Who may see the figures.</param>
/// <param name="links">Makes the links; null for a coach that has no pages.</param>
internal sealed class LinkConversation(Leads leads, IOneTimeLinks? links)
{
    /// <summary><c>/coach insights</c>, and the button of the digest, which stays as it is.</summary>
    public async Task<TurnDecision> InsightsAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken) =>
        await leads.IsLeadAsync(person.Address, cancellationToken)
            ? Say(turn, person, OneTimePage.Insights, LinkCards.Insights)
            : TurnDecision.Say(turn, LeadCards.NotALead(person.Language));

    /// <summary><c>/coach export</c></summary>
    public TurnDecision Export(ChatTurn turn, PersonState person) => Say(turn, person, OneTimePage.Export, LinkCards.Export);

    private TurnDecision Say(ChatTurn turn, PersonState person, OneTimePage page, Func<Language, Uri, Card> card)
    {
        var answer = links?.Make(page, person.Address) is { } link ? card(person.Language, link) : LinkCards.NoAddress(person.Language);
        return turn is ButtonTurn { OnHome: false } ? new TurnDecision(new ChatAnswer { Reply = answer }) : TurnDecision.Say(turn, answer);
    }
}
