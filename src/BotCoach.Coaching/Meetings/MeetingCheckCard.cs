using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The check after a meeting: four taps and a line, summed up as they come.</summary>
internal static class MeetingCheckCard
{
    public const string SpokeAction = "meeting.spoke";
    public const string AskedAction = "meeting.asked";
    public const string CommentedAction = "meeting.commented";
    public const string GoalAction = "meeting.goal";
    public const string LearnedAction = "meeting.learned";
    public const string UnlearnAction = "meeting.unlearn";

    public static Card Of(Meeting meeting)
    {
        var answers = new ChoiceRow[]
        {
            new("When did you first speak?",
            [
                Spoken("Early", Coaching.Spoke.Early),
                Spoken("Middle", Coaching.Spoke.Middle),
                Spoken("Late", Coaching.Spoke.Late),
                Spoken("Not this time", Coaching.Spoke.Not),
            ]),
            Count("Questions asked", AskedAction, meeting.Asked),
            Count("Comments made", CommentedAction, meeting.Commented),
            new(meeting.Goal.Length == 0 ? "Small goal" : $"Small goal: {meeting.Goal}",
            [
                Goal("Met", Coaching.GoalResult.Met),
                Goal("Partly", Coaching.GoalResult.Partly),
                Goal("Not yet", Coaching.GoalResult.NotYet),
            ]),
        };
        return new Card
        {
            Sign = CardSign.Goal,
            Title = meeting.Name,
            Text = Told(meeting) is { Length: > 0 } told ? told : "How did it go?",
            Choices = answers,
            Input = new CardInput(
                meeting.Learned is null ? "One line to keep" : "Edit the line",
                new CardAction(LearnedAction, meeting.Id),
                Reply.MaxLineLength)
            { Value = meeting.Learned },
        };

        Choice Spoken(string label, Spoke spoke) =>
            new(label, new CardAction(SpokeAction, $"{meeting.Id}|{spoke}")) { IsChosen = meeting.Spoke == spoke };

        Choice Goal(string label, GoalResult result) =>
            new(label, new CardAction(GoalAction, $"{meeting.Id}|{result}")) { IsChosen = meeting.GoalResult == result };

        ChoiceRow Count(string prompt, string action, int? chosen) => new(prompt,
        [
            .. Enumerable.Range(0, 4).Select(count => new Choice(
                count.ToString(CultureInfo.InvariantCulture),
                new CardAction(action, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{count}")))
            { IsChosen = chosen == count }),
        ]);
    }

    private static string Told(Meeting meeting)
    {
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

    private static string? Counted(int? count, string noun) => count switch
    {
        null => null,
        0 => $"no {noun}",
        1 => $"1 {noun}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s"),
    };
}
