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
        var texts = SheetTexts.In(sheet.Person.Language);
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = meeting.Name,
            Text = string.Join("\n", Lines(sheet, now).OfType<string>()),
            Facts = [.. Found(sheet), .. Written(sheet.Person.Language, meeting)],
            Choices =
            [
                new ChoiceRow(null,
                [
                    Part(sheet, texts.PreRead, SheetStep.PreRead, SheetAction.PreRead),
                    Part(sheet, texts.Questions, SheetStep.Questions, SheetAction.Questions),
                    Part(sheet, texts.Comments, SheetStep.Comments, SheetAction.Comments),
                    Part(sheet, texts.Ending, SheetStep.Goal, SheetAction.Ending),
                ]),
                Times(sheet.Person.Language, meeting),
            ],
            Context = Ahead(sheet, now),
            Summary = $"{meeting.Name}: {SheetProgress.Show(sheet)}",
        };
    }

    /// <summary>The choice of when the sheet comes.</summary>
    public static Card LeadTimes(PrepSheet sheet, DateTimeOffset now)
    {
        var language = sheet.Person.Language;
        var texts = SheetTexts.In(language);
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = texts.WhenShouldItCome(meeting.Name),
            Text = texts.StartsThen(When.Show(language, meeting.StartsAt, now, sheet.Person.Zone)),
            Choices =
            [
                new ChoiceRow(null,
                [
                    Lead(texts.QuarterHour, SheetLead.QuarterHour),
                    Lead(texts.HalfHour, SheetLead.HalfHour),
                    Lead(texts.Hour, SheetLead.Hour),
                    Lead(texts.DayBefore, SheetLead.DayBefore),
                ]),
                new ChoiceRow(null, [Back(language, meeting)]),
            ],
        };

        Choice Lead(string label, SheetLead lead) =>
            new(label, SheetAction.On(SheetAction.Lead, meeting.Id, lead.ToString())) { IsChosen = meeting.Lead == lead };
    }

    /// <summary>Stands where a sheet stood that has moved on.</summary>
    public static Card Moved(Language language, Meeting meeting) => new()
    {
        Sign = CardSign.Notes,
        Title = meeting.Name,
        Text = SheetTexts.In(language).MovedDown,
        Choices = [new ChoiceRow(null, [new Choice(SheetTexts.In(language).ShowHere, SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview))])],
    };

    /// <summary>What can be done about the meeting itself.</summary>
    public static ChoiceRow Times(Language language, Meeting meeting) => new(null,
    [
        new Choice(SheetTexts.In(language).Edit, new CardAction(MeetingCards.EditAction, $"{meeting.Id}|{MeetingCards.FromSheet}")),
        new Choice(RemindMe(SheetTexts.In(language), meeting.Lead), SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.LeadTime)),
        new Choice(SheetTexts.In(language).Cancel, new CardAction(MeetingCards.CancelAction, $"{meeting.Id}|{MeetingCards.FromSheet}")),
    ]);

    public static Choice Back(Language language, Meeting meeting) =>
        new(SheetTexts.In(language).Back, SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview));

    /// <summary>What a person wrote, as far as they did.</summary>
    public static IEnumerable<Fact> Written(Language language, Meeting meeting)
    {
        var texts = SheetTexts.In(language);
        if (meeting.Questions.Count > 0)
        {
            yield return new Fact(texts.YourQuestions, Numbered(meeting.Questions));
        }

        if (meeting.Comments.Count > 0)
        {
            yield return new Fact(texts.YourComments, Numbered(meeting.Comments));
        }

        if (meeting.OtherView.Length > 0)
        {
            yield return new Fact(texts.OtherView, meeting.OtherView);
        }

        if (meeting.Goal.Length > 0)
        {
            yield return new Fact(texts.SmallGoal, SmallGoal.Show(language, meeting.Goal));
        }

        if (meeting.FirstPoint.Length > 0)
        {
            yield return new Fact(texts.SayFirst, NameOf(language, meeting, meeting.FirstPoint));
        }
    }

    /// <summary>The first key points, short enough for a glance.</summary>
    public static Fact? KeyPoints(Language language, Briefing briefing) => briefing.Points.Count == 0
        ? null
        : new Fact(
            SheetTexts.In(language).KeyPoints,
            string.Join('\n', briefing.Points.Take(FewPoints).Select((point, place) => $"{place + 1}. {LongText.Cut(point.Text, GlanceLength)} ({point.Place.In(language)})"))
                + (briefing.Points.Count > FewPoints ? $"\n{SheetTexts.In(language).MoreKeyPoints(briefing.Points.Count - FewPoints)}" : ""));

    /// <summary>A text in quotation marks, unless it holds some already.</summary>
    public static string Quoted(string text) => text.Contains('\u201c', StringComparison.Ordinal) ? text : $"\u201c{text}\u201d";

    public static string Numbered(IReadOnlyList<MeetingPoint> points) =>
        points.Count == 1 ? points[0].Text : string.Join('\n', points.Select((point, place) => $"{place + 1}. {point.Text}"));

    private static IEnumerable<string?> Lines(PrepSheet sheet, DateTimeOffset now)
    {
        var language = sheet.Person.Language;
        var texts = SheetTexts.In(language);
        var meeting = sheet.Meeting;
        yield return texts.TimeAndLength(When.ShowFirst(language, meeting.StartsAt, now, sheet.Person.Zone), meeting.Minutes);
        yield return SheetProgress.Show(sheet);
        yield return LastTime(language, sheet.LastTime);
        yield return sheet.PreRead is null ? texts.PastePreRead : null;
    }

    /// <summary>What became of the meeting before.</summary>
    public static string? LastTime(Language language, Meeting? last) =>
        last is not null && MeetingCheckCard.Told(language, last) is { Length: > 0 } told
            ? SheetTexts.In(language).LastTime(char.ToLowerInvariant(told[0]) + LongText.Cut(told[1..], LongestLastTime))
            : null;

    private static IEnumerable<Fact> Found(PrepSheet sheet)
    {
        var language = sheet.Person.Language;
        if (KeyPoints(language, sheet.Briefing) is { } points)
        {
            yield return points;
        }

        foreach (var topic in sheet.Briefing.Topics.Take(FewTopics))
        {
            yield return new Fact(SheetTexts.In(language).WillAsk(topic.Name), topic.Prompts[0]);
        }

        foreach (var term in sheet.Briefing.Terms.Take(FewTerms))
        {
            yield return new Fact(term.Name, term.Meaning);
        }
    }

    // The opening by its name where it stands on the sheet already; else, from an earlier release's form, in full.
    private static string NameOf(Language language, Meeting meeting, string opening) =>
        EndingCard.Openings(language, meeting).Where(each => each.Text == opening).Select(each => each.Name).FirstOrDefault(opening);

    private static Choice Part(PrepSheet sheet, string label, SheetStep step, string part) =>
        new(label, SheetAction.On(SheetAction.Show, sheet.Meeting.Id, part))
        {
            IsChosen = SheetProgress.IsDone(sheet, step),
            IsPrimary = SheetProgress.Next(sheet) == step,
        };

    /// <summary>What is still to come about the meeting; null when nothing is.</summary>
    public static string? Ahead(PrepSheet sheet, DateTimeOffset now)
    {
        var texts = SheetTexts.In(sheet.Person.Language);
        if (sheet.Person.HasEndedSince(sheet.Meeting))
        {
            return texts.PlanEnded;
        }

        var parts = sheet.MessagesAfter(now).Select(message => message.Kind switch
        {
            NudgeKind.MeetingSheet => texts.SheetAt(At(message.At, sheet)),
            NudgeKind.MeetingFirstWord => texts.FirstWordAt(At(message.At, sheet)),
            _ => texts.CheckAt(At(message.At, sheet)),
        }).ToList();
        return parts.Count == 0 ? null : texts.Coming(string.Join(", ", parts));
    }

    // A time alone is one of the meeting's day.
    private static string At(DateTimeOffset moment, PrepSheet sheet)
    {
        var language = sheet.Person.Language;
        var texts = SheetTexts.In(language);
        var zone = sheet.Person.Zone;
        var time = When.Time(moment, zone);
        return LocalTime.DateOf(moment, zone) == LocalTime.DateOf(sheet.Meeting.StartsAt, zone)
            ? time
            : texts.TimeOnDay(time, TimeZoneInfo.ConvertTime(moment, zone).ToString(texts.DayPattern, language.Culture));
    }

    private static string RemindMe(SheetTexts texts, SheetLead lead) => lead switch
    {
        SheetLead.QuarterHour => texts.RemindQuarterHour,
        SheetLead.HalfHour => texts.RemindHalfHour,
        SheetLead.Hour => texts.RemindHour,
        _ => texts.RemindDayBefore,
    };
}
