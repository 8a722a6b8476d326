using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person sets for themselves: shown in one card, changed in its place, each change with one tap or one small form.</summary>
internal sealed class SettingsConversation(
    PracticeCatalogue catalogue, PlanConversation plans, Meetings meetings, People people, TimeProvider clock)
{
    // With the turn, the profile and the plan, a transaction of a hundred rows.
    private const int MostMeetings = 90;

    /// <summary>Shows the settings as a message of the direct conversation, where forms can change it in place.</summary>
    public TurnDecision Open(ChatTurn turn, PersonState person)
    {
        var card = SettingsCards.Overview(person, catalogue, clock.GetUtcNow());
        if (turn is ButtonTurn { Message: not null } or { OnHome: true })
        {
            return TurnDecision.Say(turn, card);
        }

        var elsewhere = turn.IsDirect ? null : HelpCards.InDirectMessages(person.Language, card.Title);
        var answer = new ChatAnswer { Posts = [new CardPost(CardAnswer.PostKey(turn), card)] };
        return new TurnDecision(turn is ButtonTurn ? answer with { Replacement = elsewhere } : answer with { Reply = elsewhere });
    }

    /// <summary>A button of the settings.</summary>
    public async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var value = turn.Action.Value;
        return turn.Action.Name switch
        {
            SettingsAction.Show when value == SettingsAction.Overview => Open(turn, person),
            SettingsAction.Show when value is SettingsAction.Zone or SettingsAction.Language => await ShowAnewAsync(turn, person, value, cancellationToken),
            SettingsAction.Set when SettingChange.Read(value) is { } change =>
                await ChangeAsync(turn, person, change, card => CardAnswer.To(turn, card), cancellationToken),
            SettingsAction.Ask when Ask(turn, person, value) is { } opening => opening,
            SettingsAction.Pause when value.Length == 0 => Pause(turn, person, until: null, card => CardAnswer.To(turn, card)),
            SettingsAction.Pause when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) =>
                Pause(turn, person, until, card => CardAnswer.To(turn, card)),
            SettingsAction.Resume when person.Plan is { Status: PlanStatus.Paused or PlanStatus.Unreachable } plan =>
                Renewed(person, plans.Renew(turn, person, plan) with { Status = PlanStatus.Active, PausedUntil = null }, card => CardAnswer.To(turn, card)),
            _ => Say(person, value, card => CardAnswer.To(turn, card)),
        };
    }

    /// <summary>A form of the settings.</summary>
    public async Task<TurnDecision> SubmitAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var state = FormState.Read(turn);
        var values = new FormValues(person.Language, turn.Values);
        ChatAnswer Show(Card card) => state.Show(person.Language, turn, card, CardAnswer.PostKey(turn));
        switch (state.Subject)
        {
            case SettingsAction.Nudges when SettingsForms.ReadTime(values, "time") is { } time:
                return Refused(new SettingChange.Time(time), person, "time")
                    ?? await ChangeAsync(turn, person, new SettingChange.Time(time), Show, cancellationToken);
            case SettingsAction.WorkingTime
                when SettingsForms.ReadTime(values, "from") is var from && SettingsForms.ReadTime(values, "until") is { } until && from is not null:
                return await ChangeAsync(turn, person, new SettingChange.QuietHours(from.Value, until), Show, cancellationToken);
            case SettingsAction.Zone when SettingsForms.ReadCity(values) is (var text, { Count: > 0 } places):
                return places is [var place]
                    ? await ChangeAsync(turn, person, new SettingChange.Zone(place.Zone), Show, cancellationToken)
                    : new TurnDecision(Show(ZoneCards.Offer(person.Language, text, places)));
            case SettingsAction.Pausing when SettingsForms.ReadDate(values, clock.GetUtcNow(), person.Zone) is { } date:
                return Pause(turn, person, date, Show);
            default:
                return values.Errors.Count > 0
                    ? new TurnDecision(new ChatAnswer { Errors = values.Errors })
                    : Say(person, SettingsAction.Overview, Show);
        }
    }

    // What the chat says may have changed since it was asked; somebody who follows it goes along.
    private async Task<TurnDecision> ShowAnewAsync(ButtonTurn turn, PersonState person, string part, CancellationToken cancellationToken)
    {
        var profile = await people.AskAnewAsync(person.Profile, cancellationToken);
        return profile == person.Profile
            ? Say(person, part, card => CardAnswer.To(turn, card))
            : await StoreAsync(
                turn, person, new ChangedSettings.Made(Plan: null, profile), part, undo: null, card => CardAnswer.To(turn, card), cancellationToken);
    }

    private async Task<TurnDecision> ChangeAsync(
        ChatTurn turn, PersonState person, SettingChange change, Func<Card, ChatAnswer> answer, CancellationToken cancellationToken)
    {
        var part = SettingsAction.PartOf(change);
        if (change is SettingChange.Zone { Id: null } or SettingChange.Speech { Language: null }
            && await people.AskAnewAsync(person.Profile, cancellationToken) is var said && said != person.Profile)
        {
            var isChosen = change is SettingChange.Zone ? person.Profile.OwnZone is not null : person.Profile.OwnLanguage is not null;
            var followed = change is SettingChange.Zone ? said with { OwnZone = null } : said with { OwnLanguage = null };
            return await StoreAsync(turn, person, new ChangedSettings.Made(Plan: null, followed), part, isChosen ? change.Undoing(person) : null, answer, cancellationToken);
        }

        return change.Apply(Renewed(turn, person), catalogue) switch
        {
            ChangedSettings.Made made => await StoreAsync(turn, person, made, part, change.Undoing(person), answer, cancellationToken),
            ChangedSettings.Refused refused => Say(person, part, answer, refusal: refused.Why),
            _ => Say(person, part, answer),
        };
    }

    private async Task<TurnDecision> StoreAsync(
        ChatTurn turn, PersonState person, ChangedSettings.Made made, string part, SettingChange? undo, Func<Card, ChatAnswer> answer, CancellationToken cancellationToken)
    {
        var profile = made.Profile ?? person.Profile;

        // Whoever is in another zone now gets the nudges by its clock.
        var plan = made.Plan ?? (profile.TimeZone.Id == person.Zone.Id ? null : Renewed(turn, person).Plan);
        var changed = person with { Profile = profile, Plan = plan ?? person.Plan };
        var sheets = await MovedSheetsAsync(turn, person, changed, cancellationToken);
        return Say(changed, part, answer, undo is null ? null : SettingsAction.Make(undo)) with
        {
            Language = changed.Language,
            Writes =
            [
                .. made.Profile is null ? [] : new[] { person.Write(profile) },
                .. plan is null ? [] : new[] { person.Write(plan) },
                .. sheets.Select(sheet => MeetingRow.Save(person.Address, sheet.Meeting, sheet.Version)),
            ],
            Due =
            [
                .. plan is null ? [] : PlanNudges.First(changed, plan),
                .. sheets.SelectMany(sheet => MeetingMessages.Due(sheet, clock.GetUtcNow())),
            ],
        };
    }

    private PersonState Renewed(ChatTurn turn, PersonState person) =>
        person.Plan is { } plan ? person with { Plan = plans.Renew(turn, person, plan) } : person;

    // The messages of meetings follow: a sheet depends on the lead time, and one that comes the day before also on the zone and
    // on working days. A sheet that would have had to come by now stays as it was.
    private async Task<IReadOnlyList<PrepSheet>> MovedSheetsAsync(ChatTurn turn, PersonState before, PersonState after, CancellationToken cancellationToken)
    {
        if (before.Profile == after.Profile && before.WorkingDays.SetEquals(after.WorkingDays))
        {
            return [];
        }

        var now = clock.GetUtcNow();
        List<PrepSheet> sheets = [];
        foreach (var coming in (await meetings.ComingAsync(before.Address, now, cancellationToken)).Take(MostMeetings))
        {
            if (await meetings.FindAsync(before.Address, coming.Id, cancellationToken) is var (meeting, version))
            {
                var moved = meeting with { Lead = meeting.HasOwnLead ? meeting.Lead : after.Profile.SheetLead };
                var (was, isNow) = (Messages(before, meeting), Messages(after, moved));
                if (was.Count == isNow.Count && !was.SequenceEqual(isNow))
                {
                    sheets.Add(new PrepSheet { Person = after, Meeting = moved with { Version = TurnVersion.Of(turn) }, Version = version });
                }
            }
        }

        return sheets;

        IReadOnlyList<(NudgeKind Kind, DateTimeOffset At)> Messages(PersonState person, Meeting meeting) =>
            new PrepSheet { Person = person, Meeting = meeting, Version = null }.MessagesAfter(now);
    }

    private TurnDecision Pause(ChatTurn turn, PersonState person, DateOnly? until, Func<Card, ChatAnswer> answer) =>
        person.Plan is { Status: PlanStatus.Active or PlanStatus.Paused } plan && !(until <= LocalTime.DateOf(clock.GetUtcNow(), person.Zone))
            ? Renewed(person, plans.Renew(turn, person, plan) with { Status = PlanStatus.Paused, PausedUntil = until }, answer)
            : Say(person, SettingsAction.Overview, answer);

    private TurnDecision Renewed(PersonState person, Plan plan, Func<Card, ChatAnswer> answer) =>
        Say(person with { Plan = plan }, SettingsAction.Overview, answer) with { Writes = [person.Write(plan)], Due = PlanNudges.First(person, plan) };

    // Under the field, while the form is open, rather than on the card behind it.
    private TurnDecision? Refused(SettingChange change, PersonState person, string field) =>
        change.Apply(person, catalogue) is ChangedSettings.Refused { Why: var why }
            ? new TurnDecision(new ChatAnswer { Errors = [new FieldError(field, why)] })
            : null;

    private static TurnDecision? Ask(ButtonTurn turn, PersonState person, string part)
    {
        var state = FormState.Write(turn, part);
        return (part, person.Plan) switch
        {
            (SettingsAction.Zone, _) => Opening(SettingsForms.Zone(person.Language, state)),
            (SettingsAction.Nudges, { } plan) => Opening(SettingsForms.Time(person.Language, state, plan)),
            (SettingsAction.WorkingTime, { } plan) => Opening(SettingsForms.QuietHours(person.Language, state, plan)),
            (SettingsAction.Pausing, { }) => Opening(SettingsForms.Pause(person.Language, state)),
            _ => null,
        };
    }

    private static TurnDecision Opening(ChatForm form) => new(new ChatAnswer { Form = form });

    private TurnDecision Say(PersonState person, string part, Func<Card, ChatAnswer> answer, CardAction? undo = null, string? refusal = null) =>
        new(answer(SettingsCards.Part(part, person, catalogue, clock.GetUtcNow(), undo, refusal)));
}
