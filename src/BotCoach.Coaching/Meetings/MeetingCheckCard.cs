using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The check after a meeting: four taps and a line, summed up as they come.</summary>
internal static class MeetingCheckCard
{
    public const string SpokeAction = "meeting.spoke";
    public const string AskedAction = "meeting.asked";
    public const string SaidAction = "meeting.said";
    public const string CommentedAction = "meeting.commented";
    public const string GoalAction = "meeting.goal";
    public const string SureAction = "meeting.sure";
    public const string DecidedAction = "meeting.decided";
    public const string LearnedAction = "meeting.learned";
    public const string UnlearnAction = "meeting.unlearn";

    /// <summary>What <see cref="SaidAction"/> carries beside the id of a question.</summary>
    public const string NoQuestion = "none";
    public const string AnotherQuestion = "another";

    // Three of them stand above the buttons.
    private const int LongestListed = 120;

    // A trend over fewer is none, and over more it hides what changed.
    private const int Recent = 4;

    /// <summary>The check with what was told so far.</summary>
    /// <param name="language">What the person reads.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="others">The person's other meetings.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone.</param>
    public static Card Of(Language language, Meeting meeting, IReadOnlyList<Meeting> others, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = MeetingCheckTexts.In(language);
        return new Card
        {
            Sign = CardSign.Goal,
            Title = meeting.Name,
            Text = Told(language, meeting) is { Length: > 0 } told
                ? string.Join(' ', new[] { $"{told}.", Trend(texts, meeting, others), CarriedOver(language, meeting, others, now, zone) }.OfType<string>())
                : texts.HowDidItGo,
            Choices =
            [
                new ChoiceRow(null,
                [
                    Spoken(meeting, texts.Early, Coaching.Spoke.Early),
                    Spoken(meeting, texts.Middle, Coaching.Spoke.Middle),
                    Spoken(meeting, texts.Late, Coaching.Spoke.Late),
                    Spoken(meeting, texts.NotThisTime, Coaching.Spoke.Not),
                ])
                { Label = texts.WhenSpoke },
                meeting.Questions.Count == 0 ? Count(texts.QuestionsAsked, AskedAction, meeting, meeting.Asked) : Questions(texts, meeting),
                Count(texts.CommentsMade, CommentedAction, meeting, meeting.Commented),
                new ChoiceRow(
                    meeting.Goal.Length == 0 ? null : SmallGoal.Show(language, meeting.Goal),
                    [.. Results(meeting, GoalAction, meeting.GoalResult, texts.Met, texts.Partly, texts.NotYet)])
                { Label = texts.SmallGoal },
            ],
            Input = LineToKeep(language, meeting),
            Summary = texts.HowDidMeetingGo(meeting.Name),
        };
    }

    /// <summary>What was told, in a few words without a full stop; empty when nothing was.</summary>
    public static string Told(Language language, Meeting meeting)
    {
        if (meeting.Talk is { } talk)
        {
            return OneOnOneCards.Told(language, meeting, talk);
        }

        var texts = MeetingCheckTexts.In(language);
        var parts = new[]
        {
            meeting.Spoke switch
            {
                Coaching.Spoke.Early => texts.SpokeEarly,
                Coaching.Spoke.Middle => texts.SpokeInTheMiddle,
                Coaching.Spoke.Late => texts.SpokeLate,
                Coaching.Spoke.Not => texts.DidNotSpeak,
                _ => null,
            },
            meeting.Asked is { } asked ? texts.Questions(asked) : null,
            meeting.Commented is { } commented ? texts.Comments(commented) : null,
            meeting.GoalResult switch
            {
                Coaching.GoalResult.Met => texts.GoalMet,
                Coaching.GoalResult.Partly => texts.GoalPartlyMet,
                Coaching.GoalResult.NotYet => texts.GoalNotMetYet,
                _ => null,
            },
            meeting.Learned is null ? null : $"\u201c{meeting.Learned}\u201d",
        };
        return string.Join(" \u00b7 ", parts.OfType<string>());
    }

    /// <summary>The line that a person wants to keep.</summary>
    public static CardInput LineToKeep(Language language, Meeting meeting)
    {
        var texts = MeetingCheckTexts.In(language);
        return new CardInput(meeting.Learned is null ? texts.LineToKeep : texts.EditLine, new CardAction(LearnedAction, meeting.Id), Reply.MaxLineLength)
        {
            Value = meeting.Learned,
        };
    }

    /// <summary>The three results of something, as choices.</summary>
    public static IEnumerable<Choice> Results(Meeting meeting, string action, GoalResult? chosen, string met, string partly, string notYet) =>
        new[] { (met, Coaching.GoalResult.Met), (partly, Coaching.GoalResult.Partly), (notYet, Coaching.GoalResult.NotYet) }
            .Select(each => new Choice(each.Item1, new CardAction(action, $"{meeting.Id}|{each.Item2}")) { IsChosen = chosen == each.Item2 });

    private static Choice Spoken(Meeting meeting, string label, Spoke spoke) =>
        new(label, new CardAction(SpokeAction, $"{meeting.Id}|{spoke}")) { IsChosen = meeting.Spoke == spoke };

    private static ChoiceRow Questions(MeetingCheckTexts texts, Meeting meeting)
    {
        var said = meeting.Questions.Count(question => question.WasSaid is true);
        return new ChoiceRow(
            string.Join('\n', meeting.Questions.Select((question, place) => $"{place + 1}. {LongText.Cut(question.Text, LongestListed)}")),
            [
                .. meeting.Questions.Select((question, place) => Choice(
                    string.Create(CultureInfo.InvariantCulture, $"{place + 1}"), question.Id, question.WasSaid is true)),
                Choice(texts.AnotherQuestion, AnotherQuestion, meeting.Asked > said),
                Choice(texts.NoQuestion, NoQuestion, meeting.Asked == 0),
            ])
        { Label = texts.WhichQuestions };

        Choice Choice(string label, string value, bool isChosen) =>
            new(label, new CardAction(SaidAction, $"{meeting.Id}|{value}")) { IsChosen = isChosen };
    }

    private static ChoiceRow Count(string label, string action, Meeting meeting, int? chosen) => new(null,
    [
        .. Enumerable.Range(0, Meeting.MaxPoints + 1).Select(count => new Choice(
            count.ToString(CultureInfo.InvariantCulture),
            new CardAction(action, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{count}")))
        { IsChosen = chosen == count }),
    ])
    { Label = label };

    /// <summary>How often the person spoke early of late: "Three of your last four: early."</summary>
    private static string? Trend(MeetingCheckTexts texts, Meeting meeting, IEnumerable<Meeting> others)
    {
        var recent = others
            .Where(other => other is { Talk: null, Spoke: not null, IsCancelled: false } && other.StartsAt < meeting.StartsAt)
            .OrderByDescending(other => other.StartsAt)
            .Take(Recent - 1)
            .Prepend(meeting)
            .ToList();
        var early = recent.Count(each => each.Spoke == Coaching.Spoke.Early);
        return meeting.Spoke is null || recent.Count < 2 || early == 0
            ? null
            : early == recent.Count ? texts.AllEarly(recent.Count) : texts.SomeEarly(early, recent.Count);
    }

    private static string? CarriedOver(Language language, Meeting meeting, IEnumerable<Meeting> others, DateTimeOffset now, TimeZoneInfo zone)
    {
        var unasked = CarryOver.Unasked(meeting);
        if (unasked.Count == 0)
        {
            return null;
        }

        var same = others.Where(other => Forums.IsSame(other, meeting) && !other.IsCancelled).ToList();
        var next = same.Where(other => other.StartsAt > meeting.StartsAt).MinBy(other => other.StartsAt)?.StartsAt
            ?? Forums.NextAfter(meeting, Forums.DaysBetween(meeting, Forums.Before(same, meeting), zone), now, zone);
        var places = meeting.Questions.Index().Where(question => unasked.Contains(question.Item))
            .Select(question => (question.Index + 1).ToString(CultureInfo.InvariantCulture)).ToList();
        var (texts, dates) = (MeetingCheckTexts.In(language), DateTexts.In(language));
        var day = LocalTime.DateOf(next, zone).ToString(dates.DayPattern, language.Culture);
        return places.Count == 1
            ? texts.QuestionCarriedOver(places[0], day)
            : texts.QuestionsCarriedOver(dates.And(string.Join(", ", places[..^1]), places[^1]), day);
    }
}
