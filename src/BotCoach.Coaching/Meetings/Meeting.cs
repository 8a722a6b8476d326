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
    /// <summary>How many questions and how many comments a sheet holds: two or three are what can be said.</summary>
    public const int MaxPoints = 3;

    /// <summary>Names the meeting among the person's meetings.</summary>
    public required string Id { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>When it starts, in the person's zone at the time of saving.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>How long it takes, in minutes.</summary>
    public required int Minutes { get; init; }

    /// <summary>How long before it the sheet comes.</summary>
    public SheetLead Lead { get; init; }

    /// <summary>Whether the person chose that for this meeting or its forum; otherwise their settings say it.</summary>
    public bool HasOwnLead { get; init; }

    /// <summary>
    /// The agenda as earlier releases kept it, up to 20,000 characters; empty otherwise. A pre-read has a row of its own
    /// now, see <see cref="StoredPreRead"/>.
    /// </summary>
    public string Agenda { get; init; } = "";

    /// <summary>Questions to ask, in order.</summary>
    public IReadOnlyList<MeetingPoint> Questions { get; init; } = [];

    /// <summary>Comments to make, in order.</summary>
    public IReadOnlyList<MeetingPoint> Comments { get; init; } = [];

    /// <summary>The strongest case against the plan, in the person's words; empty when they wrote none.</summary>
    public string OtherView { get; init; } = "";

    /// <summary>The small goal; empty when none was set.</summary>
    public string Goal { get; init; } = "";

    /// <summary>What to say first; empty when it was not chosen.</summary>
    public string FirstPoint { get; init; } = "";

    /// <summary>Suggestions that the person took or does not want, by their ids.</summary>
    public IReadOnlyList<string> Settled { get; init; } = [];

    /// <summary>Remarks on plain language that the person read and did not follow, by what they are about.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>What a talk between two brings instead of questions and comments; null for a meeting of more.</summary>
    public OneOnOne? Talk { get; init; }

    /// <summary>Whether the person called the preparation off.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Names the state of its times: messages that were scheduled for another state are dropped.</summary>
    public required string Version { get; init; }

    /// <summary>When the person last saved its times.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>When they first spoke; null until they say.</summary>
    public Spoke? Spoke { get; init; }

    /// <summary>How many questions they asked, prepared ones and others; null until they say.</summary>
    public int? Asked { get; init; }

    /// <summary>How many comments they made; null until they say.</summary>
    public int? Commented { get; init; }

    /// <summary>Whether the goal was met; null until they say.</summary>
    public GoalResult? GoalResult { get; init; }

    /// <summary>The one line they want to keep; null until they write it.</summary>
    public string? Learned { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Whether the person told anything of how it went.</summary>
    public bool IsTold => Spoke is not null || Asked is not null || Commented is not null || GoalResult is not null || Learned is not null
        || Talk is { IsTold: true };

    /// <summary>The sentence to open with: the chosen one, else the first question, else the first comment.</summary>
    public string? OpeningPoint =>
        FirstPoint.Length > 0 ? FirstPoint : Questions.Concat(Comments).FirstOrDefault()?.Text;

    /// <summary>The points of a kind.</summary>
    public IReadOnlyList<MeetingPoint> PointsOf(PointKind kind) => kind == PointKind.Question ? Questions : Comments;

    /// <summary>The meeting with other points of a kind.</summary>
    public Meeting With(PointKind kind, IReadOnlyList<MeetingPoint> points) =>
        kind == PointKind.Question ? this with { Questions = points } : this with { Comments = points };
}
