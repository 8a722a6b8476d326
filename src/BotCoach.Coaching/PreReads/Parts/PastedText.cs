using System.Globalization;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>Removes from a pasted text what cannot be seen, so that the rest can be read line by line.</summary>
internal static class PastedText
{
    /// <summary>
    /// How many milliseconds a pattern may take on a line. All are bounded and take microseconds; a thread that waits for a
    /// processor in the midst of one must not fail for it.
    /// </summary>
    public const int PatternTimeout = 10_000;

    /// <summary>
    /// The first <see cref="PreRead.MaxLength"/> characters, with line feeds between lines and plain spaces, and without
    /// zero-width, directional and control characters, halves of characters and HTML.
    /// </summary>
    public static string Clean(string pasted)
    {
        var clean = new StringBuilder(Math.Min(pasted.Length, PreRead.MaxLength));
        for (var i = 0; i < pasted.Length && i < PreRead.MaxLength; i++)
        {
            var letter = pasted[i];
            if (letter == '\r')
            {
                clean.Append(i + 1 < pasted.Length && pasted[i + 1] == '\n' ? "" : "\n");
            }
            else if (char.IsHighSurrogate(letter))
            {
                if (i + 1 < pasted.Length && i + 1 < PreRead.MaxLength && char.IsLowSurrogate(pasted[i + 1]))
                {
                    clean.Append(letter).Append(pasted[++i]);
                }
            }
            else if (Shown(letter) is { } shown)
            {
                clean.Append(shown);
            }
        }

        return HtmlText.Strip(clean.ToString());
    }

    private static char? Shown(char letter) => letter switch
    {
        '\n' or '\v' or '\f' or '\u2028' or '\u2029' or '\u0085' => '\n',
        '\t' => '\t',
        '\u2212' => '-',
        < '\u0080' => char.IsControl(letter) ? null : letter,
        _ => char.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned => null,
            _ => letter,
        },
    };
}
