using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read of their settings, in a few words each.</summary>
internal static class SettingWords
{
    public static string Nudges(Plan plan) => plan.Cadence.Weekly is { } weekly
        ? $"{Weekdays.List(Language.English, weekly.Days)} at {When.Time(weekly.Time)}"
        : PlanCards.Times(Language.English, plan.Cadence);

    public static string Practices(Plan plan, PracticeCatalogue catalogue) => (On: catalogue.Practices.Count(practice => !plan.PracticesOff.Contains(practice.Id)), All: catalogue.Practices.Count) switch
    {
        var (on, all) when on == all => string.Create(CultureInfo.InvariantCulture, $"all {all}"),
        var (on, all) => string.Create(CultureInfo.InvariantCulture, $"{on} of {all}"),
    };

    public static string QuietHours(Cadence cadence) => QuietHours(cadence.QuietFrom, cadence.QuietUntil);

    public static string QuietHours(TimeOnly from, TimeOnly until) => from == until ? "none" : $"{When.Time(from)} to {When.Time(until)}";

    public static string Zone(Profile profile) =>
        $"{CityZones.CityOf(profile.TimeZone.Id)}{(profile.OwnZone is null ? "" : ", chosen by you")}";

    public static string Lead(SheetLead lead) => lead switch
    {
        SheetLead.QuarterHour => "15 min before",
        SheetLead.HalfHour => "30 min before",
        SheetLead.Hour => "an hour before",
        _ => "the working day before",
    };

    /// <summary>When the next nudge comes, with what the clocks do until then.</summary>
    public static string Next(Plan plan, DateTimeOffset now, TimeZoneInfo zone) => plan.Status switch
    {
        PlanStatus.Stopped => "Nothing is scheduled: you ended your plan.",
        PlanStatus.Unreachable => "Nudges are resting: my last message to you was refused.",
        _ when plan.NextOccurrence(now, zone) is not { } next => plan.IsActiveAt(now, zone) ? "No nudge is due." : "Nudges rest until you resume them.",
        _ when plan.IsActiveAt(now, zone) => $"Your next nudge: {Moment(plan, now, zone)}.",
        _ => $"Paused until {When.Date(Language.English, plan.PausedUntil!.Value, now, zone)}. The first nudge after that: {Moment(plan, now, zone)}.",
    };

    private static string Moment(Plan plan, DateTimeOffset now, TimeZoneInfo zone) => plan.NextOccurrence(now, zone) is { } next
        ? $"{When.ShowInFull(Language.English, next, now, zone)}{(ClockChange.Between(Language.English, now, next, zone) is { } change ? $"; {change}" : "")}"
        : "";
}
