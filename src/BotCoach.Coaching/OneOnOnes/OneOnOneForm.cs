using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The form in which the talk with one's manager is prepared, and what is read from it.</summary>
internal static class OneOnOneForm
{
    public const string FormName = "one-on-one";

    private const int MaxName = 80;
    private const string Name = "name";
    private const string Priorities = "priorities";
    private const string Changed = "changed";
    private const string Decision = "decision";

    /// <summary>The form for a new talk, begun with what the last one left.</summary>
    /// <param name="language">What the person reads.</param>
    /// <param name="state">What the form carries.</param>
    /// <param name="name">What the talk is called.</param>
    /// <param name="when">When, as it was said or is to be expected; may be empty.</param>
    /// <param name="last">The talk before; null for the first.</param>
    /// <param name="back">What leaving the form means.</param>
    public static ChatForm New(Language language, string state, string name, string when, OneOnOne? last, CardAction? back) =>
        Form(language, state, OneOnOneTexts.In(language).Prepare, OneOnOneTexts.In(language).MakeSheet, back, name, when, new OneOnOne
        {
            Priorities = last?.Priorities ?? [],
            Decision = last is { Decided: not GoalResult.Met } ? last.Decision : "",
        });

    /// <summary>The form for a talk that was saved before.</summary>
    public static ChatForm Edit(Language language, Meeting meeting, string state, DateTimeOffset now, TimeZoneInfo zone, CardAction? back) =>
        Form(
            language, state, OneOnOneTexts.In(language).Edit, OneOnOneTexts.In(language).Save, back,
            meeting.Name, MeetingTime.Write(language, meeting.StartsAt, now, zone), meeting.Talk!);

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
        var (fields, texts) = (new FormValues(language, values), OneOnOneTexts.In(language));
        var (start, minutes) = MeetingForm.Start(language, fields, saved, now, zone);
        var name = fields.Line(Name, MaxName);
        var priorities = Lines(fields.Text(Priorities, OneOnOne.MaxPriorities * (MeetingPoint.MaxLength + 1)));
        if (priorities.Count is 0 or > OneOnOne.MaxPriorities)
        {
            fields.Refuse(Priorities, priorities.Count == 0
                ? texts.PrioritiesMissing
                : texts.TooManyPriorities(priorities.Count, OneOnOne.MaxPriorities));
        }

        if (priorities.Exists(priority => priority.Length > MeetingPoint.MaxLength))
        {
            fields.Refuse(Priorities, texts.PriorityTooLong(MeetingPoint.MaxLength));
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
                Name = name.Length == 0 ? texts.WithMyManager : name,
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

    private static ChatForm Form(
        Language language, string state, string title, string submit, CardAction? back, string name, string when, OneOnOne talk)
    {
        var texts = OneOnOneTexts.In(language);
        return new ChatForm
        {
            Name = FormName,
            State = state,
            Title = title,
            Submit = submit,
            Back = back,
            Fields =
            [
                new FormField(Name, texts.WithWhom) { Value = name, Placeholder = texts.WithMyManager, MaxLength = MaxName },
                MeetingForm.WhenField(language, when),
                new FormField(Priorities, texts.TopThreePriorities)
                {
                    Value = string.Join('\n', talk.Priorities),
                    Placeholder = texts.OneALine,
                    IsRequired = true,
                    IsMultiline = true,
                    MaxLength = OneOnOne.MaxPriorities * (MeetingPoint.MaxLength + 1),
                },
                new FormField(Changed, texts.WhatChangedSince)
                {
                    Value = talk.Changed,
                    Placeholder = texts.ChangeExample,
                    IsMultiline = true,
                    MaxLength = MeetingPoint.MaxLength,
                },
                new FormField(Decision, texts.OneDecision)
                {
                    Value = talk.Decision,
                    Placeholder = texts.DecisionExample,
                    IsMultiline = true,
                    MaxLength = MeetingPoint.MaxLength,
                },
            ],
        };
    }
}
