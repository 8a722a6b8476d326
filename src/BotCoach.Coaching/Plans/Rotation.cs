namespace BotCoach.Coaching;

/// <summary>
/// Which nudge has its turn. A pure function of a running number: no history is read, and each practice comes once,
/// and each wording of it once, before any comes again.
/// </summary>
public static class Rotation
{
    // The three that managers ask for first; the others follow in the order of the catalogue.
    private static readonly string[] First = ["align-with-manager", "questions-and-comments", "speak-early"];

    /// <summary>The order in which practices come.</summary>
    public static IReadOnlyList<Practice> Order(IEnumerable<Practice> practices) =>
        [.. practices.OrderBy(practice => Array.IndexOf(First, practice.Id) is >= 0 and var place ? place : First.Length)];

    /// <summary>The nudge at a place in the rotation.</summary>
    /// <param name="catalogue">The practices.</param>
    /// <param name="sequence">Counted from 0.</param>
    public static (Practice Practice, int Wording) At(PracticeCatalogue catalogue, int sequence)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var order = catalogue.InRotation;
        var practice = order[sequence % order.Count];
        return (practice, sequence / order.Count % practice.Nudges.Count);
    }
}
