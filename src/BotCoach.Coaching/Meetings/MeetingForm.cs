using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What was read from the form of a meeting.</summary>
internal sealed record MeetingDetails
{
    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How many minutes it takes; null when nothing was said of it.</summary>
    public required int? Minutes { get; init; }

    /// <summary>What was pasted; empty for nothing.</summary>
    public required string PreRead { get; init; }

    /// <summary>Points of a form that an earlier release had opened: it asked for them at once.</summary>
    public required IReadOnlyList<MeetingPoint> Questions { get; init; }

    /// <inheritdoc cref="Questions"/>
    public required IReadOnlyList<MeetingPoint> Comments { get; init; }

    /// <inheritdoc cref="Questions"/>
    public required string Goal { get; init; }

    /// <inheritdoc cref="Questions"/>
    public required string FirstPoint { get; init; }
}

/// <summary>The form with which a meeting's preparation begins, the one for its times, and what is read from both.</summary>
internal static class MeetingForm
{
    public const string FormName = "meeting";

    /// <summary>
    /// The most that is pasted into the form, in characters: with all that goes around it, it fits a message of every
    /// channel, so that a form that is refused comes back whole. More comes as a message, or in parts.
    /// </summary>
    public const int MaxPasted = 30_000;

    public const string WhenExample = "Try Thu 10:00, 26 Nov 10:00 or in 2 hours.";

    private const int MaxName = 80;
    private const int MaxWhen = 100;

    /// <summary>The form for a new meeting, filled in as far as its name and time are known.</summary>
    public static ChatForm New(string state, string name, string when, CardAction? back) => new()
    {
        Name = FormName,
        State = state,
        Title = "Prepare a meeting",
        Submit = "Make the sheet",
        Back = back,
        Fields =
        [
            NameField(name),
            WhenField(when),
            new FormField("agenda", "Paste the agenda or the pre-read")
            {
                Placeholder = "Slides, a mail, a page of notes: as it is",
                Hint = "I look for its key points and for what others will ask. Longer than fits? Leave it empty and send it to me as a message.",
                IsMultiline = true,
                MaxLength = MaxPasted,
            },
        ],
    };

    /// <summary>The form for name and times of a meeting that was saved before.</summary>
    public static ChatForm Edit(Meeting meeting, string state, DateTimeOffset now, TimeZoneInfo zone, CardAction? back) => new()
    {
        Name = FormName,
        State = state,
        Title = "Edit the meeting",
        Submit = "Save",
        Back = back,
        Fields =
        [
            NameField(meeting.Name),
            WhenField(MeetingTime.Write(Language.English, meeting.StartsAt, now, zone)),
            new FormField("minutes", "How many minutes?")
            {
                Value = meeting.Minutes.ToString(CultureInfo.InvariantCulture),
                Placeholder = "60",
                IsRequired = true,
                MaxLength = 5,
            },
        ],
    };

    /// <summary>Reads what was submitted.</summary>
    /// <param name="language">The language of the person.</param>
    /// <param name="values">The values by field.</param>
    /// <param name="saved">The meeting that they change; null for a new one.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone.</param>
    /// <returns>The details, or what is wrong at which field.</returns>
    public static (MeetingDetails? Details, IReadOnlyList<FieldError> Errors) Read(
        Language language, IReadOnlyDictionary<string, string> values, Meeting? saved, DateTimeOffset now, TimeZoneInfo zone)
    {
        var fields = new FormValues(language, values);
        var name = fields.Line("name", MaxName);
        if (name.Length == 0)
        {
            fields.Refuse("name", "What is the meeting called? For example Exec staff.");
        }

        var (start, length) = Start(fields, saved, now, zone);
        var details = new MeetingDetails
        {
            Name = name,
            StartsAt = start,
            Minutes = Minutes(fields) ?? length,
            PreRead = fields.Text("agenda", MaxPasted),
            Questions = Points(fields, "question"),
            Comments = Points(fields, "comment"),
            Goal = fields.Text("goal", MeetingPoint.MaxLength),
            FirstPoint = fields.Text("first", MeetingPoint.MaxLength),
        };
        return fields.Errors.Count == 0 ? (details, []) : (null, fields.Errors);
    }

    /// <summary>Reads when something starts, with a message under the field when it cannot be read.</summary>
    public static (DateTimeOffset Start, int? Minutes) Start(FormValues fields, Meeting? saved, DateTimeOffset now, TimeZoneInfo zone)
    {
        var text = fields.Line("when", MaxWhen);
        if (saved is not null && text == MeetingTime.Write(Language.English, saved.StartsAt, now, zone))
        {
            // A meeting that is over can still be renamed.
            return (saved.StartsAt, null);
        }

        var (reading, minutes) = text.Length == 0 ? (null, null) : MeetingLength.Read(text, now, zone);
        if (reading is TimeReading.Understood { Start: var start })
        {
            return (start, minutes);
        }

        fields.Refuse("when", reading switch
        {
            null => $"When does it start? {WhenExample}",
            TimeReading.Past past => $"That was {When.Show(Language.English, past.Start, now, zone)}. {WhenExample}",
            TimeReading.TooFar => $"That is more than a year away. {WhenExample}",
            TimeReading.NeedsTime => $"At what time? {WhenExample}",
            _ => $"I can't read \u201c{text}\u201d. {WhenExample}",
        });
        return default;
    }

    public static FormField WhenField(string when) =>
        new("when", "When?") { Value = when, Placeholder = "Thu 10:00", Hint = $"{WhenExample} It counts as an hour unless you add: for 45 min.", IsRequired = true, MaxLength = MaxWhen };

    private static FormField NameField(string name) =>
        new("name", "Which meeting?") { Value = name, Placeholder = "Exec staff", IsRequired = true, MaxLength = MaxName };

    private static int? Minutes(FormValues fields)
    {
        if (!fields.Has("minutes"))
        {
            return null;
        }

        if (int.TryParse(fields.Line("minutes", MaxWhen), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes is >= 1 and <= MeetingLength.MaxMinutes)
        {
            return minutes;
        }

        fields.Refuse("minutes", $"How many minutes, from 1 to {MeetingLength.MaxMinutes}? For example 60.");
        return null;
    }

    private static List<MeetingPoint> Points(FormValues fields, string field) =>
    [
        .. Enumerable.Range(1, Meeting.MaxPoints)
            .Select(place => fields.Text($"{field}{place}", MeetingPoint.MaxLength))
            .Where(text => text.Length > 0)
            .Select(text => new MeetingPoint(text)),
    ];
}
