using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>How a lead invites people into a group: by mentions, or by a list that is looked up first.</summary>
internal sealed class GroupInvitations(Enrolments enrolments, GroupRows rows, TimeProvider clock)
{
    /// <summary>Invites those whom the words mention; when there are none, the lead is asked for a list.</summary>
    public async Task<TurnDecision> OfMentionsAsync(ChatTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var found = await enrolments.OfMentionsAsync(person.Language, person.Address.Home, group.Id, turn.Mentioned, turn.MentionedGroups, cancellationToken);
        return turn.Mentioned.Count + turn.MentionedGroups.Count == 0
            ? new TurnDecision(new ChatAnswer { Form = GroupForms.Invite(person.Language, group) })
            : Invite(turn, person, group, found);
    }

    /// <summary>Looks a list up, and says what was found before anybody is invited.</summary>
    public async Task<TurnDecision> LookUpAsync(FormTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var list = turn.Values.GetValueOrDefault(GroupForms.EmailsField, "");
        var found = await enrolments.OfEmailsAsync(person.Language, person.Address.Home, group.Id, list, cancellationToken);
        var id = TurnVersion.Of(turn);
        return TurnDecision.Say(turn, GroupCards.DryRun(person.Language, group, id, found)) with
        {
            InGroups = found.Invite.Count == 0 ? [] : GroupRows.Found(person.Address.Home, id, found.Invite, clock.GetUtcNow()),
        };
    }

    /// <summary>Invites those whom a list was found to name.</summary>
    public async Task<TurnDecision> OfListAsync(ButtonTurn turn, PersonState person, Group group, string enrolment, CancellationToken cancellationToken)
    {
        var people = await rows.FoundAsync(person.Address.Home, enrolment, cancellationToken);
        var found = await enrolments.OfMentionsAsync(person.Language, person.Address.Home, group.Id, people, [], cancellationToken);
        return Invite(turn, person, group, found);
    }

    // The lead may tap twice: whoever is invited already is left out, and each invitation goes out once by its key.
    private TurnDecision Invite(ChatTurn turn, PersonState person, Group group, Enrolment found)
    {
        var people = found.Invite;
        var now = clock.GetUtcNow();
        return TurnDecision.Say(turn, GroupCards.Invited(person.Language, group, people.Count, found.Already, found.Problems)) with
        {
            InGroups =
            [
                .. people.Select(invited => GroupsTable.Write(new GroupMember
                {
                    Person = invited,
                    Group = group.Id,
                    Status = MemberStatus.Invited,
                    Since = now,
                })),
            ],
            Due =
            [
                .. people.Select(invited => new DueNudge
                {
                    Person = invited,
                    Kind = NudgeKind.Invitation,
                    Subject = group.Id,
                    DueAt = now,
                    Version = TurnVersion.Of(turn),
                }),
            ],
        };
    }
}
