using System.Globalization;

namespace BotCoach.Coaching;

/// <summary>Thinks of the share that would be worse than an assumed one.</summary>
/// <param name="directions">Words of which more is better (true) or worse (false).</param>
internal sealed class OtherFigure(PhraseIndex<bool> directions)
{
    // Half more of what hurts, a third less of what helps: far enough to matter, near enough to happen.
    private const decimal More = 1.5m;
    private const decimal Less = 0.7m;
    private const decimal Whole = 100;

    /// <summary>
    /// The worse share, written as the only one in the text is; null when there is none, several, or when the text does not say
    /// which way is worse.
    /// </summary>
    public string? WorseThanIn(string text)
    {
        var words = Words.In(text);
        List<WrittenFigure> shares = [.. WrittenFigure.In(text, words).Where(figure => figure.Kind == WrittenFigureKind.Share)];
        List<bool> ways = [.. directions.In(text, words, PreReadLanguage.Unknown).Select(match => match.Value).Distinct()];
        return shares is [var share] && ways is [var isGood] ? WorseThan(text[share.Start..share.End], isGood) : null;
    }

    private static string? WorseThan(string share, bool isGood)
    {
        var digits = new string([.. share.TakeWhile(letter => char.IsAsciiDigit(letter) || letter is '.' or ',')]);
        if (!decimal.TryParse(digits.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value >= Whole)
        {
            return null;
        }

        var other = Rounded(value * (isGood ? Less : More));
        if (other == value || other is 0 or >= Whole)
        {
            return null;
        }

        var written = other.ToString("0.#", CultureInfo.InvariantCulture);
        return (digits.Contains(',', StringComparison.Ordinal) ? written.Replace('.', ',') : written) + share[digits.Length..];
    }

    // To halves below ten and to wholes above: nobody asks about 4.35 %.
    private static decimal Rounded(decimal value) =>
        value < 10 ? Math.Round(value * 2, MidpointRounding.AwayFromZero) / 2 : Math.Round(value, MidpointRounding.AwayFromZero);
}
