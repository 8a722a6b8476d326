using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>
/// Makes the figures of one workspace and week out of what was counted, so that nobody can be recognised in them: neither
/// in one figure, nor in the difference of two.
/// </summary>
internal sealed class Publication(byte[] key)
{
    /// <summary>The fewest people that a figure may be about.</summary>
    public const int FewestPeople = 5;

    /// <summary>The fewest people that a share may be about: five on either side.</summary>
    public const int FewestOfShare = 2 * FewestPeople;

    private readonly CellNoise _noise = new(key);

    /// <summary>The figures of one measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="week">The week.</param>
    /// <param name="groups">
    /// What was counted in each group. Where the difference of two would leave too few people, the one named first is shown.
    /// </param>
    /// <returns>A figure for each group.</returns>
    public IReadOnlyDictionary<string, Figure> Of(Measure measure, IsoWeek week, IReadOnlyList<(string Group, Tally Tally)> groups)
    {
        Dictionary<string, Figure> figures = new(StringComparer.Ordinal);
        var shown = new ShownPeople();
        foreach (var (group, tally) in groups)
        {
            var figure = Of(measure, week, group, tally);
            if (figure is Figure.Shown && !shown.TryAdd(tally.People))
            {
                figure = new Figure.Withheld(WithheldReason.TooClose);
            }

            figures.Add(group, figure);
        }

        return figures;
    }

    /// <summary>Whether a number of people is so small that they could be recognised; nobody is not.</summary>
    public static bool IsFew(int people) => people is > 0 and < FewestPeople;

    private Figure Of(Measure measure, IsoWeek week, string group, Tally tally)
    {
        if (tally.People.Count == 0)
        {
            return new Figure.Withheld(WithheldReason.Nothing);
        }

        if (tally.People.Count < (measure.Kind is MeasureKind.Share ? FewestOfShare : FewestPeople))
        {
            return new Figure.Withheld(WithheldReason.TooFew);
        }

        var cell = string.Create(CultureInfo.InvariantCulture, $"{group} {week} {measure.Id}");
        var fingerprint = tally.Fingerprint();
        var counts = tally.Counts.Select((count, bin) => Math.Max(0, count + _noise.Of(cell, bin, fingerprint))).ToArray();
        var people = tally.People.Count / FewestPeople * FewestPeople;
        return measure.Kind switch
        {
            MeasureKind.Count => new Figure.Shown(counts[0], FigureBound.About, people),
            MeasureKind.Share => Share(counts, people),
            _ => Mean(measure, counts, people),
        };
    }

    // A share that is near nothing or near all would tell about a handful of people: it is told as the end of a range.
    private static Figure Share(int[] counts, int people)
    {
        var all = counts.Sum();
        if (all < FewestOfShare)
        {
            return new Figure.Withheld(WithheldReason.TooFew);
        }

        var part = Math.Clamp(counts[0], FewestPeople, all - FewestPeople);
        var bound = counts[0] <= FewestPeople ? FigureBound.AtMost : counts[0] >= all - FewestPeople ? FigureBound.AtLeast : FigureBound.About;
        return new Figure.Shown((double)part / all, bound, people);
    }

    private static Figure Mean(Measure measure, int[] counts, int people)
    {
        var all = counts.Sum();
        return all == 0
            ? new Figure.Withheld(WithheldReason.TooFew)
            : new Figure.Shown(Math.Round(counts.Select((count, bin) => (double)count * (measure.Lowest + bin)).Sum() / all, 1), FigureBound.About, people);
    }
}
