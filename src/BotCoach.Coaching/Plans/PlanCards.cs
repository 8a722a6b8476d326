using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about their plan.</summary>
internal static class PlanCards
{
    public const string ChooseAction = "plan.choose";
    public const string ChangeAction = "plan.change";
    public const string WhyAction = "plan.why";
    public const string ShowAction = "plan.show";
    public const string ResumeAction = "plan.resume";
    public const string NotNow = "not-now";

    public static Card Welcome(DateTimeOffset now, TimeZoneInfo zone) => Offer(
        "A coach for the part of your job beyond your own team",
        "You get a short nudge at a good moment, and a hand with executive meetings. "
            + "I keep your answers and your meeting notes for you alone; a programme lead only ever sees groups of five or more.",
        "Nothing is sent until you choose. /coach stop ends it at any time.",
        plan: null,
        now,
        zone,
        [new Choice("Not now", new CardAction(ChooseAction, NotNow))]);

    /// <summary>The plans, with the one first that a programme lead suggests.</summary>
    public static Card Suggested(string? template, DateTimeOffset now, TimeZoneInfo zone) => Offer(
        "How much should I send?",
        PlanTemplate.Find(template ?? "") is { } suggested ? $"Your group starts with {suggested.NameIn(Language.English)}. You choose what fits you." : "You choose what fits you.",
        "Nothing is sent until you choose. /coach stop ends it at any time.",
        plan: null,
        now,
        zone,
        [new Choice("Not now", new CardAction(ChooseAction, NotNow))],
        template);

    public static Card Change(Plan? plan, DateTimeOffset now, TimeZoneInfo zone) => Offer(
        "How much should I send?",
        "The next nudge comes at the first time of the plan that you choose.",
        "/coach pause lets it rest, /coach stop ends it.",
        plan,
        now,
        zone,
        []);

    public static Card Declined { get; } = new()
    {
        Title = "All right, nothing is scheduled",
        Text = "Whenever you like: /coach plan chooses one, /coach try sends a single nudge, /prep meeting prepares a meeting.",
    };

    public static Card Current(Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var next = plan.NextOccurrence(now, zone);
        return plan.Status switch
        {
            PlanStatus.Stopped => new Card
            {
                Title = "Nothing is scheduled",
                Text = "You ended your plan. Your earlier answers are still there.",
                Choices = [new ChoiceRow(null, [new Choice("Choose a plan", new CardAction(ChangeAction)) { IsPrimary = true }])],
            },
            PlanStatus.Unreachable => new Card
            {
                Title = "Nudges are resting",
                Text = "My last message to you was refused, so I stopped sending. Resume when you like.",
                Choices = [new ChoiceRow(null, [Resume(isPrimary: true)])],
            },
            PlanStatus.Paused when !plan.IsActiveAt(now, zone) => Paused(plan, zone, now),
            _ => new Card
            {
                Title = $"You're on {NameOf(Language.English, plan)}",
                Text = $"{Sentence(Times(Language.English, plan.Cadence))}, {ZoneName(Language.English, zone)}. {NextLine(next, now, zone)}",
                Choices =
                [
                    new ChoiceRow(null,
                    [
                        new Choice("Change", new CardAction(ChangeAction)),
                        new Choice("Why these?", new CardAction(WhyAction)),
                        SettingsCards.Open,
                    ]),
                ],
                Context = "/coach pause lets it rest, /coach stop ends it.",
            },
        };
    }

    public static Card Paused(Plan plan, TimeZoneInfo zone, DateTimeOffset now) => new()
    {
        Title = plan.PausedUntil is null ? "Paused" : $"Paused until {When.Date(Language.English, plan.PausedUntil.Value, now, zone)}",
        Text = plan.FirstOccurrence(zone) is { } first
            ? $"The first nudge after that: {When.Show(Language.English, first, now, zone)}. Meetings that you prepared still get their sheet."
            : "Nudges rest until you say /coach resume. Meetings that you prepared still get their sheet.",
        Choices = [new ChoiceRow(null, [Resume(isPrimary: false), SettingsCards.Open])],
    };

    public static Card Resumed(Plan plan, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Title = "Going on",
        Text = $"You're on {NameOf(Language.English, plan)}. {NextLine(plan.NextOccurrence(now, zone), now, zone)}",
    };

    public static Card Stopped { get; } = new()
    {
        Title = "Stopped",
        Text = "Nothing more will be sent, no sheets for meetings either. Your answers stay yours and stay here.",
        Choices = [new ChoiceRow(null, [new Choice("Choose a plan again", new CardAction(ChangeAction))])],
    };

    public static Card NothingTo(string verb) => new()
    {
        Title = $"Nothing to {verb}",
        Text = "You have no plan at the moment, so nothing is sent on a schedule.",
        Choices = [new ChoiceRow(null, [new Choice("Choose a plan", new CardAction(ChangeAction)) { IsPrimary = true }])],
    };

    public static Card DateNotUnderstood(string text) => new()
    {
        Title = "Until when?",
        Text = $"I can't read \u201c{LongText.Cut(text, 60)}\u201d as a date to come. Try /coach pause until 7 Dec, /coach pause for 2 weeks, or /coach pause alone.",
    };

    /// <summary>Why the next practices are worth a nudge.</summary>
    public static Card Why(PracticeCatalogue catalogue, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        List<Practice> next = [];
        for (var place = plan.SequenceAt(catalogue, now, zone); next.Count < 3; place++)
        {
            place = Rotation.From(catalogue, place, plan.PracticesOff);
            next.Add(Rotation.At(catalogue, place).Practice);
        }

        return new Card
        {
            Title = "Why these?",
            Text = plan.PracticesOff.Count == 0
                ? $"There are {catalogue.Practices.Count} practices, and each has its turn. The next three:"
                : $"Each of the practices that you have on has its turn. The next {(next.Distinct().Count() == 3 ? "three" : "ones")}:",
            Facts = [.. next.Distinct().Select(practice => new Fact(practice.Title, practice.Why))],
            Choices = [new ChoiceRow(null, [new Choice("Back", new CardAction(ShowAction))])],
        };
    }

    /// <summary>The plan's name as it stands in a sentence.</summary>
    public static string NameOf(Language language, Plan plan) => PlanTemplate.Find(plan.Template)?.NameIn(language) ?? PlanTexts.In(language).OwnPlan;

    /// <summary>When a cadence brings nudges: "Mondays and Thursdays at 09:15".</summary>
    public static string Times(Language language, Cadence cadence)
    {
        var texts = PlanTexts.In(language);
        return cadence.Weekly switch
        {
            null => texts.OwnTimes,
            { Days: var days, Time: var time } when cadence.WorkingDays.SetEquals(days) && days.Count > 2 => texts.EveryWorkday(When.Time(time)),
            { Days: var days, Time: var time } => texts.OnDays(Weekdays.Sentence(language, days), When.Time(time)),
        };
    }

    /// <summary>Where in the world a zone's clock shows the time: "Berlin time".</summary>
    public static string ZoneName(Language language, TimeZoneInfo zone) =>
        CityZones.CityOf(zone.Id) is var city && city == "UTC" ? city : PlanTexts.In(language).ZoneTime(city);

    private static Card Offer(
        string title, string text, string context, Plan? plan, DateTimeOffset now, TimeZoneInfo zone, IReadOnlyList<Choice> more, string? suggested = null) => new()
        {
            Title = title,
            Text = text,
            Sign = CardSign.Nudge,
            Facts =
            [
                .. PlanTemplate.All.Select(template => new Fact(
                    $"{template.NameIn(Language.English)} \u00b7 {template.PromiseIn(Language.English)}",
                    $"{Weekdays.List(Language.English, Days(template, plan))}. {FirstLine(template, plan, now, zone)}")),
            ],
            Choices =
            [
                new ChoiceRow(
                    "How much should I send?",
                    [
                        .. PlanTemplate.All.Select(template => new Choice(template.NameIn(Language.English), new CardAction(ChooseAction, template.Id))
                        {
                            IsPrimary = plan is null && template.Id == (suggested ?? "standard"),
                            IsChosen = template.Id == plan?.Template,
                        }),
                        .. more,
                    ]),
            ],
            Context = context,
        };

    private static IReadOnlySet<DayOfWeek> Days(PlanTemplate template, Plan? plan) => template.DaysIn(plan?.Cadence.WorkingDays ?? Cadence.DefaultWorkingDays);

    private static string FirstLine(PlanTemplate template, Plan? plan, DateTimeOffset now, TimeZoneInfo zone) =>
        template.On(plan?.Cadence).NextOccurrence(now, zone) is { } first
            ? $"First nudge: {When.Show(Language.English, first, now, zone)}."
            : "";

    private static string NextLine(DateTimeOffset? next, DateTimeOffset now, TimeZoneInfo zone) =>
        next is { } time
            ? $"Next nudge: {When.Show(Language.English, time, now, zone)}{(ClockChange.Between(Language.English, now, time, zone) is { } change ? $"; {change}" : "")}."
            : "No nudge is due.";

    private static Choice Resume(bool isPrimary) => new("Resume now", new CardAction(ResumeAction)) { IsPrimary = isPrimary };

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
