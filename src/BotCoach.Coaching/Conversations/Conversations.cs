using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Finds the conversation that a turn belongs to.</summary>
internal sealed class Conversations(
    PracticeCatalogue catalogue,
    PlanConversation plans,
    SettingsConversation settings,
    CheckInConversation checkIns,
    PutOffConversation putOffs,
    MeetingConversation meetings,
    MeetingCheckConversation checks,
    SheetConversation sheets,
    OneOnOneConversation oneOnOnes,
    LongMessages longMessages,
    PreReadSettings preReads,
    LeadConversation leads,
    GroupConversation groups,
    MembershipConversation memberships,
    LinkConversation links,
    DigestConversation digests,
    QuestionConversation questions,
    Meetings meetingsAhead,
    TimeProvider clock)
{
    /// <summary>Decides on a turn.</summary>
    public async Task<TurnDecision> DecideAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken) => turn switch
    {
        CommandTurn command => await ObeyAsync(turn, person, CoachCommand.OfSlash(command.Command, command.Text), cancellationToken),
        MessageTurn { IsDirect: false } mention => await MentionedAsync(mention, person, cancellationToken),
        MessageTurn message => await ListenAsync(message, person, cancellationToken),
        ButtonTurn button => await PressAsync(button, person, cancellationToken),
        FormTurn { Form: MeetingForm.FormName } form => await meetings.SaveAsync(form, person, cancellationToken),
        FormTurn { Form: SheetForm.FormName } form => await sheets.SubmitAsync(form, person, cancellationToken),
        FormTurn { Form: OneOnOneForm.FormName } form => await oneOnOnes.SaveAsync(form, person, cancellationToken),
        FormTurn { Form: SettingsForms.FormName } form => await settings.SubmitAsync(form, person, cancellationToken),
        FormTurn { Form: GroupForms.NewForm or GroupForms.InviteForm or GroupForms.PauseForm } form => await groups.SubmitAsync(form, person, cancellationToken),
        ShortcutTurn { Shortcut: Shortcuts.PrepareMeeting } => await meetings.OpenAsync(turn, person, "", cancellationToken),
        ShortcutTurn { Shortcut: Shortcuts.KeepQuestion } shortcut => await questions.KeepAsync(turn, person, shortcut.Text, cancellationToken),
        HomeOpenedTurn when person.IsNew => plans.Welcome(turn, person),
        InstalledTurn when person.Plan is null => plans.Welcome(turn, person),
        UninstalledTurn => plans.Stop(turn, person, silently: true),
        _ => new TurnDecision(ChatAnswer.Nothing),
    };

    private async Task<TurnDecision> ObeyAsync(ChatTurn turn, PersonState person, CoachCommand command, CancellationToken cancellationToken) =>
        command switch
        {
            CoachCommand.Help => TurnDecision.Say(turn, HelpCards.Help(person.Language)),
            CoachCommand.ShowPlan { Choose: { } template } => plans.Choose(turn, person, template),
            CoachCommand.ShowPlan => plans.Show(turn, person),
            CoachCommand.ShowSettings => settings.Open(turn, person),
            CoachCommand.Try attempt => Try(turn, person, attempt.Practice),
            CoachCommand.Pause pause => plans.Pause(turn, person, pause.Until),
            CoachCommand.Resume => plans.Resume(turn, person),
            CoachCommand.Stop => plans.Stop(turn, person),
            CoachCommand.PrepareMeeting prepare => await meetings.PrepareAsync(turn, person, prepare.Text, cancellationToken),
            CoachCommand.PrepareOneOnOne prepare => await oneOnOnes.PrepareAsync(turn, person, prepare.Text, cancellationToken),
            CoachCommand.ShowWords => await preReads.ShowWordsAsync(turn, person, cancellationToken),
            CoachCommand.ShowModel => preReads.ShowModel(turn, person),
            CoachCommand.Insights => await links.InsightsAsync(turn, person, cancellationToken),
            CoachCommand.Digest digest => await digests.SetAsync(turn, person, digest.Wanted, cancellationToken),
            CoachCommand.Export => links.Export(turn, person),
            CoachCommand.ShowRecord => TurnDecision.Say(
                turn, RecordCard.Of(person.Language, await meetingsAhead.AllAsync(person.Address, cancellationToken), clock.GetUtcNow(), person.Zone)),
            CoachCommand.ForgetMe => TurnDecision.Say(turn, ErasureCards.Ask(person.Language)),
            CoachCommand.Lead lead => await leads.SpeakAsync(turn, person, lead.Text, cancellationToken),
            CoachCommand.Groups group => await groups.GroupAsync(turn, person, group.Text, cancellationToken),
            CoachCommand.MyGroups => await memberships.ShowAsync(turn, person, cancellationToken),
            CoachCommand.ListMeetings => await meetings.ListAsync(turn, person, cancellationToken),
            CoachCommand.Reply { Text.Length: 0 } => TurnDecision.Say(turn, HelpCards.ReplyIsEmpty(person.Language)),
            CoachCommand.Reply reply => await checkIns.AnswerInWordsAsync(turn, person, reply.Text, cancellationToken)
                ?? TurnDecision.Say(turn, HelpCards.NothingOpen(person.Language)),
            _ => TurnDecision.Say(turn, HelpCards.NotUnderstood(person.Language)),
        };

    private async Task<TurnDecision> ListenAsync(MessageTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var command = CoachCommand.OfMessage(turn.Text);
        if (command is CoachCommand.Try { Practice: var wanted } && catalogue.Match(wanted) is not PracticeMatch.One)
        {
            // "try to agree on the order first" is an answer where one is awaited, and a slip of the pen elsewhere.
            return await checkIns.AnswerInWordsAsync(turn, person, turn.Text.Trim(), cancellationToken) ?? Try(turn, person, wanted);
        }

        if (command is not null)
        {
            return await ObeyAsync(turn, person, command, cancellationToken);
        }

        var isLong = LongMessages.Is(turn.Text.Trim());
        if (isLong && await longMessages.HearAsync(turn, person, cancellationToken) is { } heard)
        {
            return heard;
        }

        return await checkIns.AnswerInWordsAsync(turn, person, turn.Text.Trim(), cancellationToken) switch
        {
            { } answered => answered,
            null when person.IsNew => plans.Welcome(turn, person),
            null when isLong => longMessages.Ask(turn, person, []),
            null => TurnDecision.Say(turn, HelpCards.NotUnderstood(person.Language)),
        };
    }

    // Others read along: commands are answered for the person's eyes alone, and nothing is taken as an answer.
    private async Task<TurnDecision> MentionedAsync(MessageTurn turn, PersonState person, CancellationToken cancellationToken) =>
        CoachCommand.OfMessage(turn.Text) is { } command and not CoachCommand.Reply
            ? await ObeyAsync(turn, person, command, cancellationToken)
            : TurnDecision.Say(turn, HelpCards.InPrivate(person.Language));

    private async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var (subject, value) = turn.Action.Value.Split('|', 2) is [var first, var second] ? (first, second) : (turn.Action.Value, "");
        if (turn.Action.Name.StartsWith("check-in.", StringComparison.Ordinal))
        {
            return NudgeKey.TryParse(subject, out var nudge)
                ? await PressCheckInAsync(turn, person, nudge.Value, value, cancellationToken)
                : TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        if (turn.Action.Name.StartsWith(SheetAction.Prefix, StringComparison.Ordinal))
        {
            return await sheets.PressAsync(turn, person, cancellationToken);
        }

        if (turn.Action.Name.StartsWith(SettingsAction.Prefix, StringComparison.Ordinal))
        {
            return await settings.PressAsync(turn, person, cancellationToken);
        }

        if (turn.Action.Name.StartsWith("group.", StringComparison.Ordinal))
        {
            return await groups.PressAsync(turn, person, subject, value, cancellationToken);
        }

        if (turn.Action.Name.StartsWith("membership.", StringComparison.Ordinal))
        {
            return await memberships.PressAsync(turn, person, subject, cancellationToken);
        }

        if (turn.Action.Name.StartsWith(LongMessages.Prefix, StringComparison.Ordinal))
        {
            return await longMessages.PressAsync(turn, person, subject, value, cancellationToken);
        }

        return turn.Action.Name switch
        {
            PlanCards.ChooseAction when PlanTemplate.Find(subject) is { } template => plans.Choose(turn, person, template),
            PlanCards.ChooseAction => plans.Decline(turn, person),
            PlanCards.ShowAction => plans.Show(turn, person),
            PlanCards.ChangeAction => plans.OfferChange(turn, person),
            PlanCards.WhyAction => plans.Why(turn, person),
            PlanCards.ResumeAction => plans.Resume(turn, person),
            HomeCards.AskAction => await ObeyAsync(turn, person, CoachCommand.OfSlash("coach", turn.Action.Value), cancellationToken),
            HomeCards.ShowAction => new TurnDecision(ChatAnswer.Nothing),
            QuestionCards.UndoAction => await questions.UndoAsync(turn, person, subject, value, cancellationToken),
            ErasureCards.AskAction => TurnDecision.Say(turn, ErasureCards.Really(person.Language)),
            ErasureCards.KeepAction => TurnDecision.Say(turn, ErasureCards.Kept(person.Language)),
            ErasureCards.ReallyAction => TurnDecision.Say(turn, ErasureCards.Done(person.Language)) with { Erases = true },
            LinkCards.InsightsAction => await links.InsightsAsync(turn, person, cancellationToken),
            DigestCards.SetAction => await digests.SetAsync(turn, person, turn.Action.Value == DigestCards.On, cancellationToken),
            HelpCards.TryAction => Try(turn, person, subject),
            MeetingCards.NewAction => await meetings.OpenAsync(turn, person, turn.Action.Value, cancellationToken),
            MeetingCards.AgainAction => await meetings.PrepareAgainAsync(turn, person, subject, cancellationToken),
            MeetingCards.OfferAction => await meetings.OfferAsync(turn, person, turn.Action.Value, cancellationToken),
            MeetingCards.OpenAction => await meetings.ShowAsync(turn, person, subject, cancellationToken),
            MeetingCards.EditAction => await meetings.EditAsync(turn, person, subject, cancellationToken),
            OneOnOneCards.OfferAction => OneOnOneConversation.Offer(turn, person),
            OneOnOneCards.NewAction => await oneOnOnes.PrepareAsync(turn, person, turn.Action.Value, cancellationToken),
            PreReadSettingsCards.ForgetAction => await preReads.ForgetWordAsync(turn, person, turn.Action.Value, cancellationToken),
            PreReadSettingsCards.ModelAction => preReads.Consent(turn, person, turn.Action.Value == "yes"),
            MeetingCards.CancelAction => await meetings.CancelAsync(turn, person, subject, value, cancelled: true, cancellationToken),
            MeetingCards.RestoreAction => await meetings.CancelAsync(turn, person, subject, value, cancelled: false, cancellationToken),
            MeetingCheckCard.SpokeAction or MeetingCheckCard.AskedAction or MeetingCheckCard.SaidAction or MeetingCheckCard.CommentedAction
                or MeetingCheckCard.GoalAction or MeetingCheckCard.SureAction or MeetingCheckCard.DecidedAction
                or MeetingCheckCard.LearnedAction or MeetingCheckCard.UnlearnAction =>
                await checks.TellAsync(turn, person, subject, value, cancellationToken),
            _ => TurnDecision.Say(turn, HelpCards.NotUnderstood(person.Language)),
        };
    }

    private async Task<TurnDecision> PressCheckInAsync(
        ButtonTurn turn, PersonState person, NudgeKey nudge, string value, CancellationToken cancellationToken) => turn.Action.Name switch
        {
            NudgeCards.AnswerAction => await checkIns.AnswerAsync(turn, person, nudge, value, cancellationToken),
            NudgeCards.LineAction => await checkIns.AddLineAsync(turn, person, nudge, cancellationToken),
            NudgeCards.UndoAction => await checkIns.UndoAsync(turn, person, nudge, cancellationToken),
            NudgeCards.UsefulAction => await checkIns.JudgeAsync(turn, person, nudge, value, cancellationToken),
            NudgeCards.LaterAction => await putOffs.PutOffAsync(turn, person, nudge, value, cancellationToken),
            NudgeCards.BackAction => await putOffs.BringBackAsync(turn, person, nudge, cancellationToken),
            NudgeCards.PickAction => await checkIns.PickAsync(turn, person, nudge, value, cancellationToken),
            _ => TurnDecision.Say(turn, HelpCards.NotUnderstood(person.Language)),
        };

    private TurnDecision Try(ChatTurn turn, PersonState person, string wanted) => catalogue.In(person.Language).Match(wanted) switch
    {
        PracticeMatch.One one => checkIns.Try(turn, person, one.Practice),
        PracticeMatch.Several several => TurnDecision.Say(turn, HelpCards.NoSuchPractice(person.Language, wanted, several.Practices)),
        PracticeMatch.None none => TurnDecision.Say(turn, HelpCards.NoSuchPractice(person.Language, wanted, none.Nearest)),
        _ => TurnDecision.Say(turn, HelpCards.NotUnderstood(person.Language)),
    };
}
