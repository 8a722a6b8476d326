using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a change makes of the person's settings.</summary>
internal abstract record ChangedSettings
{
    private ChangedSettings()
    {
    }

    /// <summary>It is so already, or means nothing for this person.</summary>
    public sealed record Same : ChangedSettings;

    /// <summary>It cannot be so.</summary>
    /// <param name="Why">What is wrong, and what can be done instead.</param>
    public sealed record Refused(string Why) : ChangedSettings;

    /// <summary>It is so from now on.</summary>
    /// <param name="Plan">The plan; null when it stays as it is. Its version is still the one before.</param>
    /// <param name="Profile">The profile; null when it stays as it is.</param>
    public sealed record Made(Plan? Plan, Profile? Profile) : ChangedSettings;
}

/// <summary>Applies changes to what a person has set.</summary>
internal static class SettingChanges
{
    /// <summary>Applies a change. Nothing is written.</summary>
    public static ChangedSettings Apply(this SettingChange change, PersonState person, PracticeCatalogue catalogue) => (change, person.Plan) switch
    {
        (SettingChange.Zone zone, _) => Changed(person.Profile, person.Profile with { OwnZone = zone.Id }),
        (SettingChange.Speech speech, _) => Changed(person.Profile, person.Profile with { OwnLanguage = speech.Language }),
        (SettingChange.Sheets sheets, _) => Changed(person.Profile, person.Profile with { SheetLead = sheets.Lead }),
        (_, null) => new ChangedSettings.Same(),
        (SettingChange.Days days, { } plan) => OnDays(person.Language, plan, days.Wanted, WorkingDays(plan).Union(days.Wanted)),
        (SettingChange.Template template, { } plan) => OnDays(person.Language, plan, template.Wanted.DaysIn(WorkingDays(plan)), WorkingDays(plan)),
        (SettingChange.NudgeDay day, { } plan) => Nudging(person.Language, plan, day),
        (SettingChange.WorkingDay day, { } plan) => Working(person.Language, plan, day),
        (SettingChange.Time time, { } plan) => At(person.Language, plan, time.Wanted),
        (SettingChange.QuietHours hours, { } plan) => Quiet(plan, hours),
        (SettingChange.Practice practice, { } plan) => Practising(person.Language, plan, practice, catalogue),
        _ => throw new InvalidOperationException($"Not a known change: {change.GetType().Name}."),
    };

    /// <summary>The days on which a plan's nudges come; empty where its times are none of a week.</summary>
    public static IReadOnlySet<DayOfWeek> NudgeDays(Plan plan) => plan.Cadence.Weekly?.Days ?? new HashSet<DayOfWeek>();

    private static IReadOnlySet<DayOfWeek> WorkingDays(Plan plan) => plan.Cadence.WorkingDays;

    // Whoever wants a nudge on a day works on it.
    private static ChangedSettings Nudging(Language language, Plan plan, SettingChange.NudgeDay day) => OnDays(
        language,
        plan,
        day.IsOn ? NudgeDays(plan).Append(day.Day) : NudgeDays(plan).Where(other => other != day.Day),
        day.IsOn ? WorkingDays(plan).Append(day.Day) : WorkingDays(plan));

    // A plan for every workday goes along; another one has no nudge on a day that is no workday.
    private static ChangedSettings Working(Language language, Plan plan, SettingChange.WorkingDay day)
    {
        HashSet<DayOfWeek> working = [.. day.IsOn ? WorkingDays(plan).Append(day.Day) : WorkingDays(plan).Where(other => other != day.Day)];
        if (plan.Cadence.Weekly is null && working.Count > 0)
        {
            return working.SetEquals(WorkingDays(plan))
                ? new ChangedSettings.Same()
                : new ChangedSettings.Made(plan with { Cadence = plan.Cadence with { WorkingDays = working } }, Profile: null);
        }

        return OnDays(language, plan, PlanTemplate.Find(plan.Template) is { Days: null } ? working : NudgeDays(plan).Where(working.Contains), working);
    }

    private static ChangedSettings OnDays(Language language, Plan plan, IEnumerable<DayOfWeek> nudging, IEnumerable<DayOfWeek> working)
    {
        HashSet<DayOfWeek> days = [.. nudging];
        HashSet<DayOfWeek> workingDays = [.. working];
        if (days.SetEquals(NudgeDays(plan)) && workingDays.SetEquals(WorkingDays(plan)))
        {
            return new ChangedSettings.Same();
        }

        return days.Count == 0
            ? new ChangedSettings.Refused(SettingTexts.In(language).OneDayStays)
            : new ChangedSettings.Made(
                plan with
                {
                    Template = PlanTemplate.IdOf(days, workingDays),
                    Cadence = plan.Cadence with
                    {
                        WorkingDays = workingDays,
                        Cron = new WeeklyTime(days, plan.Cadence.Weekly?.Time ?? WeeklyTime.DefaultTime).ToCron(),
                    },
                },
                Profile: null);
    }

    private static ChangedSettings At(Language language, Plan plan, TimeOnly time)
    {
        if (plan.Cadence.IsQuiet(time))
        {
            return new ChangedSettings.Refused(SettingTexts.In(language).LiesInQuietHours(When.Time(time), SettingWords.QuietHours(language, plan.Cadence)));
        }

        return plan.Cadence.Weekly is { Time: var before } && before == time
            ? new ChangedSettings.Same()
            : new ChangedSettings.Made(
                plan with { Cadence = plan.Cadence with { Cron = new WeeklyTime(plan.Cadence.Weekly?.Days ?? WorkingDays(plan), time).ToCron() } },
                Profile: null);
    }

    private static ChangedSettings Quiet(Plan plan, SettingChange.QuietHours hours) =>
        plan.Cadence.QuietFrom == hours.From && plan.Cadence.QuietUntil == hours.Until
            ? new ChangedSettings.Same()
            : new ChangedSettings.Made(plan with { Cadence = plan.Cadence with { QuietFrom = hours.From, QuietUntil = hours.Until } }, Profile: null);

    private static ChangedSettings Practising(Language language, Plan plan, SettingChange.Practice practice, PracticeCatalogue catalogue)
    {
        if (catalogue.Find(practice.Id) is null || plan.PracticesOff.Contains(practice.Id) != practice.IsOn)
        {
            return new ChangedSettings.Same();
        }

        var off = (practice.IsOn ? plan.PracticesOff.Where(id => id != practice.Id) : plan.PracticesOff.Append(practice.Id)).ToHashSet(StringComparer.Ordinal);
        return catalogue.Practices.All(each => off.Contains(each.Id))
            ? new ChangedSettings.Refused(SettingTexts.In(language).OnePracticeStays)
            : new ChangedSettings.Made(plan with { PracticesOff = off }, Profile: null);
    }

    private static ChangedSettings Changed(Profile before, Profile after) =>
        before == after ? new ChangedSettings.Same() : new ChangedSettings.Made(Plan: null, after);
}
