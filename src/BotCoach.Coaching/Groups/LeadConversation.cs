using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a lead says about leads. Whoever is none gets one answer to everything, which tells nothing.</summary>
internal sealed class LeadConversation(Leads leads, ChatChannels channels, TimeProvider clock)
{
    /// <summary><c>/coach lead …</c></summary>
    public async Task<TurnDecision> SpeakAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, LeadCards.NotALead(person.Language));
        }

        var all = await leads.OfAsync(person.Address.Home, cancellationToken);
        var word = CommandWords.Split(text).Word;
        return word switch
        {
            "" => TurnDecision.Say(turn, LeadCards.Leads(person.Language, await NamesAsync(all, cancellationToken))),
            "add" or "remove" when turn.Mentioned.Count == 0 => TurnDecision.Say(turn, LeadCards.WhoLeads(person.Language)),
            "add" => TurnDecision.Say(turn, LeadCards.Leads(person.Language, await NamesAsync([.. all.Union(turn.Mentioned)], cancellationToken))) with
            {
                InGroups = [.. turn.Mentioned.Select(lead => GroupsTable.WriteLead(lead, clock.GetUtcNow()))],
            },
            "remove" when !all.Except(turn.Mentioned).Any() => TurnDecision.Say(turn, LeadCards.LastLead(person.Language)),
            "remove" => TurnDecision.Say(turn, LeadCards.Leads(person.Language, await NamesAsync([.. all.Except(turn.Mentioned)], cancellationToken))) with
            {
                InGroups = [.. turn.Mentioned.Select(GroupsTable.DeleteLead)],
            },
            _ => TurnDecision.Say(turn, LeadCards.WhoLeads(person.Language)),
        };
    }

    private async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<PersonAddress> people, CancellationToken cancellationToken) =>
        await Task.WhenAll(people.Select(async person =>
            channels.Find(person.Channel) is { } channel && await channel.LookUpAsync(person, cancellationToken) is PersonLookup.Found found
                ? found.Name
                : person.Person));
}
