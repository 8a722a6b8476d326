using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about when no nudge comes: days off, quiet hours, and a pause.</summary>
internal static class RestCards
{
    /// <summary>On which days the person works, and in which hours no nudge comes.</summary>
    public static Card WorkingTime(Language language, Plan plan, CardAction? undo, string? refusal)
    {
        var texts = RestTexts.In(language);
        var cadence = plan.Cadence;
        return new Card
        {
            Title = texts.WorkingTime,
            Text = refusal ?? Waiting(texts, cadence) ?? texts.KeepToWorkingTime,
            Choices =
            [
                new ChoiceRow(texts.WhichWorkingDays,
                [
                    .. Weekdays.FromMonday.Select(day => SettingChoices.Set(
                        Weekdays.Short(language, day), new SettingChange.WorkingDay(day, !cadence.WorkingDays.Contains(day)), cadence.WorkingDays.Contains(day))),
                ]),
                new ChoiceRow(texts.WhichQuietHours,
                [
                    .. SettingChoices.QuietHours(cadence).Select(hours => SettingChoices.Set(
                        hours.From == hours.Until ? texts.NoQuietHours : SettingWords.QuietHours(language, hours.From, hours.Until),
                        new SettingChange.QuietHours(hours.From, hours.Until),
                        SettingWords.QuietHours(language, hours.From, hours.Until) == SettingWords.QuietHours(language, cadence))),
                    new Choice(texts.OtherHours, new CardAction(SettingsAction.Ask, SettingsAction.WorkingTime)),
                ]),
                SettingsCards.Ways(language, undo),
            ],
        };
    }

    /// <summary>Until when nudges may rest.</summary>
    public static Card Pause(Language language, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = RestTexts.In(language);
        var today = LocalTime.DateOf(now, zone);
        return new Card
        {
            Title = texts.Pause,
            Text = plan.IsActiveAt(now, zone) ? texts.HowPausesEnd : SettingWords.Next(language, plan, now, zone),
            Choices =
            [
                new ChoiceRow(texts.UntilWhen,
                [
                    .. SettingChoices.PauseDays.Select(today.AddDays).Select(day => new Choice(
                        ShortDate(language, day), new CardAction(SettingsAction.Pause, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
                    new Choice(texts.AnotherDay, new CardAction(SettingsAction.Ask, SettingsAction.Pausing)),
                    new Choice(texts.UntilIResume, new CardAction(SettingsAction.Pause)),
                ]),
                SettingsCards.Ways(language, undo: null),
            ],
        };
    }

    // "Mon 7 Dec", "Lun 7 dic".
    private static string ShortDate(Language language, DateOnly day) => $"{Weekdays.Short(language, day.DayOfWeek)} {day.ToString("d MMM", language.Culture)}";

    private static string? Waiting(RestTexts texts, Cadence cadence) => cadence.Weekly is { Time: var time } && cadence.IsQuiet(time)
        ? texts.NudgesWait(When.Time(time), When.Time(cadence.QuietUntil))
        : null;
}
