using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about a meeting beside its sheet.</summary>
internal static class MeetingCards
{
    public const string NewAction = "meeting.new";
    public const string AgainAction = "meeting.again";
    public const string OfferAction = "meeting.offer";
    public const string OpenAction = "meeting.open";
    public const string EditAction = "meeting.edit";
    public const string CancelAction = "meeting.cancel";
    public const string RestoreAction = "meeting.restore";
    public const string FromList = "list";
    public const string FromSheet = "sheet";

    /// <summary>The longest text of a command that a button keeps.</summary>
    public const int MaxKept = 200;

    // More than three would be a list to search in.
    private const int MostForums = 3;

    // Ten meetings with two buttons each stay well inside what any channel shows in one card.
    private const int MaxListed = 10;

    /// <summary>The sheet as it comes ahead of the meeting: short enough to be read on the way.</summary>
    public static Card Reminder(PrepSheet sheet, DateTimeOffset now)
    {
        var (meeting, language) = (sheet.Meeting, sheet.Person.Language);
        var texts = MeetingTexts.In(language);
        var isEmpty = meeting.Questions.Count + meeting.Comments.Count == 0;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}, {When.Show(language, meeting.StartsAt, now, sheet.Person.Zone)}",
            Text = string.Join("\n", new[]
            {
                isEmpty ? texts.NothingWritten : texts.ReadOnce,
                SheetCards.LastTime(language, sheet.LastTime),
            }.OfType<string>()),
            Facts =
            [
                .. meeting.FirstPoint.Length == 0 ? [] : new[] { new Fact(texts.SayFirst, meeting.FirstPoint) },
                .. SheetCards.Written(language, Rest(meeting)),
                .. SheetCards.KeyPoints(language, sheet.Briefing) is { } points ? new[] { points } : [],
            ],
            Choices = [new ChoiceRow(null, [new Choice(texts.ChangeSheet, SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview))])],
        };
    }

    public static Card FirstWord(Language language, Meeting meeting, DateTimeOffset now) => new()
    {
        Sign = CardSign.Goal,
        Title = StartsIn(language, meeting, now),
        Text = meeting.OpeningPoint is { } point
            ? MeetingTexts.In(language).SayThisFirst(SheetCards.Quoted(point))
            : MeetingTexts.In(language).DecideFirstWord,
    };

    /// <summary>When a meeting starts, as a title just ahead of it.</summary>
    public static string StartsIn(Language language, Meeting meeting, DateTimeOffset now) => MeetingTexts.In(language).StartsIn(
        Math.Max(0, (int)Math.Round((meeting.StartsAt - now).TotalMinutes, MidpointRounding.AwayFromZero)), meeting.Name);

    public static Card Coming(Language language, IReadOnlyList<Meeting> meetings, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = MeetingTexts.In(language);
        return meetings.Count == 0
            ? new Card
            {
                Sign = CardSign.Notes,
                Title = texts.NothingAhead,
                Text = texts.HowToPrepare,
                Choices = [new ChoiceRow(null, [NewMeeting(language, isPrimary: true)])],
            }
            : new Card
            {
                Sign = CardSign.Notes,
                Title = texts.MeetingsAhead,
                Choices =
                [
                    .. meetings.Take(MaxListed).Select(meeting => new ChoiceRow(
                        When.ShowFirst(language, meeting.StartsAt, now, zone),
                        [
                            new Choice(texts.Open, new CardAction(OpenAction, meeting.Id)),
                            new Choice(texts.Cancel, new CardAction(CancelAction, $"{meeting.Id}|{FromList}")),
                        ])
                    { Label = meeting.Name }),
                    new ChoiceRow(null, [NewMeeting(language, isPrimary: false)]),
                ],
                Context = meetings.Count > MaxListed ? texts.NextOf(MaxListed, meetings.Count) : null,
            };
    }

    /// <summary>Offers the forums that come next, each with one tap.</summary>
    public static Card Offer(Language language, IReadOnlyList<Forum> forums, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Notes,
        Title = MeetingTexts.In(language).WhichMeeting,
        Choices =
        [
            .. forums.Take(MostForums).Index().Select(forum => Offer(language, forum.Item, isFirst: forum.Index == 0, now, zone)),
            new ChoiceRow(null,
            [
                new Choice(MeetingTexts.In(language).AnotherMeeting, new CardAction(NewAction)),
                new Choice(MeetingTexts.In(language).MyOneOnOne, new CardAction(OneOnOneCards.NewAction)),
            ]),
        ],
    };

    public static Card Cancelled(Language language, Meeting meeting) => new()
    {
        Sign = CardSign.Notes,
        Title = MeetingTexts.In(language).CalledOff(meeting.Name),
        Text = MeetingTexts.In(language).NothingMoreComes,
        Choices = [new ChoiceRow(null, [new Choice(MeetingTexts.In(language).PutBack, new CardAction(RestoreAction, $"{meeting.Id}|{FromSheet}"))])],
    };

    /// <summary>Offers the form where a message cannot open one.</summary>
    public static Card OpenForm(Language language, string text) => new()
    {
        Sign = CardSign.Notes,
        Title = MeetingTexts.In(language).PrepareMeeting,
        Text = MeetingTexts.In(language).WhatPreparingTakes,
        Choices = [new ChoiceRow(null, [new Choice(MeetingTexts.In(language).OpenForm, new CardAction(NewAction, LongText.Cut(text, MaxKept))) { IsPrimary = true }])],
    };

    public static Card Gone(Language language) => new()
    {
        Title = MeetingTexts.In(language).Gone,
        Text = MeetingTexts.In(language).WhereMeetingsAre,
    };

    // What is left to say once the first point is made.
    private static Meeting Rest(Meeting meeting) => meeting with
    {
        Questions = [.. meeting.Questions.Where(question => question.Text != meeting.FirstPoint)],
        Comments = [.. meeting.Comments.Where(comment => comment.Text != meeting.FirstPoint)],
        OtherView = meeting.OtherView == meeting.FirstPoint ? "" : meeting.OtherView,
        FirstPoint = "",
    };

    private static ChoiceRow Offer(Language language, Forum forum, bool isFirst, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = MeetingTexts.In(language);
        if (forum.Last.EndsAt > now)
        {
            return new ChoiceRow(
                texts.SheetBegun(When.ShowFirst(language, forum.Last.StartsAt, now, zone)),
                [new Choice(texts.OpenSheet, new CardAction(OpenAction, forum.Last.Id)) { IsPrimary = isFirst }])
            { Label = forum.Name };
        }

        var (next, carried) = (AsBefore(language, forum, now, zone), CarryOver.Unasked(forum.Last).Count);
        return new ChoiceRow(
            carried == 0 ? next : $"{next}. {texts.CarriedOver(carried)}",
            [new Choice(texts.PrepareIt, new CardAction(AgainAction, forum.Last.Id)) { IsPrimary = isFirst }])
        { Label = forum.Name };
    }

    private static string AsBefore(Language language, Forum forum, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (texts, next) = (MeetingTexts.In(language), When.ShowFirst(language, forum.Next, now, zone));
        return ((MondayOf(now, zone).DayNumber - MondayOf(forum.Last.StartsAt, zone).DayNumber) / 7) switch
        {
            0 => texts.AsThisWeek(next),
            1 => texts.AsLastWeek(next),
            _ => texts.AsOn(next, TimeZoneInfo.ConvertTime(forum.Last.StartsAt, zone).ToString(texts.DayPattern, language.Culture)),
        };
    }

    private static DateOnly MondayOf(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var day = LocalTime.DateOf(moment, zone);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    private static Choice NewMeeting(Language language, bool isPrimary) =>
        new(MeetingTexts.In(language).PrepareMeeting, new CardAction(NewAction)) { IsPrimary = isPrimary };
}
