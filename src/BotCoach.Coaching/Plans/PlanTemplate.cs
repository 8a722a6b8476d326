namespace BotCoach.Coaching;

/// <summary>A ready plan that a person can choose.</summary>
/// <param name="Id">The word by which it is chosen and kept.</param>
/// <param name="Name">What people read.</param>
/// <param name="Promise">How often it nudges, in two or three words.</param>
/// <param name="Days">The days and time in words, such as "Mondays at 09:15".</param>
/// <param name="ShortDays">The days alone, for a list.</param>
/// <param name="Cron">Its times, as a Quartz cron expression in the person's zone.</param>
public sealed record PlanTemplate(string Id, string Name, string Promise, string Days, string ShortDays, string Cron)
{
    /// <summary>The three plans, from the fewest nudges to the most.</summary>
    public static IReadOnlyList<PlanTemplate> All { get; } =
    [
        new("light", "Light", "one a week", "Mondays at 09:15", "Mondays", "0 15 9 ? * MON"),
        new("standard", "Standard", "three a week", "Mondays, Wednesdays and Thursdays at 09:15", "Mon, Wed, Thu", "0 15 9 ? * MON,WED,THU"),
        new("active", "Active", "every workday", "every workday at 09:15", "Mon to Fri", "0 15 9 ? * MON-FRI"),
    ];

    /// <summary>The plan of that id or name, in any case; null when there is none.</summary>
    public static PlanTemplate? Find(string text) =>
        All.FirstOrDefault(plan => string.Equals(plan.Id, text.Trim(), StringComparison.OrdinalIgnoreCase));
}
