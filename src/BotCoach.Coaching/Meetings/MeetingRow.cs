using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A meeting as it stands in the store.</summary>
internal static class MeetingRow
{
    /// <summary>How many questions and how many comments a sheet holds.</summary>
    public const int Points = 3;

    public static RowProperties Write(Meeting meeting)
    {
        var properties = new RowProperties
        {
            { "Id", meeting.Id },
            { "Name", meeting.Name },
            { "StartsAt", meeting.StartsAt },
            { "Minutes", meeting.Minutes },
            { "Agenda", meeting.Agenda },
            { "Goal", meeting.Goal },
            { "FirstPoint", meeting.FirstPoint },
            { "IsCancelled", meeting.IsCancelled },
            { "Version", meeting.Version },
            { "SavedAt", meeting.SavedAt },
            { "Spoke", meeting.Spoke?.ToString() },
            { "Asked", meeting.Asked },
            { "Commented", meeting.Commented },
            { "GoalResult", meeting.GoalResult?.ToString() },
            { "Learned", meeting.Learned },
        };
        for (var place = 0; place < Points; place++)
        {
            properties.Add($"Question{place + 1}", meeting.Questions.ElementAtOrDefault(place));
            properties.Add($"Comment{place + 1}", meeting.Comments.ElementAtOrDefault(place));
        }

        return properties;
    }

    public static Meeting Read(TableRow row) => new()
    {
        Id = row.Required("Id"),
        Name = row.Required("Name"),
        StartsAt = row.Required(row.Properties.Time("StartsAt"), "StartsAt"),
        Minutes = row.Required(row.Properties.Number("Minutes"), "Minutes"),
        Agenda = row.Required("Agenda"),
        Questions = Texts(row, "Question"),
        Comments = Texts(row, "Comment"),
        Goal = row.Required("Goal"),
        FirstPoint = row.Required("FirstPoint"),
        IsCancelled = row.Required(row.Properties.Flag("IsCancelled"), "IsCancelled"),
        Version = row.Required("Version"),
        SavedAt = row.Required(row.Properties.Time("SavedAt"), "SavedAt"),
        Spoke = Enum.TryParse<Spoke>(row.Properties.Text("Spoke"), out var spoke) ? spoke : null,
        Asked = row.Properties.Number("Asked"),
        Commented = row.Properties.Number("Commented"),
        GoalResult = Enum.TryParse<GoalResult>(row.Properties.Text("GoalResult"), out var goal) ? goal : null,
        Learned = row.Properties.Text("Learned"),
    };

    /// <summary>Writes a meeting over the state that was read, or adds a new one.</summary>
    public static RowWrite Save(PersonAddress person, Meeting meeting, RowVersion? version) => version is { } known
        ? new RowWrite.Replace { Key = PeopleTable.Meeting(person, meeting.Id), Version = known, Properties = Write(meeting) }
        : new RowWrite.Insert { Key = PeopleTable.Meeting(person, meeting.Id), Properties = Write(meeting) };

    private static string[] Texts(TableRow row, string column) =>
        [.. Enumerable.Range(1, Points).Select(place => row.Properties.Text($"{column}{place}")).OfType<string>()];
}
