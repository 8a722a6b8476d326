using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>How figures, weeks and numbers of people are written: on the page, in charts, files and digests alike.</summary>
public static class FigureWords
{
    /// <summary>What stands where a week has no figures at all.</summary>
    public const string None = "no figures";

    /// <summary>A figure in a table, whose caption says that all of them are near the truth.</summary>
    public static string Of(Measure measure, Figure? figure) => figure switch
    {
        Figure.Shown { Bound: FigureBound.AtMost } shown => $"at most {Number(measure, shown.Value)}",
        Figure.Shown { Bound: FigureBound.AtLeast } shown => $"at least {Number(measure, shown.Value)}",
        Figure.Shown shown => Number(measure, shown.Value),
        Figure.Withheld withheld => Of(withheld.Why),
        _ => None,
    };

    /// <summary>A figure that stands alone.</summary>
    public static string Alone(Measure measure, Figure? figure) =>
        figure is Figure.Shown { Bound: FigureBound.About } ? $"about {Of(measure, figure)}" : Of(measure, figure);

    /// <summary>Why there is no figure, in two words.</summary>
    public static string Of(WithheldReason why) => why switch
    {
        WithheldReason.Nothing => "nothing",
        WithheldReason.TooFew => "too few",
        _ => "held back",
    };

    /// <summary>Why there is no figure, in a sentence.</summary>
    public static string Explain(WithheldReason why) => why switch
    {
        WithheldReason.Nothing => "nobody did or answered anything that is counted here.",
        WithheldReason.TooFew => "fewer than five people answered, or fewer than ten for a percentage.",
        _ => "together with another figure it would tell about one to four people.",
    };

    /// <summary>A number as a measure writes it: whole, in percent, or to a tenth.</summary>
    public static string Number(Measure measure, double value)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Kind switch
        {
            MeasureKind.Share => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * value, MidpointRounding.AwayFromZero):0}%"),
            MeasureKind.Mean => string.Create(CultureInfo.InvariantCulture, $"{value:0.0}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value:#,0}"),
        };
    }

    /// <summary>How many people count: a multiple of five, or fewer than that.</summary>
    public static string People(int atLeast) =>
        atLeast == 0 ? "fewer than 5" : string.Create(CultureInfo.InvariantCulture, $"{atLeast:#,0} or more");

    /// <summary>A week by its first and last day.</summary>
    public static string Week(IsoWeek week)
    {
        var (monday, sunday) = (week.Monday, week.Sunday);
        return monday.Month == sunday.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{monday.Day}\u2013{sunday:d MMM yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"{monday:d MMM} \u2013 {sunday:d MMM yyyy}");
    }

    /// <summary>A week by its first day, where there is little room.</summary>
    public static string ShortWeek(IsoWeek week) => week.Monday.ToString("d MMM", CultureInfo.InvariantCulture);
}
