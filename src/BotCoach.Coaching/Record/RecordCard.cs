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
    /// <param name="language">The language of the person.</param>
    /// <param name="meetings">All meetings of the person.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">The person's zone.</param>
    public static Card Of(Language language, IReadOnlyList<Meeting> meetings, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = RecordTexts.In(language);

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
                Title = texts.StartsWithNext,
                Text = texts.PrepareAndTell,
                Choices = [new ChoiceRow(null, [new Choice(texts.PrepareMeeting, new CardAction(MeetingCards.NewAction)) { IsPrimary = true }])],
            };
        }

        return new Card
        {
            Sign = CardSign.Goal,
            Title = texts.LastMeetings(Math.Min(past.Count, MostShown)),
            Text = Trend(texts, past),
            Facts = [.. past.Take(MostShown).Select(meeting => new Fact($"{Date(language, meeting, zone)} \u00b7 {meeting.Name}", Line(texts, meeting)))],
            Context = texts.Legend(Shape(3), Shape(2), Shape(1)),
        };
    }

    private static string Line(RecordTexts texts, Meeting meeting)
    {
        if (!meeting.IsTold)
        {
            return texts.NotTold;
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
            meeting.Asked is { } asked ? texts.Questions(asked) : null,
            meeting.GoalResult switch
            {
                GoalResult.Met => texts.GoalMet,
                GoalResult.Partly => texts.GoalPartlyMet,
                GoalResult.NotYet => texts.GoalNotYet,
                _ => null,
            },
            meeting.Learned is { } learned ? $"\u201c{LongText.Cut(learned, 80)}\u201d" : null,
        };
        return string.Join(" \u00b7 ", parts.OfType<string>());
    }

    private static string Shape(int full) => new string(Full, full) + new string(Empty, 3 - full);

    private static string Date(Language language, Meeting meeting, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(meeting.StartsAt, zone).ToString("d MMM", language.Culture);

    // The newer half beside the older one. What went up is said; what did not is no reproach, and a thing to try.
    private static string Trend(RecordTexts texts, IReadOnlyList<Meeting> newestFirst)
    {
        var told = newestFirst.Where(meeting => meeting.Spoke is not null).Take(MostShown).ToList();
        if (told.Count < FewestForTrend)
        {
            return told.Count == 0 ? texts.NoneTold : texts.FewMore;
        }

        var newer = told.Take(told.Count / 2).ToList();
        var older = told.Skip(told.Count / 2).ToList();
        var (now, before) = (ShareEarly(newer), ShareEarly(older));
        return now > before ? texts.Earlier
            : now == before && now >= 0.5 ? texts.StillEarly
            : now == before ? texts.AsBefore
            : texts.Later;
    }

    private static double ShareEarly(List<Meeting> meetings) =>
        (double)meetings.Count(meeting => meeting.Spoke == Spoke.Early) / meetings.Count;
}
