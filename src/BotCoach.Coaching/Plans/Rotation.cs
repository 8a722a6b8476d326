namespace BotCoach.Coaching;

/// <summary>
/// Which nudge has its turn. A pure function of a running number: no history is read, and each practice comes once,
/// and each wording of it once, before any comes again. Practices that a person leaves out keep their places, which are
/// passed over: leaving one out, or taking it back, moves none of the others.
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

    /// <summary>The first place from one on whose practice is not left out.</summary>
    /// <param name="catalogue">The practices.</param>
    /// <param name="sequence">Where to begin.</param>
    /// <param name="off">The practices that are left out. Should it be all of them, none counts as left out.</param>
    public static int From(PracticeCatalogue catalogue, int sequence, IReadOnlySet<string> off)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(off);
        var order = catalogue.InRotation;
        for (var place = sequence; off.Count > 0 && place < sequence + order.Count; place++)
        {
            if (!off.Contains(order[place % order.Count].Id))
            {
                return place;
            }
        }

        return sequence;
    }

    /// <summary>The place that is reached after some nudges.</summary>
    /// <param name="catalogue">The practices.</param>
    /// <param name="sequence">The place before them.</param>
    /// <param name="count">How many nudges.</param>
    /// <param name="off">The practices that are left out.</param>
    public static int After(PracticeCatalogue catalogue, int sequence, int count, IReadOnlySet<string> off)
    {
        for (var sent = 0; sent < count; sent++)
        {
            sequence = From(catalogue, sequence, off) + 1;
        }

        return sequence;
    }
}
