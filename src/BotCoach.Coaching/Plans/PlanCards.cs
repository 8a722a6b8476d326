using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about their plan.</summary>
internal static class PlanCards
{
    public const string ChooseAction = "plan.choose";
    public const string ChangeAction = "plan.change";
    public const string WhyAction = "plan.why";
    public const string ResumeAction = "plan.resume";
    public const string PauseAction = "plan.pause";
    public const string NotNow = "not-now";

    public static Card Welcome(DateTimeOffset now, TimeZoneInfo zone) => Offer(
        "A coach for the part of your job beyond your own team",
        "You get a short nudge at a good moment, and a hand with executive meetings. "
            + "I keep your answers and your meeting notes for you alone; a programme lead only ever sees groups of five or more.",
        "Nothing is sent until you choose. /coach stop ends it at any time.",
        now,
        zone,
        chosen: null,
        [new Choice("Not now", new CardAction(ChooseAction, NotNow))]);

    /// <summary>The plans, with the one first that a programme lead suggests.</summary>
    public static Card Suggested(string? template, DateTimeOffset now, TimeZoneInfo zone) => Offer(
        "How much should I send?",
        PlanTemplate.Find(template ?? "") is { } suggested ? $"Your group starts with {suggested.Name}. You choose what fits you." : "You choose what fits you.",
        "Nothing is sent until you choose. /coach stop ends it at any time.",
        now,
        zone,
        chosen: null,
        [new Choice("Not now", new CardAction(ChooseAction, NotNow))],
        template);

    public static Card Change(Plan? plan, DateTimeOffset now, TimeZoneInfo zone) => Offer(
        "How much should I send?",
        "The next nudge comes at the first time of the plan that you choose.",
        "/coach pause lets it rest, /coach stop ends it.",
        now,
        zone,
        plan?.Template,
        []);

    public static Card Declined { get; } = new()
    {
        Title = "All right, nothing is scheduled",
        Text = "Whenever you like: /coach plan chooses one, /coach try sends a single nudge, /prep meeting prepares a meeting.",
    };

    public static Card Current(Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var template = TemplateOf(plan);
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
                Title = $"You're on {template.Name}",
                Text = $"{Sentence(template.Days)}, {ZoneName(zone)}. {NextLine(next, now, zone)}",
                Choices =
                [
                    new ChoiceRow(null, [new Choice("Change", new CardAction(ChangeAction)), new Choice("Why these?", new CardAction(WhyAction))]),
                ],
                Context = "/coach pause lets it rest, /coach stop ends it.",
            },
        };
    }

    public static Card Paused(Plan plan, TimeZoneInfo zone, DateTimeOffset now) => new()
    {
        Title = plan.PausedUntil is null ? "Paused" : $"Paused until {When.Date(plan.PausedUntil.Value, now, zone)}",
        Text = plan.FirstOccurrence(zone) is { } first
            ? $"The first nudge after that: {When.Show(first, now, zone)}. Meetings that you prepared still get their sheet."
            : "Nudges rest until you say /coach resume. Meetings that you prepared still get their sheet.",
        Choices = [new ChoiceRow(null, [Resume(isPrimary: false)])],
    };

    public static Card Resumed(Plan plan, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Title = "Going on",
        Text = $"You're on {TemplateOf(plan).Name}. {NextLine(plan.NextOccurrence(now, zone), now, zone)}",
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
        var sequence = plan.SequenceAt(now, zone);
        var next = Enumerable.Range(sequence, 3).Select(place => Rotation.At(catalogue, place).Practice);
        return new Card
        {
            Title = "Why these?",
            Text = $"There are {catalogue.Practices.Count} practices, and each has its turn. The next three:",
            Facts = [.. next.Select(practice => new Fact(practice.Title, practice.Why))],
            Choices = [new ChoiceRow(null, [new Choice("Back", new CardAction(ChooseAction, plan.Template))])],
        };
    }

    public static PlanTemplate TemplateOf(Plan plan) => PlanTemplate.Find(plan.Template)
        ?? new PlanTemplate(plan.Template, plan.Template, "", "at times of your own", "", plan.Cadence.Cron);

    private static Card Offer(
        string title, string text, string context, DateTimeOffset now, TimeZoneInfo zone, string? chosen, IReadOnlyList<Choice> more, string? suggested = null) => new()
        {
            Title = title,
            Text = text,
            Sign = CardSign.Nudge,
            Facts =
            [
                .. PlanTemplate.All.Select(template => new Fact(
                    $"{template.Name} \u00b7 {template.Promise}",
                    $"{template.ShortDays}. {FirstLine(template, now, zone)}")),
            ],
            Choices =
            [
                new ChoiceRow(
                    "How much should I send?",
                    [
                        .. PlanTemplate.All.Select(template => new Choice(template.Name, new CardAction(ChooseAction, template.Id))
                        {
                            IsPrimary = chosen is null && template.Id == (suggested ?? "standard"),
                            IsChosen = template.Id == chosen,
                        }),
                        .. more,
                    ]),
            ],
            Context = context,
        };

    private static string FirstLine(PlanTemplate template, DateTimeOffset now, TimeZoneInfo zone) =>
        new Cadence { Cron = template.Cron }.NextOccurrence(now, zone) is { } first
            ? $"First nudge: {When.Show(first, now, zone)}."
            : "";

    private static string NextLine(DateTimeOffset? next, DateTimeOffset now, TimeZoneInfo zone) =>
        next is { } time ? $"Next nudge: {When.Show(time, now, zone)}." : "No nudge is due.";

    private static Choice Resume(bool isPrimary) => new("Resume now", new CardAction(ResumeAction)) { IsPrimary = isPrimary };

    private static string ZoneName(TimeZoneInfo zone) =>
        zone.Id is "UTC" or "Etc/UTC" ? "UTC" : $"{zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
