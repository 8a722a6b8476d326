using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about when no nudge comes: days off, quiet hours, and a pause.</summary>
internal static class RestCards
{
    /// <summary>On which days the person works, and in which hours no nudge comes.</summary>
    public static Card WorkingTime(Plan plan, CardAction? undo, string? refusal)
    {
        var cadence = plan.Cadence;
        return new Card
        {
            Title = "Working time",
            Text = refusal ?? Waiting(cadence) ?? "Nudges keep to your working days and stay out of your quiet hours. What you prepared for a meeting comes all the same.",
            Choices =
            [
                new ChoiceRow("On which days do you work?",
                [
                    .. Weekdays.FromMonday.Select(day => SettingChoices.Set(
                        Weekdays.Short(Language.English, day), new SettingChange.WorkingDay(day, !cadence.WorkingDays.Contains(day)), cadence.WorkingDays.Contains(day))),
                ]),
                new ChoiceRow("In which hours shall it be quiet?",
                [
                    .. SettingChoices.QuietHours(cadence).Select(hours => SettingChoices.Set(
                        hours.From == hours.Until ? "None" : SettingWords.QuietHours(hours.From, hours.Until),
                        new SettingChange.QuietHours(hours.From, hours.Until),
                        SettingWords.QuietHours(hours.From, hours.Until) == SettingWords.QuietHours(cadence))),
                    new Choice("Other hours", new CardAction(SettingsAction.Ask, SettingsAction.WorkingTime)),
                ]),
                SettingsCards.Ways(undo),
            ],
        };
    }

    /// <summary>Until when nudges may rest.</summary>
    public static Card Pause(Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalTime.DateOf(now, zone);
        return new Card
        {
            Title = "Pause",
            Text = plan.IsActiveAt(now, zone) ? "Nudges rest and start again by themselves on the day that you choose. Meetings that you prepared still get their sheet." : SettingWords.Next(plan, now, zone),
            Choices =
            [
                new ChoiceRow("Until when?",
                [
                    .. SettingChoices.PauseDays.Select(today.AddDays).Select(day => new Choice(
                        day.ToString("ddd d MMM", CultureInfo.InvariantCulture), new CardAction(SettingsAction.Pause, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))),
                    new Choice("Another day", new CardAction(SettingsAction.Ask, SettingsAction.Pausing)),
                    new Choice("Until I resume", new CardAction(SettingsAction.Pause)),
                ]),
                SettingsCards.Ways(undo: null),
            ],
        };
    }

    private static string? Waiting(Cadence cadence) => cadence.Weekly is { Time: var time } && cadence.IsQuiet(time)
        ? $"{When.Time(time)} lies in your quiet hours now, so nudges wait until {When.Time(cadence.QuietUntil)}. Another time can be chosen under Nudges."
        : null;
}
