namespace BotCoach.Coaching;

/// <summary>What is shown of one measure of one group in one week.</summary>
public abstract record Figure
{
    private Figure()
    {
    }

    /// <summary>Nothing is shown.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Withheld(WithheldReason Why) : Figure;

    /// <summary>A number, near the true one; see <see cref="CellNoise"/>.</summary>
    /// <param name="Value">A whole number for a count, from 0 to 1 for a share, the average for a mean.</param>
    /// <param name="Bound">Whether the number is the end of a range.</param>
    /// <param name="AtLeast">Roughly how many people it is about: at least so many, a multiple of five.</param>
    public sealed record Shown(double Value, FigureBound Bound, int AtLeast) : Figure;
}

/// <summary>Whether a figure is a number or the end of a range.</summary>
public enum FigureBound
{
    /// <summary>About that number.</summary>
    About,

    /// <summary>That number or less: the part is too small to be told.</summary>
    AtMost,

    /// <summary>That number or more: the rest is too small to be told.</summary>
    AtLeast,
}

/// <summary>Why a figure is withheld.</summary>
public enum WithheldReason
{
    /// <summary>There was nothing to count.</summary>
    Nothing,

    /// <summary>Too few people answered.</summary>
    TooFew,

    /// <summary>Taken from another figure, it would leave too few.</summary>
    TooClose,
}
