using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a lead says about groups. Whoever is none gets one answer to everything, which tells nothing.</summary>
internal sealed class GroupConversation(
    GroupsTable groups, Leads leads, GroupInvitations invitations, GroupPauseConversation pauses, GroupRows rows, GroupRemovals removals, TimeProvider clock)
{
    /// <summary><c>/coach group …</c></summary>
    public async Task<TurnDecision> GroupAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, LeadCards.NotALead(person.Language));
        }

        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        return GroupCommand.Read(text, all) switch
        {
            GroupCommand.ListAll => TurnDecision.Say(turn, GroupCards.List(person.Language, all)),
            GroupCommand.New made => await MakeAsync(turn, person, made.Name, all, cancellationToken),
            GroupCommand.Show show => await ShowAsync(turn, person, show.Group, cancellationToken),
            GroupCommand.Add add => await invitations.OfMentionsAsync(turn, person, add.Group, cancellationToken),
            GroupCommand.Suggest suggest => await ChangeAsync(turn, person, suggest.Group with { Plan = suggest.Plan?.Id }, cancellationToken),
            GroupCommand.Rename rename when IsName(rename.Name, all) => await ChangeAsync(turn, person, rename.Group with { Name = rename.Name }, cancellationToken),
            GroupCommand.Rename => TurnDecision.Say(turn, GroupCards.NameIsNone(person.Language)),
            GroupCommand.Pause pause => await pauses.SetAsync(turn, person, pause.Group, pause.Days, cancellationToken),
            GroupCommand.Delete delete => TurnDecision.Say(turn, GroupCards.ReallyDelete(person.Language, delete.Group)),
            GroupCommand.NoSuchGroup unknown => TurnDecision.Say(turn, GroupCards.NoSuchGroup(person.Language, unknown.Text)),
            var command => throw new InvalidOperationException($"Not a known command: {command.GetType().Name}."),
        };
    }

    /// <summary>A button of a card about groups.</summary>
    public async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, string id, string value, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, LeadCards.NotALead(person.Language));
        }

        if (turn.Action.Name == GroupCards.NewAction)
        {
            return new TurnDecision(new ChatAnswer { Form = GroupForms.New(person.Language) });
        }

        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        if (all.FirstOrDefault(known => known.Id == id) is not { } group)
        {
            return TurnDecision.Say(turn, GroupCards.List(person.Language, all));
        }

        return turn.Action.Name switch
        {
            GroupCards.InviteAction => new TurnDecision(new ChatAnswer { Form = GroupForms.Invite(person.Language, group) }),
            GroupCards.PauseAction => new TurnDecision(new ChatAnswer { Form = GroupForms.Pause(person.Language, group) }),
            GroupCards.SuggestAction => await ChangeAsync(turn, person, group with { Plan = PlanTemplate.Find(value)?.Id }, cancellationToken),
            GroupCards.ConfirmAction => await invitations.OfListAsync(turn, person, group, value, cancellationToken),
            GroupCards.EndPauseAction => await pauses.EndAsync(turn, person, group, value, cancellationToken),
            GroupCards.DeleteAction when value == "yes" => TurnDecision.Say(turn, GroupCards.Deleted(person.Language, group)) with
            {
                InGroups = await removals.BeginAsync(person.Address.Home, group, cancellationToken),
            },
            GroupCards.DeleteAction => TurnDecision.Say(turn, GroupCards.ReallyDelete(person.Language, group)),
            _ => await ShowAsync(turn, person, group, cancellationToken),
        };
    }

    /// <summary>A form about groups.</summary>
    public async Task<TurnDecision> SubmitAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, LeadCards.NotALead(person.Language));
        }

        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        if (turn.Form == GroupForms.NewForm)
        {
            var name = turn.Values.GetValueOrDefault(GroupForms.NameField, "").Trim();
            return IsName(name, all)
                ? await MakeAsync(turn, person, name, all, cancellationToken)
                : Wrong(GroupForms.NameField, GroupTexts.In(person.Language).NameMustBeFree);
        }

        if (all.FirstOrDefault(known => known.Id == turn.State) is not { } group)
        {
            return TurnDecision.Say(turn, GroupCards.List(person.Language, all));
        }

        return turn.Form == GroupForms.InviteForm
            ? await invitations.LookUpAsync(turn, person, group, cancellationToken)
            : await pauses.SaveAsync(turn, person, group, cancellationToken);
    }

    private async Task<TurnDecision> MakeAsync(ChatTurn turn, PersonState person, string name, IReadOnlyList<Group> all, CancellationToken cancellationToken)
    {
        // A turn that comes again finds the group that it made.
        var id = TurnVersion.Of(turn);
        if (all.FirstOrDefault(group => group.Id == id) is { } made)
        {
            return await ShowAsync(turn, person, made, cancellationToken);
        }

        if (name.Length is 0 or > GroupForms.MaxName)
        {
            return TurnDecision.Say(turn, GroupCards.NameIsNone(person.Language));
        }

        return IsName(name, all)
            ? await ChangeAsync(turn, person, new Group(id, name, Plan: null, clock.GetUtcNow()), cancellationToken)
            : TurnDecision.Say(turn, GroupCards.NameTaken(person.Language, name));
    }

    private static bool IsName(string name, IReadOnlyList<Group> all) =>
        name.Length is > 0 and <= GroupForms.MaxName
        && CommandWords.Of(name) != "new"
        && all.All(group => !group.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private async Task<TurnDecision> ShowAsync(ChatTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var accepted = await rows.AcceptedAsync(person.Address.Home, group.Id, cancellationToken);
        var ahead = await pauses.AheadAsync(person, group, cancellationToken);
        return TurnDecision.Say(turn, GroupCards.Show(person.Language, group, accepted, ahead, clock.GetUtcNow(), person.Zone));
    }

    private async Task<TurnDecision> ChangeAsync(ChatTurn turn, PersonState person, Group group, CancellationToken cancellationToken) =>
        await ShowAsync(turn, person, group, cancellationToken) with
        {
            InGroups = [GroupsTable.List(person.Address.Home), GroupsTable.Write(person.Address.Home, group)],
        };

    private static TurnDecision Wrong(string field, string message) => new(new ChatAnswer { Errors = [new FieldError(field, message)] });
}
