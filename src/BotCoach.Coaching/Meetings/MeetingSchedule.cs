namespace BotCoach.Coaching;

/// <summary>How long before a meeting its sheet comes.</summary>
public enum SheetLead
{
    /// <summary>30 minutes: time to read it once.</summary>
    HalfHour,

    /// <summary>15 minutes.</summary>
    QuarterHour,

    /// <summary>60 minutes.</summary>
    Hour,

    /// <summary>In the afternoon of the last working day before it.</summary>
    DayBefore,
}

/// <summary>When a meeting's messages come.</summary>
public static class MeetingSchedule
{
    /// <summary>How long before the meeting the word to speak early comes: the walk to the room.</summary>
    public static readonly TimeSpan FirstWordLead = TimeSpan.FromMinutes(5);

    /// <summary>How long after the end the check comes: meetings run over.</summary>
    public static readonly TimeSpan CheckLag = TimeSpan.FromMinutes(5);

    /// <summary>When a sheet that comes the day before arrives: late enough for a pre-read to be out, with an hour of work left.</summary>
    public static readonly TimeOnly DayBeforeAt = new(16, 0);

    /// <summary>The messages of a meeting that still lie ahead.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="now">Messages due by now are left out: the person has just seen the sheet.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="workingDays">The days on which they work.</param>
    public static IReadOnlyList<(NudgeKind Kind, DateTimeOffset At)> MessagesAfter(
        Meeting meeting, DateTimeOffset now, TimeZoneInfo zone, IReadOnlySet<DayOfWeek> workingDays)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        (NudgeKind Kind, DateTimeOffset At)[] messages =
        [
            (NudgeKind.MeetingSheet, SheetAt(meeting, zone, workingDays)),
            (NudgeKind.MeetingFirstWord, meeting.StartsAt - FirstWordLead),
            (NudgeKind.MeetingCheck, meeting.EndsAt + CheckLag),
        ];
        return [.. messages.Where(message => message.At > now)];
    }

    /// <summary>When a meeting's sheet comes.</summary>
    public static DateTimeOffset SheetAt(Meeting meeting, TimeZoneInfo zone, IReadOnlySet<DayOfWeek> workingDays)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.Lead switch
        {
            SheetLead.QuarterHour => meeting.StartsAt.AddMinutes(-15),
            SheetLead.HalfHour => meeting.StartsAt.AddMinutes(-30),
            SheetLead.Hour => meeting.StartsAt.AddMinutes(-60),
            _ => LocalTime.At(WorkingDayBefore(LocalTime.DateOf(meeting.StartsAt, zone), workingDays), DayBeforeAt, zone),
        };
    }

    // Whoever works on no day of the week gets it on the day before.
    private static DateOnly WorkingDayBefore(DateOnly day, IReadOnlySet<DayOfWeek> workingDays) =>
        Enumerable.Range(1, 7).Select(back => day.AddDays(-back)).FirstOrDefault(before => workingDays.Contains(before.DayOfWeek), day.AddDays(-1));
}
