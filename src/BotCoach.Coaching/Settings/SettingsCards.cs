using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>All that a person can set, at a glance, with a button for each part.</summary>
internal static class SettingsCards
{
    /// <summary>Shows all of them.</summary>
    public static CardAction ToOverview { get; } = new(SettingsAction.Show);

    /// <summary>The way to the settings from another card.</summary>
    public static Choice Open(Language language) => new(SettingTexts.In(language).Settings, ToOverview);

    /// <summary>The way back to them.</summary>
    public static Choice Back(Language language) => new(SettingTexts.In(language).BackToSettings, ToOverview);

    /// <summary>A part of the settings as it stands; without a plan most of them have nothing to show.</summary>
    /// <param name="part">Which.</param>
    /// <param name="person">Whose they are.</param>
    /// <param name="catalogue">The practices.</param>
    /// <param name="now">The present.</param>
    /// <param name="undo">Takes the last change back; null for none, or where the card has another button for it.</param>
    /// <param name="refusal">Why the last change was not made; null when it was.</param>
    public static Card Part(string part, PersonState person, PracticeCatalogue catalogue, DateTimeOffset now, CardAction? undo, string? refusal) =>
        (part, person.Plan) switch
        {
            (SettingsAction.Zone, _) => ZoneCards.Zone(person, now, undo),
            (SettingsAction.Language, _) => LanguageCards.Speech(person, undo),
            (SettingsAction.Sheets, _) => Sheets(person.Language, person.Profile.SheetLead),
            (SettingsAction.Nudges, { } plan) => Nudges(person.Language, plan, now, person.Zone, undo, refusal),
            (SettingsAction.Practices, { } plan) => Practices(person.Language, catalogue, plan, refusal),
            (SettingsAction.WorkingTime, { } plan) => RestCards.WorkingTime(person.Language, plan, undo, refusal),
            (SettingsAction.Pausing, { Status: PlanStatus.Active or PlanStatus.Paused } plan) => RestCards.Pause(person.Language, plan, now, person.Zone),
            _ => Overview(person, catalogue, now),
        };

    public static Card Overview(PersonState person, PracticeCatalogue catalogue, DateTimeOffset now)
    {
        var language = person.Language;
        var (texts, zone, speech) = (SettingTexts.In(language), ZoneTexts.In(language).TimeZone, LanguageTexts.In(language).Language);
        Fact[] always =
        [
            new(zone, SettingWords.Zone(language, person.Profile)),
            new(texts.MeetingSheets, SettingWords.Lead(language, person.Profile.SheetLead)),
            new(speech, SettingWords.Speech(person.Profile)),
        ];
        Choice[] parts = [Part(zone, SettingsAction.Zone), Part(texts.MeetingSheets, SettingsAction.Sheets), Part(speech, SettingsAction.Language)];
        if (person.Plan is not { } plan)
        {
            return new Card
            {
                Title = texts.YourSettings,
                Text = texts.NoPlanYet,
                Facts = always,
                Choices = [new ChoiceRow(null, [ChoosePlan(texts), .. parts])],
            };
        }

        return new Card
        {
            Title = texts.YourSettings,
            Text = SettingWords.Next(language, plan, now, person.Zone),
            Facts =
            [
                new Fact(texts.Nudges, SettingWords.Nudges(language, plan)),
                new Fact(texts.Practices, SettingWords.Practices(language, plan, catalogue)),
                new Fact(texts.WorkingDays, Weekdays.List(language, plan.Cadence.WorkingDays)),
                new Fact(texts.QuietHours, SettingWords.QuietHours(language, plan.Cadence)),
                .. always,
            ],
            Choices =
            [
                new ChoiceRow(null,
                [
                    Part(texts.Nudges, SettingsAction.Nudges),
                    Part(texts.Practices, SettingsAction.Practices),
                    Part(texts.WorkingTime, SettingsAction.WorkingTime),
                    .. parts,
                    .. Rest(texts, plan, now, person.Zone),
                ]),
            ],
            Context = texts.HowToEndOrSeeAll,
        };
    }

    /// <summary>How many nudges come, on which days and at what time.</summary>
    public static Card Nudges(Language language, Plan plan, DateTimeOffset now, TimeZoneInfo zone, CardAction? undo, string? refusal)
    {
        var texts = SettingTexts.In(language);
        var days = SettingChanges.NudgeDays(plan);
        return new Card
        {
            Title = texts.WhenNudgesCome,
            Text = refusal ?? SettingWords.Next(language, plan, now, zone),
            Choices =
            [
                new ChoiceRow(texts.HowOften, [.. PlanTemplate.All.Select(template => SettingChoices.Set(template.NameIn(language), new SettingChange.Template(template), plan.Template == template.Id))]),
                new ChoiceRow(texts.OnWhichDays, [.. Weekdays.FromMonday.Select(day => SettingChoices.Set(Weekdays.Short(language, day), new SettingChange.NudgeDay(day, !days.Contains(day)), days.Contains(day)))]),
                new ChoiceRow(texts.AtWhatTime,
                [
                    .. SettingChoices.Times(plan.Cadence).Select(time => SettingChoices.Set(When.Time(time), new SettingChange.Time(time), plan.Cadence.Weekly?.Time == time)),
                    new Choice(texts.AnotherTime, new CardAction(SettingsAction.Ask, SettingsAction.Nudges)),
                ]),
                Ways(language, undo),
            ],
        };
    }

    /// <summary>Which practices have their turn.</summary>
    public static Card Practices(Language language, PracticeCatalogue catalogue, Plan plan, string? refusal)
    {
        var texts = SettingTexts.In(language);
        return new Card
        {
            Title = texts.WhichPracticesCome,
            Text = refusal ?? texts.EachHasItsTurn,
            Choices =
            [
                .. catalogue.In(language).Practices.GroupBy(practice => practice.Area).Select(area => new ChoiceRow(
                    null,
                    [.. area.Select(practice => OnOrOff(practice, isOn: !plan.PracticesOff.Contains(practice.Id)))])
                { Label = SettingChoices.NameOf(language, area.Key) }),
                Ways(language, undo: null),
            ],
            Context = texts.SomeAreOn(catalogue.Practices.Count(practice => !plan.PracticesOff.Contains(practice.Id)), catalogue.Practices.Count),
        };
    }

    /// <summary>How long before a meeting its sheet comes.</summary>
    public static Card Sheets(Language language, SheetLead lead) => new()
    {
        Title = SettingTexts.In(language).WhenSheetsCome,
        Text = SettingTexts.In(language).LeadOfSheets,
        Choices =
        [
            new ChoiceRow(null, [.. SettingChoices.Leads(language).Select(each => SettingChoices.Set(each.Label, new SettingChange.Sheets(each.Lead), each.Lead == lead))]),
            Ways(language, undo: null),
        ],
    };

    /// <summary>What stands below every part.</summary>
    public static ChoiceRow Ways(Language language, CardAction? undo) =>
        new(null, undo is null ? [Back(language)] : [new Choice(SettingTexts.In(language).Undo, undo), Back(language)]);

    private static IEnumerable<Choice> Rest(SettingTexts texts, Plan plan, DateTimeOffset now, TimeZoneInfo zone) => plan.Status switch
    {
        PlanStatus.Stopped => [ChoosePlan(texts)],
        _ when plan.IsActiveAt(now, zone) => [Part(texts.Pause, SettingsAction.Pausing)],
        _ => [new Choice(texts.ResumeNow, new CardAction(SettingsAction.Resume)) { IsPrimary = true }],
    };

    private static Choice ChoosePlan(SettingTexts texts) => new(texts.ChoosePlan, new CardAction(PlanCards.ChangeAction)) { IsPrimary = true };

    private static Choice OnOrOff(Practice practice, bool isOn) => SettingChoices.Set(practice.Title, new SettingChange.Practice(practice.Id, !isOn), isOn);

    private static Choice Part(string label, string part) => new(label, new CardAction(SettingsAction.Show, part));
}
