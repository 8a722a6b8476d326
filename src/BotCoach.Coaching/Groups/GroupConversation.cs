using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a lead says about leads and groups. Whoever is none gets one answer to everything, which tells nothing.</summary>
internal sealed class GroupConversation(
    GroupsTable groups, Leads leads, Enrolments enrolments, GroupRows rows, GroupRemovals removals, ChatChannels channels, TimeProvider clock)
{
    private static readonly char[] _separators = [' ', '\u2013', '-'];

    /// <summary><c>/coach lead …</c></summary>
    public async Task<TurnDecision> LeadAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, GroupCards.NotALead);
        }

        var all = await leads.OfAsync(person.Address.Home, cancellationToken);
        var word = text.Split(' ', 2)[0].ToLowerInvariant();
        return word switch
        {
            "" => TurnDecision.Say(turn, GroupCards.Leads(await NamesAsync(all, cancellationToken))),
            "add" or "remove" when turn.Mentioned.Count == 0 => TurnDecision.Say(turn, GroupCards.WhoLeads),
            "add" => TurnDecision.Say(turn, GroupCards.Leads(await NamesAsync([.. all.Union(turn.Mentioned)], cancellationToken))) with
            {
                InGroups = [.. turn.Mentioned.Select(lead => GroupsTable.WriteLead(lead, clock.GetUtcNow()))],
            },
            "remove" when !all.Except(turn.Mentioned).Any() => TurnDecision.Say(turn, GroupCards.LastLead),
            "remove" => TurnDecision.Say(turn, GroupCards.Leads(await NamesAsync([.. all.Except(turn.Mentioned)], cancellationToken))) with
            {
                InGroups = [.. turn.Mentioned.Select(GroupsTable.DeleteLead)],
            },
            _ => TurnDecision.Say(turn, GroupCards.WhoLeads),
        };
    }

    /// <summary><c>/coach group …</c></summary>
    public async Task<TurnDecision> GroupAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, GroupCards.NotALead);
        }

        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        return GroupCommand.Read(text, all) switch
        {
            GroupCommand.ListAll => TurnDecision.Say(turn, GroupCards.List(all)),
            GroupCommand.New made => await MakeAsync(turn, person, made.Name, all, cancellationToken),
            GroupCommand.Show show => await ShowAsync(turn, person, show.Group, cancellationToken),
            GroupCommand.Add add => await InviteMentionedAsync(turn, person, add.Group, cancellationToken),
            GroupCommand.Suggest suggest => await ChangeAsync(turn, person, suggest.Group with { Plan = suggest.Plan?.Id }, cancellationToken),
            GroupCommand.Rename rename when IsName(rename.Name, all) => await ChangeAsync(turn, person, rename.Group with { Name = rename.Name }, cancellationToken),
            GroupCommand.Rename => TurnDecision.Say(turn, GroupCards.NameIsNone),
            GroupCommand.Pause pause => await PauseAsync(turn, person, pause.Group, pause.Days, cancellationToken),
            GroupCommand.Delete delete => TurnDecision.Say(turn, GroupCards.ReallyDelete(delete.Group)),
            GroupCommand.NoSuchGroup unknown => TurnDecision.Say(turn, GroupCards.NoSuchGroup(unknown.Text)),
            var command => throw new InvalidOperationException($"Not a known command: {command.GetType().Name}."),
        };
    }

    /// <summary>A button of a card about groups.</summary>
    public async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, string id, string value, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, GroupCards.NotALead);
        }

        if (turn.Action.Name == GroupCards.NewAction)
        {
            return new TurnDecision(new ChatAnswer { Form = GroupForms.New });
        }

        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        if (all.FirstOrDefault(known => known.Id == id) is not { } group)
        {
            return TurnDecision.Say(turn, GroupCards.List(all));
        }

        return turn.Action.Name switch
        {
            GroupCards.InviteAction => new TurnDecision(new ChatAnswer { Form = GroupForms.Invite(group) }),
            GroupCards.PauseAction => new TurnDecision(new ChatAnswer { Form = GroupForms.Pause(group) }),
            GroupCards.SuggestAction => await ChangeAsync(turn, person, group with { Plan = PlanTemplate.Find(value)?.Id }, cancellationToken),
            GroupCards.ConfirmAction => await InviteFoundAsync(turn, person, group, value, cancellationToken),
            GroupCards.EndPauseAction => await EndPauseAsync(turn, person, group, value, cancellationToken),
            GroupCards.DeleteAction when value == "yes" => TurnDecision.Say(turn, GroupCards.Deleted(group)) with
            {
                InGroups = await removals.BeginAsync(person.Address.Home, group, cancellationToken),
            },
            GroupCards.DeleteAction => TurnDecision.Say(turn, GroupCards.ReallyDelete(group)),
            _ => await ShowAsync(turn, person, group, cancellationToken),
        };
    }

    /// <summary>A form about groups.</summary>
    public async Task<TurnDecision> SubmitAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        if (!await leads.IsLeadAsync(person.Address, cancellationToken))
        {
            return TurnDecision.Say(turn, GroupCards.NotALead);
        }

        var all = await groups.GroupsAsync(person.Address.Home, cancellationToken);
        if (turn.Form == GroupForms.NewForm)
        {
            var name = turn.Values.GetValueOrDefault(GroupForms.NameField, "").Trim();
            return IsName(name, all)
                ? await MakeAsync(turn, person, name, all, cancellationToken)
                : Wrong(GroupForms.NameField, "One to forty characters, and no group has that name yet.");
        }

        if (all.FirstOrDefault(known => known.Id == turn.State) is not { } group)
        {
            return TurnDecision.Say(turn, GroupCards.List(all));
        }

        return turn.Form == GroupForms.InviteForm
            ? await LookUpAsync(turn, person, group, cancellationToken)
            : await SavePauseAsync(turn, person, group, cancellationToken);
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
            return TurnDecision.Say(turn, GroupCards.NameIsNone);
        }

        return IsName(name, all)
            ? await ChangeAsync(turn, person, new Group(id, name, Plan: null, clock.GetUtcNow()), cancellationToken)
            : TurnDecision.Say(turn, GroupCards.NameTaken(name));
    }

    private static bool IsName(string name, IReadOnlyList<Group> all) =>
        name.Length is > 0 and <= GroupForms.MaxName
        && !name.Equals("new", StringComparison.OrdinalIgnoreCase)
        && all.All(group => !group.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private async Task<TurnDecision> ShowAsync(ChatTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var accepted = await rows.AcceptedAsync(person.Address.Home, group.Id, cancellationToken);
        var pauses = await PausesAsync(person, group, cancellationToken);
        return TurnDecision.Say(turn, GroupCards.Show(group, accepted, pauses, clock.GetUtcNow(), person.Zone));
    }

    private async Task<TurnDecision> ChangeAsync(ChatTurn turn, PersonState person, Group group, CancellationToken cancellationToken) =>
        await ShowAsync(turn, person, group, cancellationToken) with
        {
            InGroups = [GroupsTable.List(person.Address.Home), GroupsTable.Write(person.Address.Home, group)],
        };

    private async Task<TurnDecision> InviteMentionedAsync(ChatTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var found = await enrolments.OfMentionsAsync(person.Address.Home, group.Id, turn.Mentioned, turn.MentionedGroups, cancellationToken);
        return turn.Mentioned.Count + turn.MentionedGroups.Count == 0
            ? new TurnDecision(new ChatAnswer { Form = GroupForms.Invite(group) })
            : Invite(turn, group, found, found.Invite);
    }

    private async Task<TurnDecision> LookUpAsync(FormTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var list = turn.Values.GetValueOrDefault(GroupForms.EmailsField, "");
        var found = await enrolments.OfEmailsAsync(person.Address.Home, group.Id, list, cancellationToken);
        var id = TurnVersion.Of(turn);
        return TurnDecision.Say(turn, GroupCards.DryRun(group, id, found)) with
        {
            InGroups = found.Invite.Count == 0 ? [] : GroupRows.Found(person.Address.Home, id, found.Invite, clock.GetUtcNow()),
        };
    }

    private async Task<TurnDecision> InviteFoundAsync(ButtonTurn turn, PersonState person, Group group, string enrolment, CancellationToken cancellationToken)
    {
        var people = await rows.FoundAsync(person.Address.Home, enrolment, cancellationToken);
        var found = await enrolments.OfMentionsAsync(person.Address.Home, group.Id, people, [], cancellationToken);
        return Invite(turn, group, found, found.Invite);
    }

    // The lead may tap twice: whoever is invited already is left out, and each invitation goes out once by its key.
    private TurnDecision Invite(ChatTurn turn, Group group, Enrolment found, IReadOnlyList<PersonAddress> people)
    {
        var now = clock.GetUtcNow();
        return TurnDecision.Say(turn, GroupCards.Invited(group, people.Count, found.Already, found.Problems)) with
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

    private async Task<TurnDecision> PauseAsync(ChatTurn turn, PersonState person, Group group, string days, CancellationToken cancellationToken)
    {
        if (days.Length == 0)
        {
            return new TurnDecision(new ChatAnswer { Form = GroupForms.Pause(group) });
        }

        var parts = days.Split([" to ", " until ", " \u2013 ", " - "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts is [var from, var last] && Days(person, from, last) is { Pause: { } pause }
            ? await KeepAsync(turn, person, group, pause, cancellationToken)
            : TurnDecision.Say(turn, GroupCards.DaysNotUnderstood);

        async Task<TurnDecision> KeepAsync(ChatTurn by, PersonState who, Group which, (DateOnly From, DateOnly Until) rest, CancellationToken token) =>
            await WithPauseAsync(by, who, which, new GroupPause(which.Id, rest.From, rest.Until), token);
    }

    private async Task<TurnDecision> SavePauseAsync(FormTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var (from, last) = (turn.Values.GetValueOrDefault(GroupForms.FromField, ""), turn.Values.GetValueOrDefault(GroupForms.LastField, ""));
        return Days(person, from, last) switch
        {
            { Pause: { } pause } => await WithPauseAsync(turn, person, group, new GroupPause(group.Id, pause.From, pause.Until), cancellationToken),
            { Wrong: var field } => Wrong(field, "I can't read that as a day to come. Try 21 Dec."),
        };
    }

    private async Task<TurnDecision> WithPauseAsync(ChatTurn turn, PersonState person, Group group, GroupPause pause, CancellationToken cancellationToken)
    {
        var pauses = (await PausesAsync(person, group, cancellationToken)).Where(other => other.From != pause.From).Append(pause).OrderBy(each => each.From);
        var accepted = await rows.AcceptedAsync(person.Address.Home, group.Id, cancellationToken);
        return TurnDecision.Say(turn, GroupCards.Show(group, accepted, [.. pauses], clock.GetUtcNow(), person.Zone)) with
        {
            InGroups = [GroupsTable.Write(person.Address.Home, pause)],
        };
    }

    private async Task<TurnDecision> EndPauseAsync(ChatTurn turn, PersonState person, Group group, string from, CancellationToken cancellationToken)
    {
        var pauses = await PausesAsync(person, group, cancellationToken);
        var ended = pauses.FirstOrDefault(pause => GroupsTable.Text(pause.From) == from);
        var accepted = await rows.AcceptedAsync(person.Address.Home, group.Id, cancellationToken);
        var card = GroupCards.Show(group, accepted, [.. pauses.Where(pause => pause != ended)], clock.GetUtcNow(), person.Zone);
        return TurnDecision.Say(turn, card) with { InGroups = ended is null ? [] : [GroupsTable.Delete(person.Address.Home, ended)] };
    }

    private ((DateOnly From, DateOnly Until)? Pause, string Wrong) Days(PersonState person, string from, string last)
    {
        var now = clock.GetUtcNow();
        if (MeetingTime.ReadDate(from.Trim(_separators), now, person.Zone) is not TimeReading.Understood { Start: var start })
        {
            return (null, GroupForms.FromField);
        }

        return MeetingTime.ReadDate(last.Trim(_separators), now, person.Zone) is TimeReading.Understood { Start: var end } && end >= start
            ? ((LocalTime.DateOf(start, person.Zone), LocalTime.DateOf(end, person.Zone).AddDays(1)), "")
            : (null, GroupForms.LastField);
    }

    private async Task<IReadOnlyList<GroupPause>> PausesAsync(PersonState person, Group group, CancellationToken cancellationToken)
    {
        var today = LocalTime.DateOf(clock.GetUtcNow(), person.Zone);
        var pauses = await groups.PausesAsync(person.Address.Home, cancellationToken);
        return [.. pauses.Where(pause => pause.Group == group.Id && pause.Until > today).OrderBy(pause => pause.From)];
    }

    private async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<PersonAddress> people, CancellationToken cancellationToken) =>
        await Task.WhenAll(people.Select(async person =>
            channels.Find(person.Channel) is { } channel && await channel.LookUpAsync(person, cancellationToken) is PersonLookup.Found found
                ? found.Name
                : person.Person));

    private static TurnDecision Wrong(string field, string message) => new(new ChatAnswer { Errors = [new FieldError(field, message)] });
}
