using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person says to an invitation, and to the groups that they are in.</summary>
internal sealed class MembershipConversation(GroupsTable groups, PlanConversation plans, TimeProvider clock)
{
    /// <summary><c>/coach groups</c></summary>
    public async Task<TurnDecision> ShowAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var mine = (await groups.OfPersonAsync(person.Address, cancellationToken))
            .Where(member => member.Status == MemberStatus.Accepted)
            .Select(member => member.Group)
            .ToHashSet(StringComparer.Ordinal);
        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        return TurnDecision.Say(turn, MembershipCards.Mine(person.Language, [.. all.Where(group => mine.Contains(group.Id))]));
    }

    /// <summary>A button of an invitation or of one's groups.</summary>
    public async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, string id, CancellationToken cancellationToken)
    {
        var group = (await groups.GroupsAsync(person.Address.Home, cancellationToken)).FirstOrDefault(known => known.Id == id);
        if (group is null || await groups.FindAsync(person.Address, id, cancellationToken) is not { } member)
        {
            return TurnDecision.Say(turn, MembershipCards.Gone(person.Language));
        }

        return turn.Action.Name switch
        {
            MembershipCards.AcceptAction => Accept(turn, person, group, member),
            MembershipCards.DeclineAction when member.Status == MemberStatus.Accepted => Leave(turn, person, group, member),
            MembershipCards.DeclineAction => To(turn, MembershipCards.Declined(person.Language, group), member, MemberStatus.Declined),
            _ when member.Status == MemberStatus.Accepted => Leave(turn, person, group, member),
            _ => TurnDecision.Say(turn, MembershipCards.Left(person.Language, group)),
        };
    }

    // Whoever accepts without a plan is offered one, the group's first.
    private TurnDecision Accept(ButtonTurn turn, PersonState person, Group group, GroupMember member)
    {
        var decision = To(
            turn,
            MembershipCards.Accepted(person.Language, group),
            member with { Stays = member.Status == MemberStatus.Accepted ? member.Stays : [.. member.Stays, new Stay(ThisWeek(person).Plus(1), Before: null)] },
            MemberStatus.Accepted);
        return person.Plan is null
            ? decision with { Answer = decision.Answer with { Posts = [plans.Offer(turn, person, group.Plan)] } }
            : decision;
    }

    // The week in which somebody leaves no longer counts, and what they come back to is another pseudonym's.
    private TurnDecision Leave(ButtonTurn turn, PersonState person, Group group, GroupMember member)
    {
        var left = IsoWeek.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return To(
            turn,
            MembershipCards.Left(person.Language, group),
            member with { Stays = [.. member.Stays.Select(stay => stay.Before is null ? stay with { Before = left < stay.From ? stay.From : left } : stay)] },
            MemberStatus.Left);
    }

    private TurnDecision To(ButtonTurn turn, Card card, GroupMember member, MemberStatus status) => TurnDecision.Say(turn, card) with
    {
        InGroups = [GroupsTable.Write(member with { Status = status, Since = clock.GetUtcNow() })],
    };

    private IsoWeek ThisWeek(PersonState person) => IsoWeek.Of(LocalTime.DateOf(clock.GetUtcNow(), person.Zone));
}
