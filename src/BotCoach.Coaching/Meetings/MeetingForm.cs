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

    private const int MaxName = 80;
    private const int MaxWhen = 100;

    /// <summary>The form for a new meeting, filled in as far as its name and time are known.</summary>
    public static ChatForm New(Language language, string state, string name, string when, CardAction? back) => new()
    {
        Name = FormName,
        State = state,
        Title = MeetingFormTexts.In(language).PrepareMeeting,
        Submit = MeetingFormTexts.In(language).MakeSheet,
        Back = back,
        Fields =
        [
            NameField(language, name),
            WhenField(language, when),
            new FormField("agenda", MeetingFormTexts.In(language).PastePreRead)
            {
                Placeholder = MeetingFormTexts.In(language).PreReadExample,
                Hint = MeetingFormTexts.In(language).WhatPreReadIsFor,
                IsMultiline = true,
                MaxLength = MaxPasted,
            },
        ],
    };

    /// <summary>The form for name and times of a meeting that was saved before.</summary>
    public static ChatForm Edit(Language language, Meeting meeting, string state, DateTimeOffset now, TimeZoneInfo zone, CardAction? back) => new()
    {
        Name = FormName,
        State = state,
        Title = MeetingFormTexts.In(language).EditMeeting,
        Submit = MeetingFormTexts.In(language).Save,
        Back = back,
        Fields =
        [
            NameField(language, meeting.Name),
            WhenField(language, MeetingTime.Write(language, meeting.StartsAt, now, zone)),
            new FormField("minutes", MeetingFormTexts.In(language).HowManyMinutes)
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
            fields.Refuse("name", MeetingFormTexts.In(language).NameMissing);
        }

        var (start, length) = Start(language, fields, saved, now, zone);
        var details = new MeetingDetails
        {
            Name = name,
            StartsAt = start,
            Minutes = Minutes(language, fields) ?? length,
            PreRead = fields.Text("agenda", MaxPasted),
            Questions = Points(fields, "question"),
            Comments = Points(fields, "comment"),
            Goal = fields.Text("goal", MeetingPoint.MaxLength),
            FirstPoint = fields.Text("first", MeetingPoint.MaxLength),
        };
        return fields.Errors.Count == 0 ? (details, []) : (null, fields.Errors);
    }

    /// <summary>Reads when something starts, with a message under the field when it cannot be read.</summary>
    public static (DateTimeOffset Start, int? Minutes) Start(Language language, FormValues fields, Meeting? saved, DateTimeOffset now, TimeZoneInfo zone)
    {
        var text = fields.Line("when", MaxWhen);
        if (saved is not null && text == MeetingTime.Write(language, saved.StartsAt, now, zone))
        {
            // A meeting that is over can still be renamed.
            return (saved.StartsAt, null);
        }

        var (reading, minutes) = text.Length == 0 ? (null, null) : MeetingLength.Read(text, now, zone);
        if (reading is TimeReading.Understood { Start: var start })
        {
            return (start, minutes);
        }

        var texts = MeetingFormTexts.In(language);
        var wrong = reading switch
        {
            null => texts.TimeMissing,
            TimeReading.Past past => texts.TimePast(When.Show(language, past.Start, now, zone)),
            TimeReading.TooFar => texts.TimeTooFar,
            TimeReading.NeedsTime => texts.HourMissing,
            _ => texts.TimeNotUnderstood(text),
        };
        fields.Refuse("when", $"{wrong} {texts.TimeExamples}");
        return default;
    }

    public static FormField WhenField(Language language, string when)
    {
        var texts = MeetingFormTexts.In(language);
        return new FormField("when", texts.When)
        {
            Value = when,
            Placeholder = texts.TimeExample,
            Hint = $"{texts.TimeExamples} {texts.LengthExample}",
            IsRequired = true,
            MaxLength = MaxWhen,
        };
    }

    private static FormField NameField(Language language, string name)
    {
        var texts = MeetingFormTexts.In(language);
        return new FormField("name", texts.WhichMeeting) { Value = name, Placeholder = texts.NameExample, IsRequired = true, MaxLength = MaxName };
    }

    private static int? Minutes(Language language, FormValues fields)
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

        fields.Refuse("minutes", MeetingFormTexts.In(language).MinutesOutOfRange(MeetingLength.MaxMinutes));
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
