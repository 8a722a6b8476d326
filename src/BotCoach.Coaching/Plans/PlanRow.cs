using System.Globalization;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A plan as it stands in the store.</summary>
internal static class PlanRow
{
    public static RowProperties Write(Plan plan) => new()
    {
        { "Template", plan.Template },
        { "Cron", plan.Cadence.Cron },
        { "WorkingDays", string.Join(',', plan.Cadence.WorkingDays.Order()) },
        { "QuietFrom", plan.Cadence.QuietFrom.ToString("HH:mm", CultureInfo.InvariantCulture) },
        { "QuietUntil", plan.Cadence.QuietUntil.ToString("HH:mm", CultureInfo.InvariantCulture) },
        { "DailyCap", plan.Cadence.DailyCap },
        { "Status", plan.Status.ToString() },
        { "Version", plan.Version },
        { "Since", plan.Since },
        { "FirstSequence", plan.FirstSequence },
        { "PausedUntil", plan.PausedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
    };

    public static Plan Read(TableRow row) => new()
    {
        Template = row.Required("Template"),
        Cadence = new Cadence
        {
            Cron = row.Required("Cron"),
            WorkingDays = row.Required("WorkingDays")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(Enum.Parse<DayOfWeek>)
                .ToHashSet(),
            QuietFrom = Time(row.Required("QuietFrom")),
            QuietUntil = Time(row.Required("QuietUntil")),
            DailyCap = row.Required(row.Properties.Number("DailyCap"), "DailyCap"),
        },
        Status = row.RequiredEnum<PlanStatus>("Status"),
        Version = row.Required("Version"),
        Since = row.Required(row.Properties.Time("Since"), "Since"),
        FirstSequence = row.Required(row.Properties.Number("FirstSequence"), "FirstSequence"),
        PausedUntil = row.Properties.Text("PausedUntil") is { } date
            ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null,
    };

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
