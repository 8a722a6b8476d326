using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The form in which a meeting is prepared, and what is read from it.</summary>
internal static class MeetingForm
{
    public const string FormName = "meeting";

    private const int MaxName = 80;
    private const int MaxWhen = 100;
    private const int MaxAgenda = 20_000;
    private const int MaxPoint = 300;
    private const int MaxMinutes = 600;
    private const string WhenExample = "Try Thu 10:00, 26 Nov 10:00 or in 2 hours.";

    /// <summary>The form for a new meeting, filled in as far as its name and time were said.</summary>
    public static ChatForm New(string id, string name, string when) => Form(
        id,
        "Prepare a meeting",
        name: name,
        when: when,
        minutes: "60",
        meeting: null);

    /// <summary>The form for a meeting that was saved before.</summary>
    public static ChatForm Edit(Meeting meeting, string state, TimeZoneInfo zone) => Form(
        state,
        "Edit the meeting",
        meeting.Name,
        TimeZoneInfo.ConvertTime(meeting.StartsAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        meeting.Minutes.ToString(CultureInfo.InvariantCulture),
        meeting);

    /// <summary>Reads what was submitted.</summary>
    /// <returns>The meeting, without a version, or what is wrong at which field.</returns>
    public static (Meeting? Meeting, IReadOnlyList<FieldError> Errors) Read(
        IReadOnlyDictionary<string, string> values, string id, DateTimeOffset now, TimeZoneInfo zone)
    {
        List<FieldError> errors = [];
        var name = Text("name", MaxName);
        if (name.Length == 0)
        {
            errors.Add(new FieldError("name", "What is the meeting called? For example Exec staff."));
        }

        var meeting = new Meeting
        {
            Id = id,
            Name = string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)),
            StartsAt = Start(),
            Minutes = Minutes(),
            Agenda = Text("agenda", MaxAgenda),
            Questions = Points("question"),
            Comments = Points("comment"),
            Goal = Text("goal", MaxPoint),
            FirstPoint = Text("first", MaxPoint),
            Version = "",
            SavedAt = now,
        };
        return errors.Count == 0 ? (meeting, []) : (null, errors);

        string Text(string field, int max)
        {
            var text = values.GetValueOrDefault(field, "").Trim();
            if (text.Length > max)
            {
                errors.Add(new FieldError(field, string.Create(
                    CultureInfo.InvariantCulture, $"This has {text.Length} characters; {max} fit here. Nothing is lost: shorten it and submit again.")));
            }

            return text;
        }

        List<string> Points(string field) =>
            [.. Enumerable.Range(1, MeetingRow.Points).Select(place => Text($"{field}{place}", MaxPoint)).Where(text => text.Length > 0)];

        int Minutes()
        {
            if (int.TryParse(values.GetValueOrDefault("minutes", "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
                && minutes is >= 1 and <= MaxMinutes)
            {
                return minutes;
            }

            errors.Add(new FieldError("minutes", $"How many minutes, from 1 to {MaxMinutes}? For example 60."));
            return 0;
        }

        DateTimeOffset Start()
        {
            var text = Text("when", MaxWhen);
            var reading = text.Length == 0 ? null : MeetingTime.Read(text, now, zone);
            if (reading is TimeReading.Understood { Start: var start })
            {
                return start;
            }

            errors.Add(new FieldError("when", reading switch
            {
                null => $"When does it start? {WhenExample}",
                TimeReading.Past past => $"That was {When.Show(past.Start, now, zone)}. {WhenExample}",
                TimeReading.TooFar => $"That is more than a year away. {WhenExample}",
                TimeReading.NeedsTime => $"At what time? {WhenExample}",
                _ => $"I can't read \u201c{text}\u201d. {WhenExample}",
            }));
            return default;
        }
    }

    /// <summary>Whether two states of a meeting read the same in the form: then saving again changes nothing.</summary>
    public static bool IsSame(Meeting one, Meeting other, TimeZoneInfo zone) =>
        Edit(one, "", zone).Fields.SequenceEqual(Edit(other, "", zone).Fields);

    /// <summary>Puts what was read from the form over a meeting that was saved before; what was told about it stays.</summary>
    public static Meeting Apply(Meeting read, Meeting saved) => saved with
    {
        Name = read.Name,
        StartsAt = read.StartsAt,
        Minutes = read.Minutes,
        Agenda = read.Agenda,
        Questions = read.Questions,
        Comments = read.Comments,
        Goal = read.Goal,
        FirstPoint = read.FirstPoint,
        SavedAt = read.SavedAt,
        IsCancelled = false,
    };

    private static ChatForm Form(string state, string title, string name, string when, string minutes, Meeting? meeting) => new()
    {
        Name = FormName,
        State = state,
        Title = title,
        Submit = "Save",
        Fields =
        [
            new FormField("name", "Which meeting?") { Value = name, Placeholder = "Exec staff", IsRequired = true, MaxLength = MaxName },
            new FormField("when", "When?") { Value = when, Placeholder = "Thu 10:00", Hint = WhenExample, IsRequired = true, MaxLength = MaxWhen },
            new FormField("minutes", "How many minutes?") { Value = minutes, Placeholder = "60", IsRequired = true, MaxLength = 5 },
            new FormField("agenda", "Agenda or pre-read") { Value = meeting?.Agenda, Placeholder = "Paste what was sent out", IsMultiline = true, MaxLength = MaxAgenda },
            Point("question1", "Question 1", meeting?.Questions, 0, "You assume churn stays at 4 %. What happens at 6 %?"),
            Point("question2", "Question 2", meeting?.Questions, 1, null),
            Point("question3", "Question 3", meeting?.Questions, 2, null),
            Point("comment1", "Comment 1", meeting?.Comments, 0, "What this means for cost, revenue, risk, time or customers"),
            Point("comment2", "Comment 2", meeting?.Comments, 1, null),
            Point("comment3", "Comment 3", meeting?.Comments, 2, null),
            new FormField("goal", "A small goal") { Value = meeting?.Goal, Placeholder = "One question, one insight", MaxLength = MaxPoint },
            new FormField("first", "What you will say first") { Value = meeting?.FirstPoint, Placeholder = "Within the first ten minutes", MaxLength = MaxPoint },
        ],
    };

    private static FormField Point(string name, string label, IReadOnlyList<string>? points, int place, string? placeholder) =>
        new(name, label) { Value = points?.ElementAtOrDefault(place), Placeholder = placeholder, MaxLength = MaxPoint, IsMultiline = true };
}
