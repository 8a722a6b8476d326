using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>How figures, weeks and numbers of people are written: on the page, in charts, files and digests alike.</summary>
public static class FigureWords
{
    /// <summary>What stands where a week has no figures at all.</summary>
    public static string None(Language language) => FigureTexts.In(language).NoFigures;

    /// <summary>A figure in a table, whose caption says that all of them are near the truth.</summary>
    public static string Of(Language language, Measure measure, Figure? figure) => figure switch
    {
        Figure.Shown { Bound: FigureBound.AtMost } shown => FigureTexts.In(language).AtMost(Number(language, measure, shown.Value)),
        Figure.Shown { Bound: FigureBound.AtLeast } shown => FigureTexts.In(language).AtLeast(Number(language, measure, shown.Value)),
        Figure.Shown shown => Number(language, measure, shown.Value),
        Figure.Withheld withheld => Of(language, withheld.Why),
        _ => None(language),
    };

    /// <summary>A figure that stands alone.</summary>
    public static string Alone(Language language, Measure measure, Figure? figure) => figure is Figure.Shown { Bound: FigureBound.About }
        ? FigureTexts.In(language).About(Of(language, measure, figure))
        : Of(language, measure, figure);

    /// <summary>Why there is no figure, in two words.</summary>
    public static string Of(Language language, WithheldReason why) => why switch
    {
        WithheldReason.Nothing => FigureTexts.In(language).Nothing,
        WithheldReason.TooFew => FigureTexts.In(language).TooFew,
        _ => FigureTexts.In(language).HeldBack,
    };

    /// <summary>Why there is no figure, in a sentence.</summary>
    public static string Explain(Language language, WithheldReason why) => why switch
    {
        WithheldReason.Nothing => FigureTexts.In(language).WhyNothing,
        WithheldReason.TooFew => FigureTexts.In(language).WhyTooFew,
        _ => FigureTexts.In(language).WhyHeldBack,
    };

    /// <summary>A number as a measure writes it: whole, in percent, or to a tenth.</summary>
    public static string Number(Language language, Measure measure, double value)
    {
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Kind switch
        {
            MeasureKind.Share => FigureTexts.In(language).Percent(Math.Round(100 * value, MidpointRounding.AwayFromZero).ToString("0", language.Culture)),
            MeasureKind.Mean => value.ToString("0.0", language.Culture),
            _ => value.ToString("#,0", language.Culture),
        };
    }

    /// <summary>How many people count: a multiple of five, or fewer than that.</summary>
    public static string People(Language language, int atLeast) =>
        atLeast == 0 ? FigureTexts.In(language).FewerThanFive : FigureTexts.In(language).OrMore(atLeast);

    /// <summary>A week by its first and last day.</summary>
    public static string Week(Language language, IsoWeek week)
    {
        ArgumentNullException.ThrowIfNull(language);
        var (monday, sunday) = (week.Monday, week.Sunday);
        return monday.Month == sunday.Month
            ? string.Create(language.Culture, $"{monday.Day}\u2013{sunday:d MMM yyyy}")
            : string.Create(language.Culture, $"{monday:d MMM} \u2013 {sunday:d MMM yyyy}");
    }

    /// <summary>A week by its first day, where there is little room.</summary>
    public static string ShortWeek(Language language, IsoWeek week)
    {
        ArgumentNullException.ThrowIfNull(language);
        return week.Monday.ToString("d MMM", language.Culture);
    }
}
