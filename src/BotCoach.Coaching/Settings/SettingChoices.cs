using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What is offered with one tap: what many people choose, and what this one has.</summary>
internal static class SettingChoices
{
    private static readonly TimeOnly[] Usual = [new(8, 30), WeeklyTime.DefaultTime, new(11, 0), new(13, 30), new(16, 0)];

    private static readonly (TimeOnly From, TimeOnly Until)[] UsualQuiet =
    [
        (Cadence.DefaultQuietFrom, Cadence.DefaultQuietUntil), (new(17, 0), new(9, 0)), (new(20, 0), new(7, 0)), (default, default),
    ];

    /// <summary>How long before a meeting its sheet may come.</summary>
    public static IReadOnlyList<(SheetLead Lead, string Label)> Leads(Language language)
    {
        var texts = SettingTexts.In(language);
        return
        [
            (SheetLead.QuarterHour, texts.QuarterHourBefore),
            (SheetLead.HalfHour, texts.HalfHourBefore),
            (SheetLead.Hour, texts.HourBefore),
            (SheetLead.DayBefore, texts.WorkingDayBefore),
        ];
    }

    /// <summary>For how many days a pause may be had with one tap: one week off, or two.</summary>
    public static IReadOnlyList<int> PauseDays { get; } = [7, 14];

    /// <summary>Times at which nudges can come to somebody with that cadence.</summary>
    public static IEnumerable<TimeOnly> Times(Cadence cadence) => Usual
        .Where(time => !cadence.IsQuiet(time))
        .Concat(cadence.Weekly is { Time: var own } ? [own] : [])
        .Distinct()
        .Order();

    /// <summary>Quiet hours; the same time twice for none.</summary>
    public static IEnumerable<(TimeOnly From, TimeOnly Until)> QuietHours(Cadence cadence) =>
        cadence.QuietFrom == cadence.QuietUntil ? UsualQuiet : UsualQuiet.Prepend((cadence.QuietFrom, cadence.QuietUntil)).Distinct();

    /// <summary>A button that makes a change, with whether things are so already.</summary>
    public static Choice Set(string label, SettingChange change, bool isChosen) => new(label, SettingsAction.Make(change)) { IsChosen = isChosen };

    /// <summary>What people read of a part of their work.</summary>
    public static string NameOf(Language language, PracticeArea area)
    {
        var texts = SettingTexts.In(language);
        return area switch
        {
            PracticeArea.Results => texts.ResultsArea,
            PracticeArea.Engineering => texts.EngineeringArea,
            PracticeArea.Product => texts.ProductArea,
            _ => texts.ForumArea,
        };
    }
}
