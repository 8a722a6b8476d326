using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The sheet of a meeting: all of it at a glance, with a button for each of its parts.</summary>
internal static class SheetCards
{
    /// <summary>Key points on the sheet itself; all of them are under Pre-read.</summary>
    private const int FewPoints = 3;

    /// <summary>How long a key point may be on the sheet: three lines of a phone.</summary>
    private const int GlanceLength = 140;

    private const int FewTopics = 2;

    /// <summary>How much of the last check is told: what was tapped, and a line of some length.</summary>
    private const int LongestLastTime = 240;

    private const int FewTerms = 1;

    public static Card Overview(PrepSheet sheet, DateTimeOffset now)
    {
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = meeting.Name,
            Text = string.Join("\n", Lines(sheet, now).OfType<string>()),
            Facts = [.. Found(sheet), .. Written(meeting)],
            Choices =
            [
                new ChoiceRow(null,
                [
                    Part(sheet, "Pre-read", SheetStep.PreRead, SheetAction.PreRead),
                    Part(sheet, "Questions", SheetStep.Questions, SheetAction.Questions),
                    Part(sheet, "Comments", SheetStep.Comments, SheetAction.Comments),
                    Part(sheet, "Goal and first word", SheetStep.Goal, SheetAction.Ending),
                ]),
                Times(meeting),
            ],
            Context = Ahead(sheet, now),
            Summary = $"{meeting.Name}: {SheetProgress.Show(sheet)}",
        };
    }

    /// <summary>The choice of when the sheet comes.</summary>
    public static Card LeadTimes(PrepSheet sheet, DateTimeOffset now)
    {
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}: when should the sheet come?",
            Text = $"It starts {When.Show(Language.English, meeting.StartsAt, now, sheet.Person.Zone)}. What to say first comes five minutes before in any case.",
            Choices =
            [
                new ChoiceRow(null,
                [
                    Lead("15 min before", SheetLead.QuarterHour),
                    Lead("30 min before", SheetLead.HalfHour),
                    Lead("An hour before", SheetLead.Hour),
                    Lead("The working day before, 16:00", SheetLead.DayBefore),
                ]),
                new ChoiceRow(null, [Back(meeting)]),
            ],
        };

        Choice Lead(string label, SheetLead lead) =>
            new(label, SheetAction.On(SheetAction.Lead, meeting.Id, lead.ToString())) { IsChosen = meeting.Lead == lead };
    }

    /// <summary>Stands where a sheet stood that has moved on.</summary>
    public static Card Moved(Meeting meeting) => new()
    {
        Sign = CardSign.Notes,
        Title = meeting.Name,
        Text = "The sheet is further down now.",
        Choices = [new ChoiceRow(null, [new Choice("Show it here", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview))])],
    };

    /// <summary>What can be done about the meeting itself.</summary>
    public static ChoiceRow Times(Meeting meeting) => new(null,
    [
        new Choice("Edit", new CardAction(MeetingCards.EditAction, $"{meeting.Id}|{MeetingCards.FromSheet}")),
        new Choice($"Remind me {LeadName(meeting.Lead)}", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.LeadTime)),
        new Choice("Cancel", new CardAction(MeetingCards.CancelAction, $"{meeting.Id}|{MeetingCards.FromSheet}")),
    ]);

    public static Choice Back(Meeting meeting) => new("Back to the sheet", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview));

    /// <summary>What a person wrote, as far as they did.</summary>
    public static IEnumerable<Fact> Written(Meeting meeting)
    {
        if (meeting.Questions.Count > 0)
        {
            yield return new Fact("Your questions", Numbered(meeting.Questions));
        }

        if (meeting.Comments.Count > 0)
        {
            yield return new Fact("Your comments", Numbered(meeting.Comments));
        }

        if (meeting.OtherView.Length > 0)
        {
            yield return new Fact("Another view", meeting.OtherView);
        }

        if (meeting.Goal.Length > 0)
        {
            yield return new Fact("Small goal", meeting.Goal);
        }

        if (meeting.FirstPoint.Length > 0)
        {
            yield return new Fact("Say first", NameOf(meeting, meeting.FirstPoint));
        }
    }

    /// <summary>The first key points, short enough for a glance.</summary>
    public static Fact? KeyPoints(Briefing briefing) => briefing.Points.Count == 0
        ? null
        : new Fact(
            "Key points",
            string.Join('\n', briefing.Points.Take(FewPoints).Select((point, place) => $"{place + 1}. {LongText.Cut(point.Text, GlanceLength)} ({point.Place})"))
                + (briefing.Points.Count > FewPoints ? $"\nAnd {briefing.Points.Count - FewPoints} more under Pre-read." : ""));

    /// <summary>A text in quotation marks, unless it holds some already.</summary>
    public static string Quoted(string text) => text.Contains('\u201c', StringComparison.Ordinal) ? text : $"\u201c{text}\u201d";

    public static string Numbered(IReadOnlyList<MeetingPoint> points) =>
        points.Count == 1 ? points[0].Text : string.Join('\n', points.Select((point, place) => $"{place + 1}. {point.Text}"));

    private static IEnumerable<string?> Lines(PrepSheet sheet, DateTimeOffset now)
    {
        var meeting = sheet.Meeting;
        yield return $"{When.ShowFirst(Language.English, meeting.StartsAt, now, sheet.Person.Zone)} \u00b7 {meeting.Minutes} minutes";
        yield return SheetProgress.Show(sheet);
        yield return LastTime(sheet.Person.Language, sheet.LastTime);
        yield return sheet.PreRead is null ? "Paste the pre-read under Pre-read, or send it to me here as a message." : null;
    }

    /// <summary>What became of the meeting before.</summary>
    public static string? LastTime(Language language, Meeting? last) =>
        last is not null && MeetingCheckCard.Told(language, last) is { Length: > 0 } told
            ? $"Last time: {char.ToLowerInvariant(told[0])}{LongText.Cut(told[1..], LongestLastTime)}."
            : null;

    private static IEnumerable<Fact> Found(PrepSheet sheet)
    {
        if (KeyPoints(sheet.Briefing) is { } points)
        {
            yield return points;
        }

        foreach (var topic in sheet.Briefing.Topics.Take(FewTopics))
        {
            yield return new Fact($"{topic.Name} will ask", topic.Prompts[0]);
        }

        foreach (var term in sheet.Briefing.Terms.Take(FewTerms))
        {
            yield return new Fact(term.Name, term.Meaning);
        }
    }

    // The opening by its name where it stands on the sheet already; else, from an earlier release's form, in full.
    private static string NameOf(Meeting meeting, string opening) =>
        EndingCard.Openings(meeting).Where(each => each.Text == opening).Select(each => each.Name).FirstOrDefault(opening);

    private static Choice Part(PrepSheet sheet, string label, SheetStep step, string part) =>
        new(label, SheetAction.On(SheetAction.Show, sheet.Meeting.Id, part))
        {
            IsChosen = SheetProgress.IsDone(sheet, step),
            IsPrimary = SheetProgress.Next(sheet) == step,
        };

    /// <summary>What is still to come about the meeting; null when nothing is.</summary>
    public static string? Ahead(PrepSheet sheet, DateTimeOffset now)
    {
        if (sheet.Person.HasEndedSince(sheet.Meeting))
        {
            return "You ended your plan, so nothing comes about this meeting. Saving it once more under Edit brings its messages back.";
        }

        var parts = sheet.MessagesAfter(now).Select(message => message.Kind switch
        {
            NudgeKind.MeetingSheet => $"this sheet at {At(message.At, sheet)}",
            NudgeKind.MeetingFirstWord => $"what to say first at {At(message.At, sheet)}",
            _ => $"a short check at {At(message.At, sheet)}",
        }).ToList();
        return parts.Count == 0 ? null : $"Coming: {string.Join(", ", parts)}.";
    }

    // A time alone is one of the meeting's day.
    private static string At(DateTimeOffset moment, PrepSheet sheet)
    {
        var zone = sheet.Person.Zone;
        var time = When.Time(moment, zone);
        return LocalTime.DateOf(moment, zone) == LocalTime.DateOf(sheet.Meeting.StartsAt, zone)
            ? time
            : $"{time} on {TimeZoneInfo.ConvertTime(moment, zone).ToString("ddd d MMM", CultureInfo.InvariantCulture)}";
    }

    private static string LeadName(SheetLead lead) => lead switch
    {
        SheetLead.QuarterHour => "15 min before",
        SheetLead.HalfHour => "30 min before",
        SheetLead.Hour => "an hour before",
        _ => "the day before",
    };
}
