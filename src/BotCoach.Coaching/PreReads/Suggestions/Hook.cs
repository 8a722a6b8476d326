namespace BotCoach.Coaching;

/// <summary>What in a key point a question or comment can take hold of, the most fruitful first.</summary>
internal enum Hook
{
    /// <summary>Something is taken for granted or expected.</summary>
    Assumption,

    /// <summary>A question is open, or one of several ways is to be chosen.</summary>
    Choice,

    /// <summary>A decision is asked for.</summary>
    Decision,

    /// <summary>Something is recommended or proposed.</summary>
    Proposal,

    /// <summary>Something may happen, or depends on something else.</summary>
    Condition,

    /// <summary>Something rose, fell or missed its aim.</summary>
    Change,

    /// <summary>A reason is given.</summary>
    Cause,

    /// <summary>An amount or share is named.</summary>
    Amount,

    /// <summary>A day is named by which something is to be done.</summary>
    Deadline,

    /// <summary>Something is said.</summary>
    Statement,
}

/// <summary>A hook that was found in a key point.</summary>
/// <param name="Hook">What it is.</param>
/// <param name="Start">Where the words that gave it away begin.</param>
/// <param name="End">Where they end.</param>
internal sealed record HookFound(Hook Hook, int Start, int End);
