namespace BotCoach.Coaching;

/// <summary>
/// One thing that a pseudonym did in a week and that is counted: a scale, a choice or a yes, never a word of anybody's.
/// </summary>
public abstract record Pulse
{
    private Pulse()
    {
    }

    /// <summary>Who, as nobody can read it; see <see cref="Pseudonyms"/>.</summary>
    public required string Pseudonym { get; init; }

    /// <summary>Sets it apart from the others of the pseudonym in that week; names no person.</summary>
    public required string Subject { get; init; }

    /// <summary>The person belonged to the group in that week.</summary>
    public sealed record Member : Pulse
    {
        /// <summary>Whether nudges of a plan were coming at the end of the week.</summary>
        public required bool IsActive { get; init; }
    }

    /// <summary>A nudge was delivered.</summary>
    public sealed record Nudge : Pulse
    {
        /// <summary>The practice's id.</summary>
        public required string Practice { get; init; }

        /// <summary>Whether it was answered, in whatever way.</summary>
        public required bool IsAnswered { get; init; }

        /// <summary>The point of the scale, the option or the count; null for none, and for an answer in words.</summary>
        public string? Value { get; init; }

        /// <summary>Whether the nudge was of use; null where the person did not say.</summary>
        public bool? IsUseful { get; init; }
    }

    /// <summary>A meeting was prepared.</summary>
    public sealed record Meeting : Pulse
    {
        /// <summary>When they first spoke; null while they have not said.</summary>
        public Spoke? Spoke { get; init; }

        /// <summary>Whether the small goal was met; null while they have not said.</summary>
        public GoalResult? Goal { get; init; }

        /// <summary>Whether anything of the check afterwards was answered.</summary>
        public required bool IsFollowedUp { get; init; }
    }
}
