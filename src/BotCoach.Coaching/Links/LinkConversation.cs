using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Hands out links to pages.</summary>
/// <param name="leads">Who may see the figures.</param>
/// <param name="links">Makes the links; null for a coach that has no pages.</param>
internal sealed class LinkConversation(Leads leads, IOneTimeLinks? links)
{
    /// <summary><c>/coach insights</c></summary>
    public async Task<TurnDecision> InsightsAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken) =>
        TurnDecision.Say(turn, await InsightsAsync(person, cancellationToken));

    /// <summary>The button of a digest, which stays as it is.</summary>
    public async Task<TurnDecision> FromDigestAsync(PersonState person, CancellationToken cancellationToken) =>
        new(new ChatAnswer { Reply = await InsightsAsync(person, cancellationToken) });

    /// <summary><c>/coach export</c></summary>
    public TurnDecision Export(ChatTurn turn, PersonState person) => TurnDecision.Say(turn, Card(person, OneTimePage.Export, LinkCards.Export));

    private async Task<Card> InsightsAsync(PersonState person, CancellationToken cancellationToken) =>
        await leads.IsLeadAsync(person.Address, cancellationToken) ? Card(person, OneTimePage.Insights, LinkCards.Insights) : GroupCards.NotALead;

    private Card Card(PersonState person, OneTimePage page, Func<Uri, Card> card) =>
        links?.Make(page, person.Address) is { } link ? card(link) : LinkCards.NoAddress;
}
