namespace BotCoach.Coaching;

/// <summary>A meeting that comes again, as it is remembered from those that were prepared under its name.</summary>
public sealed record Forum
{
    /// <summary>Its name, as last written.</summary>
    public required string Name { get; init; }

    /// <summary>The latest one that was not called off, whether it is over or still to come.</summary>
    public required Meeting Last { get; init; }

    /// <summary>When it is to be expected behind <see cref="Last"/>; always to come.</summary>
    public required DateTimeOffset Next { get; init; }
}

/// <summary>
/// Remembers forums. Nothing is kept for it beside the meetings themselves: what was called off, moved or renamed is
/// remembered as it is.
/// </summary>
internal static class Forums
{
    private const int Week = 7;

    // What was not held for so long is no habit any more.
    private static readonly TimeSpan RememberedFor = TimeSpan.FromDays(8 * Week);

    /// <summary>The forums that were held or prepared within the last eight weeks, the one that is expected next first.</summary>
    public static IReadOnlyList<Forum> Of(IEnumerable<Meeting> meetings, DateTimeOffset now, TimeZoneInfo zone) =>
    [
        .. meetings
            .Where(meeting => meeting is { IsCancelled: false, Talk: null } && now - meeting.StartsAt < RememberedFor)
            .GroupBy(meeting => KeyOf(meeting.Name), StringComparer.Ordinal)
            .Select(same => Of([.. same.OrderByDescending(meeting => meeting.StartsAt).ThenBy(meeting => meeting.Id, StringComparer.Ordinal)], now, zone))
            .OrderBy(forum => forum.Last.StartsAt > now ? forum.Last.StartsAt : forum.Next)
            .ThenBy(forum => forum.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// The forum that a person means by a name: the one of that name, or the only one whose words begin with theirs, as
    /// "exec staff" does for "Executive staff". Null when there is none, or more than one.
    /// </summary>
    public static Forum? Find(IReadOnlyList<Forum> forums, string said)
    {
        var key = KeyOf(said);
        if (key.Length == 0 || forums.FirstOrDefault(forum => KeyOf(forum.Name) == key) is { } same)
        {
            return key.Length == 0 ? null : forums.First(forum => KeyOf(forum.Name) == key);
        }

        var begun = forums.Where(forum => Begins(KeyOf(forum.Name), key)).Take(2).ToList();
        return begun is [var only] ? only : null;
    }

    /// <summary>The one of the same forum that was held last before a meeting; null when there is none.</summary>
    public static Meeting? Before(IEnumerable<Meeting> meetings, Meeting meeting) => meetings
        .Where(other => other.Id != meeting.Id && !other.IsCancelled && IsSame(other, meeting) && other.StartsAt < meeting.StartsAt)
        .MaxBy(other => other.StartsAt);

    /// <summary>Whether two meetings are of one forum. All talks with a manager are one, whatever they are called.</summary>
    public static bool IsSame(Meeting one, Meeting other) => one.Talk is null
        ? other.Talk is null && KeyOf(one.Name) == KeyOf(other.Name)
        : other.Talk is not null;

    /// <summary>Whether a meeting of more than two is of the forum of that name.</summary>
    public static bool IsSame(Meeting meeting, string name) => meeting.Talk is null && KeyOf(meeting.Name) == KeyOf(name);

    /// <summary>The first time behind a meeting at which its forum is to be expected: its weekday and time, weeks later.</summary>
    /// <param name="days">How many days lie between two of them.</param>
    /// <param name="last">The meeting.</param>
    /// <param name="now">The result lies after this, too.</param>
    /// <param name="zone">The person's zone: ten o'clock stays ten o'clock when the clocks change.</param>
    public static DateTimeOffset NextAfter(Meeting last, int days, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(last.StartsAt, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var time = TimeOnly.FromDateTime(local.DateTime);
        var gone = Math.Max(0, (int)(now - last.StartsAt).TotalDays / days);
        var next = LocalTime.At(day.AddDays((gone + 1) * days), time, zone);
        return next > now && next > last.StartsAt ? next : LocalTime.At(day.AddDays((gone + 2) * days), time, zone);
    }

    /// <summary>How many days lie between two of a forum: seven, unless the last two lay two, three or four weeks apart.</summary>
    public static int DaysBetween(Meeting last, Meeting? before, TimeZoneInfo zone)
    {
        var apart = before is null ? 0 : LocalTime.DateOf(last.StartsAt, zone).DayNumber - LocalTime.DateOf(before.StartsAt, zone).DayNumber;
        return apart is 2 * Week or 3 * Week or 4 * Week ? apart : Week;
    }

    private static Forum Of(List<Meeting> latestFirst, DateTimeOffset now, TimeZoneInfo zone)
    {
        var last = latestFirst[0];
        return new Forum
        {
            Name = last.Name,
            Last = last,
            Next = NextAfter(last, DaysBetween(last, latestFirst.ElementAtOrDefault(1), zone), now, zone),
        };
    }

    // A name without a letter or digit, such as one of signs alone, is what it is.
    private static string KeyOf(string name) => PracticeSearch.WithoutAccents(name) is { Length: > 0 } plain ? plain : name.Trim();

    private static bool Begins(string name, string said)
    {
        var (names, words) = (name.Split(' '), said.Split(' '));
        return words.Length <= names.Length && words.Index().All(word => names[word.Index].StartsWith(word.Item, StringComparison.Ordinal));
    }
}
