namespace BotCoach.Coaching;

/// <summary>Which practice a person meant by some words.</summary>
public abstract record PracticeMatch
{
    private PracticeMatch()
    {
    }

    /// <summary>The words name one practice.</summary>
    /// <param name="Practice">The one.</param>
    public sealed record One(Practice Practice) : PracticeMatch;

    /// <summary>The words fit more than one practice.</summary>
    /// <param name="Practices">Those that they fit, in the order of the catalogue.</param>
    public sealed record Several(IReadOnlyList<Practice> Practices) : PracticeMatch;

    /// <summary>The words fit no practice.</summary>
    /// <param name="Nearest">The nearest in spelling, best first; empty when nothing comes near.</param>
    public sealed record None(IReadOnlyList<Practice> Nearest) : PracticeMatch;
}
