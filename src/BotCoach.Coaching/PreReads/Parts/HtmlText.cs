using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>Takes the tags out of a text that was pasted with them.</summary>
internal sealed class HtmlText
{
    // A tag with its attributes is seldom longer; "<" without an end is a less-than sign.
    private const int LongestTag = 500;

    private static readonly FrozenSet<string> _inline = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "abbr", "b", "code", "em", "font", "i", "img", "mark", "s", "small", "span", "strong", "sub", "sup", "u");

    private static readonly FrozenSet<string> _blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "article", "blockquote", "body", "br", "button", "center", "div", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
        "html", "iframe", "input", "label", "li", "link", "meta", "nav", "object", "ol", "p", "pre", "section", "svg", "table", "tbody", "td", "th", "thead",
        "tr", "ul");

    private static readonly FrozenSet<string> _hidden = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "title");

    private readonly string _text;
    private readonly StringBuilder _shown;

    // An end that was sought in vain is not sought again: thousands of openings would each search to the end of the text.
    private readonly HashSet<string> _endless = new(StringComparer.OrdinalIgnoreCase);

    private HtmlText(string text)
    {
        _text = text;
        _shown = new StringBuilder(text.Length);
    }

    /// <summary>The text as a browser shows it, roughly: blocks on their own lines, cells apart, scripts and styles gone.</summary>
    public static string Strip(string text)
    {
        var stripped = text.Contains('<', StringComparison.Ordinal) ? new HtmlText(text).Strip() : text;
        return stripped.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(stripped).Replace('\u00a0', ' ') : stripped;
    }

    private string Strip()
    {
        for (var at = 0; at < _text.Length;)
        {
            if (_text[at] == '<' && (EndOfComment(at) ?? EndOfMention(at) ?? EndOfTag(at)) is { } end)
            {
                at = end;
            }
            else
            {
                _shown.Append(_text[at++]);
            }
        }

        return _shown.ToString();
    }

    private int? EndOfComment(int at) => string.CompareOrdinal(_text, at, "<!--", 0, 4) == 0 ? EndOf("-->", at) : null;

    // Chats write people and groups like that: "<@U123>", "<!here>".
    private int? EndOfMention(int at)
    {
        const int Longest = 60;
        if (at + 1 == _text.Length || _text[at + 1] is not ('!' or '@' or '#'))
        {
            return null;
        }

        var end = _text.AsSpan(at, Math.Min(Longest, _text.Length - at)).IndexOfAny('>', ' ', '\n');
        return end > 0 && _text[at + end] == '>' ? at + end + 1 : null;
    }

    /// <summary>The end of the tag that opens here, whose effect is shown; null when none does.</summary>
    private int? EndOfTag(int at)
    {
        var isClosing = at + 1 < _text.Length && _text[at + 1] == '/';
        var from = at + (isClosing ? 2 : 1);
        var to = from;
        while (to < _text.Length && char.IsAsciiLetterOrDigit(_text[to]))
        {
            to++;
        }

        var name = _text[from..to];
        if (to == _text.Length || _text[to] is not ('>' or '/' or ' ' or '\n' or '\t')
            || !(_inline.Contains(name) || _blocks.Contains(name) || _hidden.Contains(name)))
        {
            return null;
        }

        var close = _text.AsSpan(to, Math.Min(LongestTag, _text.Length - to)).IndexOf('>');
        if (close < 0)
        {
            return null;
        }

        _shown.Append(ShownFor(name.ToUpperInvariant(), isClosing));
        var end = to + close + 1;
        return !isClosing && _hidden.Contains(name) && EndOf($"</{name}>", end) is { } endOfHidden ? endOfHidden : end;
    }

    private static string ShownFor(string name, bool isClosing) => (name, isClosing) switch
    {
        ("TD" or "TH", false) => "\t",
        ("LI", false) => "\n- ",
        ("H1" or "H2" or "H3" or "H4" or "H5" or "H6", false) => "\n\n# ",
        ("TD" or "TH" or "TR" or "LI", true) => "",
        _ => _inline.Contains(name) ? "" : "\n",
    };

    private int? EndOf(string mark, int from)
    {
        if (_endless.Contains(mark))
        {
            return null;
        }

        var end = _text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            _endless.Add(mark);
            return null;
        }

        return end + mark.Length;
    }
}
