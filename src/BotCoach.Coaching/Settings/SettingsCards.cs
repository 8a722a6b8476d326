using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>All that a person can set, at a glance, with a button for each part.</summary>
internal static class SettingsCards
{
    public const string Title = "Your settings";

    /// <summary>The way to the settings from another card.</summary>
    public static Choice Open { get; } = new("Settings", new CardAction(SettingsAction.Show));

    /// <summary>The way back to them.</summary>
    public static Choice Back { get; } = new("Back to settings", new CardAction(SettingsAction.Show));

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
            (SettingsAction.Sheets, _) => Sheets(person.Profile.SheetLead),
            (SettingsAction.Nudges, { } plan) => Nudges(plan, now, person.Zone, undo, refusal),
            (SettingsAction.Practices, { } plan) => Practices(catalogue, plan, refusal),
            (SettingsAction.WorkingTime, { } plan) => RestCards.WorkingTime(plan, undo, refusal),
            (SettingsAction.Pausing, { Status: PlanStatus.Active or PlanStatus.Paused } plan) => RestCards.Pause(plan, now, person.Zone),
            _ => Overview(person, catalogue, now),
        };

    public static Card Overview(PersonState person, PracticeCatalogue catalogue, DateTimeOffset now)
    {
        Fact[] always =
        [
            new("Time zone", SettingWords.Zone(person.Profile)),
            new("Meeting sheets", SettingWords.Lead(person.Profile.SheetLead)),
        ];
        Choice[] parts = [Part("Time zone", SettingsAction.Zone), Part("Meeting sheets", SettingsAction.Sheets)];
        if (person.Plan is not { } plan)
        {
            return new Card
            {
                Title = Title,
                Text = "You have no plan, so no nudges come. Choose one, and its days, its time and its practices can be set here.",
                Facts = always,
                Choices =
                [
                    new ChoiceRow(null, [new Choice("Choose a plan", new CardAction(PlanCards.ChangeAction)) { IsPrimary = true }, .. parts]),
                ],
            };
        }

        return new Card
        {
            Title = Title,
            Text = SettingWords.Next(plan, now, person.Zone),
            Facts =
            [
                new Fact("Nudges", SettingWords.Nudges(plan)),
                new Fact("Practices", SettingWords.Practices(plan, catalogue)),
                new Fact("Working days", Weekdays.List(Language.English, plan.Cadence.WorkingDays)),
                new Fact("Quiet hours", SettingWords.QuietHours(plan.Cadence)),
                .. always,
            ],
            Choices =
            [
                new ChoiceRow(null,
                [
                    Part("Nudges", SettingsAction.Nudges),
                    Part("Practices", SettingsAction.Practices),
                    Part("Working time", SettingsAction.WorkingTime),
                    .. parts,
                    .. Rest(plan, now, person.Zone),
                ]),
            ],
            Context = "/coach stop ends everything, /coach export shows all that is kept about you.",
        };
    }

    /// <summary>How many nudges come, on which days and at what time.</summary>
    public static Card Nudges(Plan plan, DateTimeOffset now, TimeZoneInfo zone, CardAction? undo, string? refusal)
    {
        var days = SettingChanges.NudgeDays(plan);
        return new Card
        {
            Title = "When nudges come",
            Text = refusal ?? SettingWords.Next(plan, now, zone),
            Choices =
            [
                new ChoiceRow("How often?", [.. PlanTemplate.All.Select(template => SettingChoices.Set(template.NameIn(Language.English), new SettingChange.Template(template), plan.Template == template.Id))]),
                new ChoiceRow("On which days?", [.. Weekdays.FromMonday.Select(day => SettingChoices.Set(Weekdays.Short(Language.English, day), new SettingChange.NudgeDay(day, !days.Contains(day)), days.Contains(day)))]),
                new ChoiceRow("At what time?",
                [
                    .. SettingChoices.Times(plan.Cadence).Select(time => SettingChoices.Set(When.Time(time), new SettingChange.Time(time), plan.Cadence.Weekly?.Time == time)),
                    new Choice("Another time", new CardAction(SettingsAction.Ask, SettingsAction.Nudges)),
                ]),
                Ways(undo),
            ],
        };
    }

    /// <summary>Which practices have their turn.</summary>
    public static Card Practices(PracticeCatalogue catalogue, Plan plan, string? refusal) => new()
    {
        Title = "Which practices come",
        Text = refusal ?? "Each has its turn. A tap leaves one out, another takes it back in.",
        Choices =
        [
            .. catalogue.Practices.GroupBy(practice => practice.Area).Select(area => new ChoiceRow(
                null,
                [.. area.Select(practice => OnOrOff(practice, isOn: !plan.PracticesOff.Contains(practice.Id)))])
            { Label = SettingChoices.NameOf(area.Key) }),
            Ways(undo: null),
        ],
        Context = string.Create(
            CultureInfo.InvariantCulture, $"{catalogue.Practices.Count(practice => !plan.PracticesOff.Contains(practice.Id))} of {catalogue.Practices.Count} are on."),
    };

    /// <summary>How long before a meeting its sheet comes.</summary>
    public static Card Sheets(SheetLead lead) => new()
    {
        Title = "When meeting sheets come",
        Text = "This long before each meeting, unless you chose otherwise on its own sheet. What to say first comes five minutes before in any case.",
        Choices =
        [
            new ChoiceRow(null, [.. SettingChoices.Leads.Select(each => SettingChoices.Set(each.Label, new SettingChange.Sheets(each.Lead), each.Lead == lead))]),
            Ways(undo: null),
        ],
    };

    /// <summary>What stands below every part.</summary>
    public static ChoiceRow Ways(CardAction? undo) => new(null, undo is null ? [Back] : [new Choice("Undo", undo), Back]);

    private static IEnumerable<Choice> Rest(Plan plan, DateTimeOffset now, TimeZoneInfo zone) => plan.Status switch
    {
        PlanStatus.Stopped => [new Choice("Choose a plan", new CardAction(PlanCards.ChangeAction)) { IsPrimary = true }],
        _ when plan.IsActiveAt(now, zone) => [Part("Pause", SettingsAction.Pausing)],
        _ => [new Choice("Resume now", new CardAction(SettingsAction.Resume)) { IsPrimary = true }],
    };

    private static Choice OnOrOff(Practice practice, bool isOn) => SettingChoices.Set(practice.Title, new SettingChange.Practice(practice.Id, !isOn), isOn);

    private static Choice Part(string label, string part) => new(label, new CardAction(SettingsAction.Show, part));
}
