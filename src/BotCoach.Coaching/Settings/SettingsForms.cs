using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The small forms of the settings, for what no button offers, and what is read from them.</summary>
internal static class SettingsForms
{
    public const string FormName = "settings";

    private const int MaxLength = 100;
    private const string ZoneExample = "Europe/Lisbon";

    public static ChatForm Time(Language language, string state, Plan plan)
    {
        var texts = SettingTexts.In(language);
        return Form(language, state, SettingsAction.Nudges, texts.TimeOfNudges) with
        {
            Fields = [Field("time", texts.AtWhatTime, When.Time(WeeklyTime.DefaultTime), texts.TimeExample) with { Value = plan.Cadence.Weekly is { Time: var time } ? When.Time(time) : null }],
        };
    }

    public static ChatForm QuietHours(Language language, string state, Plan plan)
    {
        var texts = SettingTexts.In(language);
        return Form(language, state, SettingsAction.WorkingTime, texts.QuietHours) with
        {
            Fields =
            [
                Field("from", texts.FromWhenQuiet, When.Time(Cadence.DefaultQuietFrom), texts.TimeExample) with { Value = When.Time(plan.Cadence.QuietFrom) },
                Field("until", texts.UntilWhenQuiet, When.Time(Cadence.DefaultQuietUntil), texts.SameTimeTwice) with { Value = When.Time(plan.Cadence.QuietUntil) },
            ],
        };
    }

    public static ChatForm Zone(Language language, string state)
    {
        var texts = ZoneTexts.In(language);
        return Form(language, state, SettingsAction.Zone, texts.TimeZone) with
        {
            Fields = [Field("city", texts.WhichCity, texts.CityPlaceholder, texts.CityHint(ZoneExample))],
        };
    }

    public static ChatForm Pause(Language language, string state)
    {
        var texts = RestTexts.In(language);
        return Form(language, state, SettingsAction.Pausing, texts.Pause) with
        {
            Fields = [Field("until", texts.OnWhichDayAgain, texts.DatePlaceholder, texts.DateExample)],
        };
    }

    /// <summary>The time that was submitted; null when it cannot be read, which the values then say.</summary>
    public static TimeOnly? ReadTime(FormValues values, string field)
    {
        var text = values.Line(field, MaxLength);
        if (MeetingTime.ReadTime(text) is { } time)
        {
            return time;
        }

        var texts = SettingTexts.In(values.Language);
        values.Refuse(field, text.Length == 0 ? texts.AskTime(texts.TimeExample) : texts.CannotReadTime(LongText.Cut(text, 60), texts.TimeExample));
        return null;
    }

    /// <summary>The places that were submitted with what was written; none when nothing is like it, which the values then say.</summary>
    public static (string Text, IReadOnlyList<CityZone> Places) ReadCity(FormValues values)
    {
        var text = values.Line("city", MaxLength);
        var places = CityZones.Find(text);
        if (places.Count == 0)
        {
            var texts = ZoneTexts.In(values.Language);
            values.Refuse("city", text.Length == 0 ? texts.AskCity(texts.CityExample) : texts.NoZoneFor(LongText.Cut(text, 60), texts.CityExample));
        }

        return (text, places);
    }

    /// <summary>The date that was submitted; null when none can be meant, which the values then say.</summary>
    public static DateOnly? ReadDate(FormValues values, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = RestTexts.In(values.Language);
        var text = values.Line("until", MaxLength);
        switch (text.Length == 0 ? null : MeetingTime.ReadDate(text, now, zone))
        {
            case TimeReading.Understood { Start: var start }:
                return LocalTime.DateOf(start, zone);
            case TimeReading.Past:
                values.Refuse("until", texts.DayNotAhead(texts.DateExample));
                return null;
            case TimeReading.TooFar:
                values.Refuse("until", texts.DayTooFar(texts.DateExample));
                return null;
            case null:
                values.Refuse("until", texts.AskDay(texts.DateExample));
                return null;
            default:
                values.Refuse("until", texts.CannotReadDay(LongText.Cut(text, 60), texts.DateExample));
                return null;
        }
    }

    private static ChatForm Form(Language language, string state, string part, string title) => new()
    {
        Name = FormName,
        State = state,
        Title = title,
        Submit = SettingTexts.In(language).Save,
        Fields = [],
        Back = new CardAction(SettingsAction.Show, part),
    };

    private static FormField Field(string name, string label, string placeholder, string hint) =>
        new(name, label) { Placeholder = placeholder, Hint = hint, IsRequired = true, MaxLength = MaxLength };
}
