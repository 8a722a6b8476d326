using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A meeting as it stands in the store. A column that an earlier release did not write has a default.</summary>
internal static class MeetingRow
{
    public static RowProperties Write(Meeting meeting)
    {
        var properties = new RowProperties
        {
            { "Id", meeting.Id },
            { "Name", meeting.Name },
            { "StartsAt", meeting.StartsAt },
            { "Minutes", meeting.Minutes },
            { "Lead", meeting.Lead.ToString() },
            { "HasOwnLead", meeting.HasOwnLead },
            { "Agenda", meeting.Agenda },
            { "OtherView", meeting.OtherView.Length == 0 ? null : meeting.OtherView },
            { "Goal", meeting.Goal },
            { "FirstPoint", meeting.FirstPoint },
            { "Settled", Lines(meeting.Settled) },
            { "Kept", Lines(meeting.Kept) },
            { "IsCancelled", meeting.IsCancelled },
            { "Version", meeting.Version },
            { "SavedAt", meeting.SavedAt },
            { "Spoke", meeting.Spoke?.ToString() },
            { "Asked", meeting.Asked },
            { "Commented", meeting.Commented },
            { "GoalResult", meeting.GoalResult?.ToString() },
            { "Learned", meeting.Learned },
        };
        AddPoints(properties, "Question", meeting.Questions);
        AddPoints(properties, "Comment", meeting.Comments);
        if (meeting.Talk is { } talk)
        {
            AddTalk(properties, talk);
        }

        return properties;
    }

    public static Meeting Read(TableRow row) => new()
    {
        Id = row.Required("Id"),
        Name = row.Required("Name"),
        StartsAt = row.Required(row.Properties.Time("StartsAt"), "StartsAt"),
        Minutes = row.Required(row.Properties.Number("Minutes"), "Minutes"),
        Lead = Choice<SheetLead>(row, "Lead") ?? SheetLead.HalfHour,
        // In earlier releases whatever was not the usual had been chosen for the meeting.
        HasOwnLead = row.Properties.Flag("HasOwnLead") ?? Choice<SheetLead>(row, "Lead") is not (null or SheetLead.HalfHour),
        Agenda = row.Properties.Text("Agenda") ?? "",
        Questions = Points(row, "Question"),
        Comments = Points(row, "Comment"),
        OtherView = row.Properties.Text("OtherView") ?? "",
        Goal = row.Required("Goal"),
        FirstPoint = row.Required("FirstPoint"),
        Settled = Lines(row, "Settled"),
        Kept = Lines(row, "Kept"),
        Talk = Talk(row),
        IsCancelled = row.Required(row.Properties.Flag("IsCancelled"), "IsCancelled"),
        Version = row.Required("Version"),
        SavedAt = row.Required(row.Properties.Time("SavedAt"), "SavedAt"),
        Spoke = Choice<Spoke>(row, "Spoke"),
        Asked = row.Properties.Number("Asked"),
        Commented = row.Properties.Number("Commented"),
        GoalResult = Choice<GoalResult>(row, "GoalResult"),
        Learned = row.Properties.Text("Learned"),
    };

    /// <summary>Writes a meeting over the state that was read, or adds a new one.</summary>
    public static RowWrite Save(PersonAddress person, Meeting meeting, RowVersion? version) => version is { } known
        ? new RowWrite.Replace { Key = PeopleTable.Meeting(person, meeting.Id), Version = known, Properties = Write(meeting) }
        : new RowWrite.Insert { Key = PeopleTable.Meeting(person, meeting.Id), Properties = Write(meeting) };

    private static void AddPoints(RowProperties properties, string column, IReadOnlyList<MeetingPoint> points)
    {
        foreach (var (place, point) in points.Take(Meeting.MaxPoints).Index())
        {
            var name = Numbered(column, place);
            properties.Add(name, point.Text);
            properties.Add($"{name}Said", point.WasSaid);
            properties.Add($"{name}CarriedOver", point.IsCarriedOver ? true : null);
        }
    }

    // Earlier releases left gaps: a second question without a first.
    private static List<MeetingPoint> Points(TableRow row, string column) =>
    [
        .. from place in Enumerable.Range(0, Meeting.MaxPoints)
           let name = Numbered(column, place)
           let text = row.Properties.Text(name)
           where text is not null
           select new MeetingPoint(text)
           {
               WasSaid = row.Properties.Flag($"{name}Said"),
               IsCarriedOver = row.Properties.Flag($"{name}CarriedOver") is true,
           },
    ];

    private static void AddTalk(RowProperties properties, OneOnOne talk)
    {
        foreach (var (place, priority) in talk.Priorities.Take(OneOnOne.MaxPriorities).Index())
        {
            properties.Add(Numbered("Priority", place), priority);
        }

        properties.Add("Changed", talk.Changed);
        properties.Add("Decision", talk.Decision);
        properties.Add("Sure", talk.Sure);
        properties.Add("Decided", talk.Decided?.ToString());
    }

    // "Changed" is there for every talk and for nothing else.
    private static OneOnOne? Talk(TableRow row) => row.Properties.Text("Changed") is { } changed
        ? new OneOnOne
        {
            Priorities = [.. Enumerable.Range(0, OneOnOne.MaxPriorities).Select(place => row.Properties.Text(Numbered("Priority", place))).OfType<string>()],
            Changed = changed,
            Decision = row.Required("Decision"),
            Sure = row.Properties.Number("Sure"),
            Decided = Choice<GoalResult>(row, "Decided"),
        }
        : null;

    private static string Numbered(string column, int place) => column + (place + 1).ToString(CultureInfo.InvariantCulture);

    // Neither ids of suggestions nor terms hold a line break.
    private static string? Lines(IReadOnlyList<string> texts) => texts.Count == 0 ? null : string.Join('\n', texts);

    private static string[] Lines(TableRow row, string column) => row.Properties.Text(column)?.Split('\n') ?? [];

    private static T? Choice<T>(TableRow row, string column)
        where T : struct, Enum => Enum.TryParse<T>(row.Properties.Text(column), out var value) ? value : null;
}
