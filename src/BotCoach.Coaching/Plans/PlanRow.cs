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
        { "WorkingDays", Weekdays.Write(plan.Cadence.WorkingDays) },
        { "QuietFrom", plan.Cadence.QuietFrom.ToString("HH:mm", CultureInfo.InvariantCulture) },
        { "QuietUntil", plan.Cadence.QuietUntil.ToString("HH:mm", CultureInfo.InvariantCulture) },
        { "DailyCap", plan.Cadence.DailyCap },
        { "Status", plan.Status.ToString() },
        { "Version", plan.Version },
        { "Since", plan.Since },
        { "FirstSequence", plan.FirstSequence },
        { "PracticesOff", plan.PracticesOff.Count == 0 ? null : string.Join(',', plan.PracticesOff.Order(StringComparer.Ordinal)) },
        { "FirstDay", Text(plan.FirstDay) },
        { "PausedUntil", Text(plan.PausedUntil) },
    };

    public static Plan Read(TableRow row) => new()
    {
        Template = row.Required("Template"),
        Cadence = new Cadence
        {
            Cron = row.Required("Cron"),
            WorkingDays = Weekdays.Read(row.Required("WorkingDays")) ?? throw new InvalidDataException("A stored plan has working days that are none."),
            QuietFrom = Time(row.Required("QuietFrom")),
            QuietUntil = Time(row.Required("QuietUntil")),
            DailyCap = row.Required(row.Properties.Number("DailyCap"), "DailyCap"),
        },
        Status = row.RequiredEnum<PlanStatus>("Status"),
        Version = row.Required("Version"),
        Since = row.Required(row.Properties.Time("Since"), "Since"),
        FirstSequence = row.Required(row.Properties.Number("FirstSequence"), "FirstSequence"),
        PracticesOff = row.Properties.Text("PracticesOff")?.Split(',').ToHashSet(StringComparer.Ordinal) ?? [],
        FirstDay = Date(row, "FirstDay"),
        PausedUntil = Date(row, "PausedUntil"),
    };

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(TableRow row, string column) =>
        row.Properties.Text(column) is { } date ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
