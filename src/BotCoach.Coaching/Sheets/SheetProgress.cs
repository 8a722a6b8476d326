namespace BotCoach.Coaching;

/// <summary>What belongs to a sheet. The steps may be taken in any order.</summary>
internal enum SheetStep
{
    /// <summary>Which meeting, and when: done when there is a sheet at all.</summary>
    Meeting,

    /// <summary>The pre-read is there to be read.</summary>
    PreRead,

    /// <summary>There is a question.</summary>
    Questions,

    /// <summary>There is a comment.</summary>
    Comments,

    /// <summary>There is a small goal, and it is chosen what is said first.</summary>
    Goal,
}

/// <summary>How far a sheet has come.</summary>
internal static class SheetProgress
{
    private static readonly SheetStep[] _steps = Enum.GetValues<SheetStep>();

    /// <summary>Whether a step is taken.</summary>
    public static bool IsDone(PrepSheet sheet, SheetStep step) => step switch
    {
        SheetStep.PreRead => sheet.PreRead is not null,
        SheetStep.Questions => sheet.Meeting.Questions.Count > 0,
        SheetStep.Comments => sheet.Meeting.Comments.Count > 0,
        SheetStep.Goal => sheet.Meeting is { Goal.Length: > 0, FirstPoint.Length: > 0 },
        _ => true,
    };

    /// <summary>The first step that is not taken; null when all are.</summary>
    public static SheetStep? Next(PrepSheet sheet) =>
        _steps.Where(step => !IsDone(sheet, step)).Cast<SheetStep?>().FirstOrDefault();

    /// <summary>The progress as a line: <c>▰▰▱▱▱ 2 of 5</c>.</summary>
    public static string Show(PrepSheet sheet)
    {
        var done = _steps.Count(step => IsDone(sheet, step));
        return $"{new string('▰', done)}{new string('▱', _steps.Length - done)} {SheetTexts.In(sheet.Person.Language).Progress(done, _steps.Length)}";
    }
}
