using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// One thing that a person sets. It names the state that is wanted and not the step to it, so that a tap on an old card, or
/// a second one, does what its button says and nothing else.
/// </summary>
internal abstract record SettingChange
{
    public const string On = "on";
    public const string Off = "off";

    private SettingChange()
    {
    }

    /// <summary>Nudges come on those days.</summary>
    public sealed record Days(IReadOnlySet<DayOfWeek> Wanted) : SettingChange;

    /// <summary>Nudges come on the days of a ready plan.</summary>
    public sealed record Template(PlanTemplate Wanted) : SettingChange;

    /// <summary>Nudges come on a day, or not.</summary>
    public sealed record NudgeDay(DayOfWeek Day, bool IsOn) : SettingChange;

    /// <summary>The person works on a day, or not.</summary>
    public sealed record WorkingDay(DayOfWeek Day, bool IsOn) : SettingChange;

    /// <summary>Nudges come at that time.</summary>
    public sealed record Time(TimeOnly Wanted) : SettingChange;

    /// <summary>No nudge comes between those times; none are quiet when they are the same.</summary>
    public sealed record QuietHours(TimeOnly From, TimeOnly Until) : SettingChange;

    /// <summary>A practice has its turn, or is left out.</summary>
    public sealed record Practice(string Id, bool IsOn) : SettingChange;

    /// <summary>The person's clock is that of an IANA zone; null for the one that their chat says.</summary>
    public sealed record Zone(string? Id) : SettingChange;

    /// <summary>The person reads in a language; null for the one that their chat says.</summary>
    public sealed record Speech(Language? Language) : SettingChange;

    /// <summary>Sheets come that long before their meetings.</summary>
    public sealed record Sheets(SheetLead Lead) : SettingChange;

    /// <summary>Reads what a button carries.</summary>
    /// <returns>Null when it means nothing.</returns>
    public static SettingChange? Read(string value) => value.Split('|') switch
    {
        ["days", var days] when Weekdays.Read(days) is { Count: > 0 } read => new Days(read),
        ["plan", var id] when PlanTemplate.Find(id) is { } template => new Template(template),
        ["day", var day, (On or Off) and var state] when Weekdays.Read(day) is { Count: 1 } read => new NudgeDay(read.First(), state == On),
        ["work", var day, (On or Off) and var state] when Weekdays.Read(day) is { Count: 1 } read => new WorkingDay(read.First(), state == On),
        ["time", var time] when Clock(time) is { } read => new Time(read),
        ["quiet", var from, var until] when Clock(from) is { } begin && Clock(until) is { } end => new QuietHours(begin, end),
        ["practice", var id, (On or Off) and var state] => new Practice(id, state == On),
        ["zone", ""] => new Zone(Id: null),
        ["zone", var id] when TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId => new Zone(id),
        ["language", ""] => new Speech(Language: null),
        ["language", var tag] when Language.Find(tag) is { } language => new Speech(language),
        ["sheets", var lead] when Enum.TryParse<SheetLead>(lead, out var read) && Enum.IsDefined(read) => new Sheets(read),
        _ => null,
    };

    /// <summary>The change as a button carries it.</summary>
    public string Write() => this switch
    {
        Days days => $"days|{Weekdays.Write(days.Wanted)}",
        Template template => $"plan|{template.Wanted.Id}",
        NudgeDay day => $"day|{day.Day}|{Word(day.IsOn)}",
        WorkingDay day => $"work|{day.Day}|{Word(day.IsOn)}",
        Time time => $"time|{When.Time(time.Wanted)}",
        QuietHours hours => $"quiet|{When.Time(hours.From)}|{When.Time(hours.Until)}",
        Practice practice => $"practice|{practice.Id}|{Word(practice.IsOn)}",
        Zone zone => $"zone|{zone.Id}",
        Speech speech => $"language|{speech.Language}",
        Sheets sheets => $"sheets|{sheets.Lead}",
        _ => throw new InvalidOperationException($"Not a known change: {GetType().Name}."),
    };

    /// <summary>
    /// The change that brings back what is so now; null where the button beside it does so already.
    /// </summary>
    public SettingChange? Undoing(PersonState person) => (this, person.Plan?.Cadence) switch
    {
        (Days or Template, { Weekly: { } weekly }) => new Days(weekly.Days),
        (Time, { Weekly: { } weekly }) => new Time(weekly.Time),
        (QuietHours, { } cadence) => new QuietHours(cadence.QuietFrom, cadence.QuietUntil),
        (Zone, _) => new Zone(person.Profile.OwnZone),
        (Speech, _) => new Speech(person.Profile.OwnLanguage),
        _ => null,
    };

    private static string Word(bool isOn) => isOn ? On : Off;

    private static TimeOnly? Clock(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
