namespace BotCoach.Coaching;

/// <summary>When a person first spoke in a meeting.</summary>
public enum Spoke
{
    /// <summary>In its first ten minutes or so.</summary>
    Early,

    /// <summary>Later, with time left.</summary>
    Middle,

    /// <summary>Towards the end.</summary>
    Late,

    /// <summary>Not at all.</summary>
    Not,
}

/// <summary>Whether the small goal was met.</summary>
public enum GoalResult
{
    /// <summary>Met.</summary>
    Met,

    /// <summary>In part.</summary>
    Partly,

    /// <summary>Not yet.</summary>
    NotYet,
}

/// <summary>A meeting that a person prepares, and what became of it.</summary>
public sealed record Meeting
{
    /// <summary>Names the meeting among the person's meetings.</summary>
    public required string Id { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>When it starts, in the person's zone at the time of saving.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it takes, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>The agenda or pre-read as pasted; empty when none was.</summary>
    public string Agenda { get; init; } = "";

    /// <summary>Questions to ask, in order.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Comments to make, in order.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>The small goal; empty when none was set.</summary>
    public string Goal { get; init; } = "";

    /// <summary>What to say first; empty when it was not chosen.</summary>
    public string FirstPoint { get; init; } = "";

    /// <summary>Whether the person called the preparation off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Names the state of its times: messages that were scheduled for another state are dropped.</summary>
    public required string Version { get; init; }

    /// <summary>When the person last saved it.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When they first spoke; null until they say.</summary>
    public Spoke? Spoke { get; init; }

    /// <summary>How many questions they asked; null until they say.</summary>
    public int? Asked { get; init; }

    /// <summary>How many comments they made; null until they say.</summary>
    public int? Commented { get; init; }

    /// <summary>Whether the goal was met; null until they say.</summary>
    public GoalResult? GoalResult { get; init; }

    /// <summary>The one line they want to keep; null until they write it.</summary>
    public string? Learned { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>The sentence to open with: the chosen one, else the first question, else the first comment.</summary>
    public string? OpeningPoint =>
        FirstPoint.Length > 0 ? FirstPoint : Questions.Concat(Comments).FirstOrDefault();

    /// <summary>The messages of the meeting that still lie ahead.</summary>
    /// <param name="now">Messages due by now are left out: the person has just seen the sheet.</param>
    public IEnumerable<(NudgeKind Kind, DateTimeOffset At)> MessagesAfter(DateTimeOffset now) =>
        new[]
        {
            (NudgeKind.MeetingSheet, StartsAt - MeetingSchedule.SheetLead),
            (NudgeKind.MeetingFirstWord, StartsAt - MeetingSchedule.FirstWordLead),
            (NudgeKind.MeetingCheck, EndsAt + MeetingSchedule.CheckLag),
        }.Where(message => message.Item2 > now);
}

/// <summary>When a meeting's messages come.</summary>
public static class MeetingSchedule
{
    /// <summary>How long before the meeting the sheet comes: time to read it once.</summary>
    public static readonly TimeSpan SheetLead = TimeSpan.FromMinutes(30);

    /// <summary>How long before the meeting the word to speak early comes: the walk to the room.</summary>
    public static readonly TimeSpan FirstWordLead = TimeSpan.FromMinutes(5);

    /// <summary>How long after the end the check comes: meetings run over.</summary>
    public static readonly TimeSpan CheckLag = TimeSpan.FromMinutes(5);
}
