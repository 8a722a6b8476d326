using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read of their settings, in a few words each.</summary>
internal static class SettingWords
{
    public static string Nudges(Language language, Plan plan) => plan.Cadence.Weekly is { } weekly
        ? PlanTexts.In(language).OnDays(Weekdays.List(language, weekly.Days), When.Time(weekly.Time))
        : PlanCards.Times(language, plan.Cadence);

    public static string Practices(Language language, Plan plan, PracticeCatalogue catalogue)
    {
        var texts = SettingTexts.In(language);
        var (on, all) = (catalogue.Practices.Count(practice => !plan.PracticesOff.Contains(practice.Id)), catalogue.Practices.Count);
        return on == all ? texts.AllOn(all) : texts.SomeOn(on, all);
    }

    public static string QuietHours(Language language, Cadence cadence) => QuietHours(language, cadence.QuietFrom, cadence.QuietUntil);

    public static string QuietHours(Language language, TimeOnly from, TimeOnly until) => from == until
        ? SettingTexts.In(language).NoQuietHours
        : SettingTexts.In(language).FromTo(When.Time(from), When.Time(until));

    public static string Zone(Language language, Profile profile)
    {
        var city = CityZones.CityOf(language, profile.TimeZone.Id);
        return profile.OwnZone is null ? city : ZoneTexts.In(language).ChosenByYou(city);
    }

    public static string Speech(Profile profile) => profile.OwnLanguage is { } own
        ? LanguageTexts.In(own).ChosenByYou(own.Name)
        : profile.Language.Name;

    public static string Lead(Language language, SheetLead lead)
    {
        var texts = SettingTexts.In(language);
        return lead switch
        {
            SheetLead.QuarterHour => texts.QuarterHourBefore,
            SheetLead.HalfHour => texts.HalfHourBefore,
            SheetLead.Hour => texts.LeadOfHour,
            _ => texts.LeadOfDay,
        };
    }

    /// <summary>When the next nudge comes, with what the clocks do until then.</summary>
    public static string Next(Language language, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = SettingTexts.In(language);
        return plan.Status switch
        {
            PlanStatus.Stopped => texts.PlanEnded,
            PlanStatus.Unreachable => texts.NudgesAreResting,
            _ when plan.NextOccurrence(now, zone) is not { } next => plan.IsActiveAt(now, zone) ? texts.NoneDue : texts.RestUntilYouResume,
            _ when plan.IsActiveAt(now, zone) => texts.NextNudge(Moment(language, plan, now, zone)),
            _ => texts.PausedUntil(When.Date(language, plan.PausedUntil!.Value, now, zone), Moment(language, plan, now, zone)),
        };
    }

    private static string Moment(Language language, Plan plan, DateTimeOffset now, TimeZoneInfo zone) => plan.NextOccurrence(now, zone) is { } next
        ? $"{When.ShowInFull(language, next, now, zone)}{(ClockChange.Between(language, now, next, zone) is { } change ? $"; {change}" : "")}"
        : "";
}
