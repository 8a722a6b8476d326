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
    /// <param name="meeting">The meeting.</param>
    /// <param name="others">The person's other meetings.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone.</param>
    public static Card Of(Meeting meeting, IReadOnlyList<Meeting> others, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Sign = CardSign.Goal,
        Title = meeting.Name,
        Text = Told(meeting) is { Length: > 0 } told
            ? string.Join(' ', new[] { $"{told}.", Trend(meeting, others), CarriedOver(meeting, others, now, zone) }.OfType<string>())
            : "How did it go?",
        Choices =
        [
            new ChoiceRow(null,
            [
                Spoken(meeting, "Early", Coaching.Spoke.Early),
                Spoken(meeting, "Middle", Coaching.Spoke.Middle),
                Spoken(meeting, "Late", Coaching.Spoke.Late),
                Spoken(meeting, "Not this time", Coaching.Spoke.Not),
            ])
            { Label = "When did you first speak?" },
            meeting.Questions.Count == 0 ? Count("Questions asked", AskedAction, meeting, meeting.Asked) : Questions(meeting),
            Count("Comments made", CommentedAction, meeting, meeting.Commented),
            new ChoiceRow(
                meeting.Goal.Length == 0 ? null : meeting.Goal,
                [.. Results(meeting, GoalAction, meeting.GoalResult, "Met", "Partly", "Not yet")])
            { Label = "Small goal" },
        ],
        Input = LineToKeep(meeting),
        Summary = $"{meeting.Name}: how did it go?",
    };

    /// <summary>What was told, in a few words without a full stop; empty when nothing was.</summary>
    public static string Told(Meeting meeting)
    {
        if (meeting.Talk is { } talk)
        {
            return OneOnOneCards.Told(meeting, talk);
        }

        var parts = new[]
        {
            meeting.Spoke switch
            {
                Coaching.Spoke.Early => "Early",
                Coaching.Spoke.Middle => "In the middle",
                Coaching.Spoke.Late => "Late",
                Coaching.Spoke.Not => "Did not speak this time",
                _ => null,
            },
            Counted(meeting.Asked, "question"),
            Counted(meeting.Commented, "comment"),
            meeting.GoalResult switch
            {
                Coaching.GoalResult.Met => "goal met",
                Coaching.GoalResult.Partly => "goal partly met",
                Coaching.GoalResult.NotYet => "goal not met yet",
                _ => null,
            },
            meeting.Learned is null ? null : $"\u201c{meeting.Learned}\u201d",
        };
        return string.Join(" \u00b7 ", parts.OfType<string>());
    }

    /// <summary>The line that a person wants to keep.</summary>
    public static CardInput LineToKeep(Meeting meeting) =>
        new(meeting.Learned is null ? "One line to keep" : "Edit the line", new CardAction(LearnedAction, meeting.Id), Reply.MaxLineLength)
        {
            Value = meeting.Learned,
        };

    /// <summary>The three results of something, as choices.</summary>
    public static IEnumerable<Choice> Results(Meeting meeting, string action, GoalResult? chosen, string met, string partly, string notYet) =>
        new[] { (met, Coaching.GoalResult.Met), (partly, Coaching.GoalResult.Partly), (notYet, Coaching.GoalResult.NotYet) }
            .Select(each => new Choice(each.Item1, new CardAction(action, $"{meeting.Id}|{each.Item2}")) { IsChosen = chosen == each.Item2 });

    private static Choice Spoken(Meeting meeting, string label, Spoke spoke) =>
        new(label, new CardAction(SpokeAction, $"{meeting.Id}|{spoke}")) { IsChosen = meeting.Spoke == spoke };

    private static ChoiceRow Questions(Meeting meeting)
    {
        var said = meeting.Questions.Count(question => question.WasSaid is true);
        return new ChoiceRow(
            string.Join('\n', meeting.Questions.Select((question, place) => $"{place + 1}. {LongText.Cut(question.Text, LongestListed)}")),
            [
                .. meeting.Questions.Select((question, place) => Choice(
                    string.Create(CultureInfo.InvariantCulture, $"{place + 1}"), question.Id, question.WasSaid is true)),
                Choice("Another one", AnotherQuestion, meeting.Asked > said),
                Choice("None", NoQuestion, meeting.Asked == 0),
            ])
        { Label = "Which questions did you ask?" };

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
    private static string? Trend(Meeting meeting, IEnumerable<Meeting> others)
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
            : early == recent.Count ? $"Your last {InWords(recent.Count)}: all early." : $"{InWords(early, first: true)} of your last {InWords(recent.Count)}: early.";
    }

    private static string? CarriedOver(Meeting meeting, IEnumerable<Meeting> others, DateTimeOffset now, TimeZoneInfo zone)
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
        var day = TimeZoneInfo.ConvertTime(next, zone).ToString("dddd d MMMM", CultureInfo.InvariantCulture);
        return places.Count == 1
            ? $"Question {places[0]} is carried over to {day}."
            : $"Questions {string.Join(", ", places[..^1])} and {places[^1]} are carried over to {day}.";
    }

    private static string InWords(int count, bool first = false) => (count, first) switch
    {
        (1, true) => "One",
        (2, true) => "Two",
        (3, true) => "Three",
        (2, false) => "two",
        (3, false) => "three",
        _ => "four",
    };

    private static string? Counted(int? count, string noun) => count switch
    {
        null => null,
        0 => $"no {noun}",
        1 => $"1 {noun}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s"),
    };
}
