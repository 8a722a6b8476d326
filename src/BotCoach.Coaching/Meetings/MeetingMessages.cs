namespace BotCoach.Coaching;

/// <summary>The messages about a meeting as nudges that wait for their time.</summary>
internal static class MeetingMessages
{
    /// <summary>Those that are still to come, for the state that the meeting has now.</summary>
    public static IReadOnlyList<DueNudge> Due(PrepSheet sheet, DateTimeOffset now) =>
    [
        .. sheet.MessagesAfter(now).Select(message => new DueNudge
        {
            Person = sheet.Person.Address,
            Kind = message.Kind,
            Subject = sheet.Meeting.Id,
            DueAt = message.At,
            Version = sheet.Meeting.Version,
        }),
    ];
}
