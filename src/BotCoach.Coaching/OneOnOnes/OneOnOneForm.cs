using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The form in which the talk with one's manager is prepared, and what is read from it.</summary>
internal static class OneOnOneForm
{
    public const string FormName = "one-on-one";
    public const string DefaultName = "1:1 with my manager";

    private const int MaxName = 80;
    private const string Name = "name";
    private const string Priorities = "priorities";
    private const string Changed = "changed";
    private const string Decision = "decision";

    /// <summary>The form for a new talk, begun with what the last one left.</summary>
    /// <param name="state">What the form carries.</param>
    /// <param name="name">What the talk is called.</param>
    /// <param name="when">When, as it was said or is to be expected; may be empty.</param>
    /// <param name="last">The talk before; null for the first.</param>
    /// <param name="back">What leaving the form means.</param>
    public static ChatForm New(string state, string name, string when, OneOnOne? last, CardAction? back) =>
        Form(state, "Prepare your 1:1", "Make the sheet", back, name, when, new OneOnOne
        {
            Priorities = last?.Priorities ?? [],
            Decision = last is { Decided: not GoalResult.Met } ? last.Decision : "",
        });

    /// <summary>The form for a talk that was saved before.</summary>
    public static ChatForm Edit(Meeting meeting, string state, DateTimeOffset now, TimeZoneInfo zone, CardAction? back) =>
        Form(state, "Edit your 1:1", "Save", back, meeting.Name, MeetingTime.Write(Language.English, meeting.StartsAt, now, zone), meeting.Talk!);

    /// <summary>Reads what was submitted.</summary>
    /// <param name="language">The language of the person.</param>
    /// <param name="values">The values by field.</param>
    /// <param name="id">Id of the talk.</param>
    /// <param name="saved">The talk that they change; null for a new one.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone.</param>
    /// <returns>The talk with its minutes where they were said, or what is wrong at which field.</returns>
    public static (Meeting? Meeting, int? Minutes, IReadOnlyList<FieldError> Errors) Read(
        Language language, IReadOnlyDictionary<string, string> values, string id, Meeting? saved, DateTimeOffset now, TimeZoneInfo zone)
    {
        var fields = new FormValues(language, values);
        var (start, minutes) = MeetingForm.Start(fields, saved, now, zone);
        var name = fields.Line(Name, MaxName);
        var priorities = Lines(fields.Text(Priorities, OneOnOne.MaxPriorities * (MeetingPoint.MaxLength + 1)));
        if (priorities.Count is 0 or > OneOnOne.MaxPriorities)
        {
            fields.Refuse(Priorities, priorities.Count == 0
                ? "What are your top priorities? One a line, the first one first."
                : $"These are {priorities.Count}. Which {OneOnOne.MaxPriorities} would you keep?");
        }

        if (priorities.Exists(priority => priority.Length > MeetingPoint.MaxLength))
        {
            fields.Refuse(Priorities, $"One of them is longer than {MeetingPoint.MaxLength} characters. Nothing is lost: shorten it and submit again.");
        }

        var talk = new OneOnOne
        {
            Priorities = priorities,
            Changed = fields.Text(Changed, MeetingPoint.MaxLength),
            Decision = fields.Text(Decision, MeetingPoint.MaxLength),
        };
        return fields.Errors.Count > 0
            ? (null, null, fields.Errors)
            : (new Meeting
            {
                Id = id,
                Name = name.Length == 0 ? DefaultName : name,
                StartsAt = start,
                Minutes = 0,
                Talk = talk,
                Version = "",
                SavedAt = now,
            }, minutes, []);
    }

    // People number their lists, or begin their lines with a dash.
    private static List<string> Lines(string text) =>
    [
        .. text.Split('\n')
            .Select(line => line.Trim().TrimStart('-', '*', '•', '–').TrimStart())
            .Select(line => line is [>= '1' and <= '9', '.' or ')', ..] ? line[2..].TrimStart() : line)
            .Where(line => line.Length > 0),
    ];

    private static ChatForm Form(string state, string title, string submit, CardAction? back, string name, string when, OneOnOne talk) => new()
    {
        Name = FormName,
        State = state,
        Title = title,
        Submit = submit,
        Back = back,
        Fields =
        [
            new FormField(Name, "With whom?") { Value = name, Placeholder = DefaultName, MaxLength = MaxName },
            MeetingForm.WhenField(when),
            new FormField(Priorities, "Your top three priorities")
            {
                Value = string.Join('\n', talk.Priorities),
                Placeholder = "One a line, the first one first",
                IsRequired = true,
                IsMultiline = true,
                MaxLength = OneOnOne.MaxPriorities * (MeetingPoint.MaxLength + 1),
            },
            new FormField(Changed, "What changed since last time?")
            {
                Value = talk.Changed,
                Placeholder = "The roadmap's order changed on Friday",
                IsMultiline = true,
                MaxLength = MeetingPoint.MaxLength,
            },
            new FormField(Decision, "One decision that you need")
            {
                Value = talk.Decision,
                Placeholder = "Whether the migration may slip to January",
                IsMultiline = true,
                MaxLength = MeetingPoint.MaxLength,
            },
        ],
    };
}
