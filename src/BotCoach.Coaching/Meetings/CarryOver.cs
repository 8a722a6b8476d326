namespace BotCoach.Coaching;

/// <summary>Questions of a meeting that were not asked, for the next one of its forum.</summary>
internal static class CarryOver
{
    /// <summary>
    /// The questions of which it is known that they were not asked. Where only their number was told, that is known when none
    /// was.
    /// </summary>
    public static IReadOnlyList<MeetingPoint> Unasked(Meeting meeting) =>
        [.. meeting.Questions.Where(question => question.WasSaid is false || (question.WasSaid is null && meeting.Asked == 0))];

    /// <summary>The questions that may not have been asked: not even their number tells that all of them were.</summary>
    public static IReadOnlyList<MeetingPoint> PerhapsUnasked(Meeting meeting) => meeting.Asked >= meeting.Questions.Count
        ? [.. meeting.Questions.Where(question => question.WasSaid is false)]
        : [.. meeting.Questions.Where(question => question.WasSaid is not true)];
}
