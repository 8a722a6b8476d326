using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A ready plan that a person can choose.</summary>
/// <param name="Id">The word by which it is chosen and kept.</param>
/// <param name="Days">Its days, as far as the person works on them; null for every day on which they work.</param>
public sealed record PlanTemplate(string Id, IReadOnlySet<DayOfWeek>? Days)
{
    /// <summary>Stands for <see cref="Id"/> in a plan whose days the person chose one by one.</summary>
    public const string OwnId = "own";

    /// <summary>The three plans, from the fewest nudges to the most.</summary>
    public static IReadOnlyList<PlanTemplate> All { get; } =
    [
        new("light", new HashSet<DayOfWeek> { DayOfWeek.Monday }),
        new("standard", new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Thursday }),
        new("active", Days: null),
    ];

    /// <summary>Its times for a person who has changed nothing, as a Quartz cron expression in their zone.</summary>
    public string Cron => new WeeklyTime(DaysIn(Cadence.DefaultWorkingDays), WeeklyTime.DefaultTime).ToCron();

    /// <summary>What people read.</summary>
    public string NameIn(Language language)
    {
        var texts = PlanTexts.In(language);
        return Id switch { "light" => texts.Light, "standard" => texts.Standard, _ => texts.Active };
    }

    /// <summary>How often it nudges, in two or three words.</summary>
    public string PromiseIn(Language language)
    {
        var texts = PlanTexts.In(language);
        return Id switch { "light" => texts.LightPromise, "standard" => texts.StandardPromise, _ => texts.ActivePromise };
    }

    /// <summary>The plan of that id, or of its name in any language, in any case; null when there is none.</summary>
    public static PlanTemplate? Find(string text)
    {
        var id = CommandWords.Of(text.Trim());
        return All.FirstOrDefault(plan => plan.Id == id);
    }

    /// <summary>The id of the plan that has those days, or <see cref="OwnId"/>.</summary>
    public static string IdOf(IReadOnlySet<DayOfWeek> days, IReadOnlySet<DayOfWeek> workingDays) =>
        All.FirstOrDefault(plan => plan.DaysIn(workingDays).SetEquals(days))?.Id ?? OwnId;

    /// <summary>The days on which it nudges somebody who works on those days; at least one.</summary>
    public IReadOnlySet<DayOfWeek> DaysIn(IReadOnlySet<DayOfWeek> workingDays)
    {
        if (Days is null)
        {
            return workingDays;
        }

        HashSet<DayOfWeek> days = [.. Days.Where(workingDays.Contains)];
        return days.Count > 0 ? days : new HashSet<DayOfWeek> { Weekdays.FromMonday.FirstOrDefault(workingDays.Contains, DayOfWeek.Monday) };
    }

    /// <summary>The plan's days with the time, the quiet hours and the working days that a person has already.</summary>
    public Cadence On(Cadence? kept) => kept is null
        ? new Cadence { Cron = Cron }
        : kept with { Cron = new WeeklyTime(DaysIn(kept.WorkingDays), kept.Weekly?.Time ?? WeeklyTime.DefaultTime).ToCron() };
}
