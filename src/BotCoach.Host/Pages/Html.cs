using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BotCoach.Host;

/// <summary>
/// A piece of a page. It is written as an interpolated string: what stands in the source is markup, and every value is
/// encoded, unless it is a piece itself. There is no way to make one out of a text that was read.
/// </summary>
internal readonly struct Html
{
    private readonly string? _text;

    private Html(string text) => _text = text;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    /// <summary>Makes a piece. Attributes stand in double quotes.</summary>
    public static Html Of(Template template) => new(template.ToText());

    /// <summary>Puts pieces one after another.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces));

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";

    /// <summary>Takes the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Template
    {
        private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

        private readonly StringBuilder _text;

        public Template(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (16 * formattedCount));

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(Html piece) => _text.Append(piece.ToString());

        public void AppendFormatted(IEnumerable<Html> pieces) => _text.AppendJoin("", pieces);

        public void AppendFormatted(string? text) => _text.Append(_encoder.Encode(text ?? ""));

        public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number) => _text.Append(CultureInfo.InvariantCulture, $"{number:0.##}");

        public string ToText() => _text.ToString();
    }
}
