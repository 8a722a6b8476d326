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

    public static Card Welcome(Language language, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = PlanTexts.In(language);
        return Offer(language, texts.WhoIAm, texts.WhatIDo, texts.NothingUntilYouChoose, plan: null, now, zone, [NotNowChoice(texts)]);
    }

    /// <summary>The plans, with the one first that a programme lead suggests.</summary>
    public static Card Suggested(Language language, string? template, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = PlanTexts.In(language);
        return Offer(
            language,
            texts.HowMuch,
            PlanTemplate.Find(template ?? "") is { } suggested ? texts.GroupStartsWith(suggested.NameIn(language)) : texts.YouChoose,
            texts.NothingUntilYouChoose,
            plan: null,
            now,
            zone,
            [NotNowChoice(texts)],
            template);
    }

    public static Card Change(Language language, Plan? plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = PlanTexts.In(language);
        return Offer(language, texts.HowMuch, texts.NextComesAtFirstTime, texts.HowItRestsOrEnds, plan, now, zone, []);
    }

    public static Card Declined(Language language) => new()
    {
        Title = PlanTexts.In(language).NothingWillBeScheduled,
        Text = PlanTexts.In(language).WheneverYouLike,
    };

    public static Card Current(Language language, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = PlanTexts.In(language);
        var next = plan.NextOccurrence(now, zone);
        return plan.Status switch
        {
            PlanStatus.Stopped => new Card
            {
                Title = texts.NothingScheduled,
                Text = texts.YouEndedYourPlan,
                Choices = [new ChoiceRow(null, [new Choice(texts.ChoosePlan, new CardAction(ChangeAction)) { IsPrimary = true }])],
            },
            PlanStatus.Unreachable => new Card
            {
                Title = texts.NudgesRest,
                Text = texts.MessageWasRefused,
                Choices = [new ChoiceRow(null, [Resume(texts, isPrimary: true)])],
            },
            PlanStatus.Paused when !plan.IsActiveAt(now, zone) => Paused(language, plan, zone, now),
            _ => new Card
            {
                Title = On(language, plan),
                Text = $"{Sentence(Times(language, plan.Cadence))}, {ZoneName(language, zone)}. {NextLine(language, next, now, zone)}",
                Choices =
                [
                    new ChoiceRow(null,
                    [
                        new Choice(texts.ChangePlan, new CardAction(ChangeAction)),
                        new Choice(texts.WhyThese, new CardAction(WhyAction)),
                        SettingsCards.Open(language),
                    ]),
                ],
                Context = texts.HowItRestsOrEnds,
            },
        };
    }

    public static Card Paused(Language language, Plan plan, TimeZoneInfo zone, DateTimeOffset now)
    {
        var texts = PlanTexts.In(language);
        return new Card
        {
            Title = plan.PausedUntil is { } until ? texts.PausedUntil(When.Date(language, until, now, zone)) : texts.Paused,
            Text = plan.FirstOccurrence(zone) is { } first ? texts.FirstAfterPause(When.Show(language, first, now, zone)) : texts.RestUntilYouResume,
            Choices = [new ChoiceRow(null, [Resume(texts, isPrimary: false), SettingsCards.Open(language)])],
        };
    }

    public static Card Resumed(Language language, Plan plan, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Title = PlanTexts.In(language).GoingOn,
        Text = $"{On(language, plan)}. {NextLine(language, plan.NextOccurrence(now, zone), now, zone)}",
    };

    public static Card Stopped(Language language)
    {
        var texts = PlanTexts.In(language);
        return new Card
        {
            Title = texts.Stopped,
            Text = texts.NothingMoreIsSent,
            Choices = [new ChoiceRow(null, [new Choice(texts.ChoosePlanAgain, new CardAction(ChangeAction))])],
        };
    }

    public static Card NothingToPause(Language language) => WithoutPlan(language, PlanTexts.In(language).NothingToPause);

    public static Card NothingToResume(Language language) => WithoutPlan(language, PlanTexts.In(language).NothingToResume);

    public static Card NothingToStop(Language language) => WithoutPlan(language, PlanTexts.In(language).NothingToStop);

    public static Card DateNotUnderstood(Language language, string text) => new()
    {
        Title = PlanTexts.In(language).UntilWhen,
        Text = PlanTexts.In(language).CannotReadDate(LongText.Cut(text, 60)),
    };

    /// <summary>Why the next practices are worth a nudge.</summary>
    public static Card Why(Language language, PracticeCatalogue catalogue, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        List<Practice> next = [];
        for (var place = plan.SequenceAt(catalogue, now, zone); next.Count < 3; place++)
        {
            place = Rotation.From(catalogue, place, plan.PracticesOff);
            next.Add(Rotation.At(catalogue.In(language), place).Practice);
        }

        var texts = PlanTexts.In(language);
        return new Card
        {
            Title = texts.WhyThese,
            Text = plan.PracticesOff.Count == 0
                ? texts.EachHasItsTurn(catalogue.Practices.Count)
                : texts.EachThatIsOnHasItsTurn(next.Distinct().Count()),
            Facts = [.. next.Distinct().Select(practice => new Fact(practice.Title, practice.Why))],
            Choices = [new ChoiceRow(null, [new Choice(texts.Back, new CardAction(ShowAction))])],
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
        CityZones.CityOf(language, zone.Id) is var city && city == CityZones.Utc ? city : PlanTexts.In(language).ZoneTime(city);

    private static Card Offer(
        Language language,
        string title,
        string text,
        string context,
        Plan? plan,
        DateTimeOffset now,
        TimeZoneInfo zone,
        IReadOnlyList<Choice> more,
        string? suggested = null) => new()
        {
            Title = title,
            Text = text,
            Sign = CardSign.Nudge,
            Facts =
            [
                .. PlanTemplate.All.Select(template => new Fact(
                    $"{template.NameIn(language)} \u00b7 {template.PromiseIn(language)}",
                    $"{Sentence(Weekdays.List(language, Days(template, plan)))}. {FirstLine(language, template, plan, now, zone)}")),
            ],
            Choices =
            [
                new ChoiceRow(
                    PlanTexts.In(language).HowMuch,
                    [
                        .. PlanTemplate.All.Select(template => new Choice(template.NameIn(language), new CardAction(ChooseAction, template.Id))
                        {
                            IsPrimary = plan is null && template.Id == (suggested ?? "standard"),
                            IsChosen = template.Id == plan?.Template,
                        }),
                        .. more,
                    ]),
            ],
            Context = context,
        };

    private static Card WithoutPlan(Language language, string title)
    {
        var texts = PlanTexts.In(language);
        return new Card
        {
            Title = title,
            Text = texts.NoPlanNow,
            Choices = [new ChoiceRow(null, [new Choice(texts.ChoosePlan, new CardAction(ChangeAction)) { IsPrimary = true }])],
        };
    }

    private static IReadOnlySet<DayOfWeek> Days(PlanTemplate template, Plan? plan) => template.DaysIn(plan?.Cadence.WorkingDays ?? Cadence.DefaultWorkingDays);

    private static string On(Language language, Plan plan) =>
        PlanTemplate.Find(plan.Template) is { } template ? PlanTexts.In(language).OnPlan(template.NameIn(language)) : PlanTexts.In(language).OnOwnPlan;

    private static string FirstLine(Language language, PlanTemplate template, Plan? plan, DateTimeOffset now, TimeZoneInfo zone) =>
        template.On(plan?.Cadence).NextOccurrence(now, zone) is { } first
            ? PlanTexts.In(language).FirstNudge(When.Show(language, first, now, zone))
            : "";

    private static string NextLine(Language language, DateTimeOffset? next, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = PlanTexts.In(language);
        return next switch
        {
            { } time when ClockChange.Between(language, now, time, zone) is { } change => texts.NextNudge($"{When.Show(language, time, now, zone)}; {change}"),
            { } time => texts.NextNudge(When.Show(language, time, now, zone)),
            null => texts.NoneDue,
        };
    }

    private static Choice NotNowChoice(PlanTexts texts) => new(texts.NotNow, new CardAction(ChooseAction, NotNow));

    private static Choice Resume(PlanTexts texts, bool isPrimary) => new(texts.ResumeNow, new CardAction(ResumeAction)) { IsPrimary = isPrimary };

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
