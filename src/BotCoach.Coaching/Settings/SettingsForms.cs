using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The small forms of the settings, for what no button offers, and what is read from them.</summary>
internal static class SettingsForms
{
    public const string FormName = "settings";

    private const int MaxLength = 100;
    private const string TimeExample = "Try 09:15 or 2 pm.";
    private const string CityExample = "Try a larger city nearby, such as Berlin, Chicago or Bangalore.";
    private const string DateExample = "Try 7 Dec, next Monday or 2 weeks.";

    public static ChatForm Time(string state, Plan plan) => Form(state, SettingsAction.Nudges, "Time of your nudges") with
    {
        Fields = [Field("time", "At what time?", "09:15", TimeExample) with { Value = plan.Cadence.Weekly is { Time: var time } ? When.Time(time) : null }],
    };

    public static ChatForm QuietHours(string state, Plan plan) => Form(state, SettingsAction.WorkingTime, "Quiet hours") with
    {
        Fields =
        [
            Field("from", "From when is it quiet?", "18:00", TimeExample) with { Value = When.Time(plan.Cadence.QuietFrom) },
            Field("until", "Until when?", "08:00", "The same time twice means that no hours are quiet.") with { Value = When.Time(plan.Cadence.QuietUntil) },
        ],
    };

    public static ChatForm Zone(string state) => Form(state, SettingsAction.Zone, "Time zone") with
    {
        Fields = [Field("city", "Which city's clock?", "Lisbon", "A city near you, or the name of the zone, such as Europe/Lisbon.")],
    };

    public static ChatForm Pause(string state) => Form(state, SettingsAction.Pausing, "Pause") with
    {
        Fields = [Field("until", "On which day do nudges start again?", "7 Dec", DateExample)],
    };

    /// <summary>The time that was submitted; null when it cannot be read, which the values then say.</summary>
    public static TimeOnly? ReadTime(FormValues values, string field)
    {
        var text = values.Line(field, MaxLength);
        if (MeetingTime.ReadTime(text) is { } time)
        {
            return time;
        }

        values.Refuse(field, text.Length == 0 ? $"At what time? {TimeExample}" : $"I can't read \u201c{LongText.Cut(text, 60)}\u201d as a time. {TimeExample}");
        return null;
    }

    /// <summary>The places that were submitted with what was written; none when nothing is like it, which the values then say.</summary>
    public static (string Text, IReadOnlyList<CityZone> Places) ReadCity(FormValues values)
    {
        var text = values.Line("city", MaxLength);
        var places = CityZones.Find(text);
        if (places.Count == 0)
        {
            values.Refuse("city", text.Length == 0 ? $"Which city? {CityExample}" : $"I know no zone for \u201c{LongText.Cut(text, 60)}\u201d. {CityExample}");
        }

        return (text, places);
    }

    /// <summary>The date that was submitted; null when none can be meant, which the values then say.</summary>
    public static DateOnly? ReadDate(FormValues values, DateTimeOffset now, TimeZoneInfo zone)
    {
        var text = values.Line("until", MaxLength);
        switch (text.Length == 0 ? null : MeetingTime.ReadDate(text, now, zone))
        {
            case TimeReading.Understood { Start: var start }:
                return LocalTime.DateOf(start, zone);
            case TimeReading.Past:
                values.Refuse("until", $"That day is not ahead. {DateExample}");
                return null;
            case TimeReading.TooFar:
                values.Refuse("until", $"That is more than a year away. {DateExample}");
                return null;
            case null:
                values.Refuse("until", $"On which day? {DateExample}");
                return null;
            default:
                values.Refuse("until", $"I can't read \u201c{LongText.Cut(text, 60)}\u201d as a day. {DateExample}");
                return null;
        }
    }

    private static ChatForm Form(string state, string part, string title) => new()
    {
        Name = FormName,
        State = state,
        Title = title,
        Submit = "Save",
        Fields = [],
        Back = new CardAction(SettingsAction.Show, part),
    };

    private static FormField Field(string name, string label, string placeholder, string hint) =>
        new(name, label) { Placeholder = placeholder, Hint = hint, IsRequired = true, MaxLength = MaxLength };
}
