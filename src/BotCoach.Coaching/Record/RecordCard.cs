using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// The last meetings at a glance, for the person alone: when they first spoke, what they asked, whether the goal was met. The
/// picture is made of two shapes of one width, so that it stands in columns in any font.
/// </summary>
internal static class RecordCard
{
    // What fits a phone's screen without scrolling.
    private const int MostShown = 8;

    // Of fewer meetings a difference says nothing.
    private const int FewestForTrend = 4;

    private const char Full = '\u25b0';
    private const char Empty = '\u25b1';

    /// <summary>The record.</summary>
    /// <param name="meetings">All meetings of the person.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone.</param>
    public static Card Of(IReadOnlyList<Meeting> meetings, DateTimeOffset now, TimeZoneInfo zone)
    {
        // Talks with one's manager are no forum: nobody speaks early or late in them.
        var past = meetings
            .Where(meeting => !meeting.IsCancelled && meeting.Talk is null && meeting.EndsAt <= now)
            .OrderByDescending(meeting => meeting.StartsAt)
            .ToList();
        if (past.Count == 0)
        {
            return new Card
            {
                Sign = CardSign.Goal,
                Title = "Your record starts with the next meeting",
                Text = "/prep meeting prepares it, and afterwards four taps say how it went.",
                Choices = [new ChoiceRow(null, [new Choice("Prepare a meeting", new CardAction(MeetingCards.NewAction)) { IsPrimary = true }])],
            };
        }

        return new Card
        {
            Sign = CardSign.Goal,
            Title = past.Count == 1 ? "Your last meeting" : $"Your last {Math.Min(past.Count, MostShown)} meetings",
            Text = Trend(past),
            Facts = [.. past.Take(MostShown).Select(meeting => new Fact($"{Date(meeting, zone)} \u00b7 {meeting.Name}", Line(meeting)))],
            Context = $"{Full}{Full}{Full} spoke early, {Full}{Full}{Empty} in the middle, {Full}{Empty}{Empty} late. Only you see this.",
        };
    }

    private static string Line(Meeting meeting)
    {
        if (!meeting.IsTold)
        {
            return "not told";
        }

        var parts = new[]
        {
            meeting.Spoke switch
            {
                Spoke.Early => Shape(3),
                Spoke.Middle => Shape(2),
                Spoke.Late => Shape(1),
                Spoke.Not => Shape(0),
                _ => null,
            },
            meeting.Asked switch
            {
                null => null,
                0 => "no question",
                1 => "1 question",
                var asked => string.Create(CultureInfo.InvariantCulture, $"{asked} questions"),
            },
            meeting.GoalResult switch
            {
                GoalResult.Met => "goal met",
                GoalResult.Partly => "goal partly met",
                GoalResult.NotYet => "goal not yet",
                _ => null,
            },
            meeting.Learned is { } learned ? $"\u201c{LongText.Cut(learned, 80)}\u201d" : null,
        };
        return string.Join(" \u00b7 ", parts.OfType<string>());
    }

    private static string Shape(int full) => new string(Full, full) + new string(Empty, 3 - full);

    private static string Date(Meeting meeting, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(meeting.StartsAt, zone).ToString("d MMM", CultureInfo.InvariantCulture);

    // The newer half beside the older one. What went up is said; what did not is no reproach, and a thing to try.
    private static string Trend(IReadOnlyList<Meeting> newestFirst)
    {
        var told = newestFirst.Where(meeting => meeting.Spoke is not null).Take(MostShown).ToList();
        if (told.Count < FewestForTrend)
        {
            return told.Count == 0 ? "None of them is told yet; their cards still take it." : "A few more, and a line can be drawn through them.";
        }

        var newer = told.Take(told.Count / 2).ToList();
        var older = told.Skip(told.Count / 2).ToList();
        var (now, before) = (ShareEarly(newer), ShareEarly(older));
        return now > before ? "You speak earlier than you did."
            : now == before && now >= 0.5 ? "You speak early, and you keep to it."
            : now == before ? "You speak at about the same point as before. One question in the first ten minutes moves it."
            : "Of late it was later; that happens with new rooms and topics. One question in the first ten minutes moves it.";
    }

    private static double ShareEarly(List<Meeting> meetings) =>
        (double)meetings.Count(meeting => meeting.Spoke == Spoke.Early) / meetings.Count;
}
