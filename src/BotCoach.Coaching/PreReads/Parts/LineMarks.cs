using System.Text.RegularExpressions;

namespace BotCoach.Coaching;

/// <summary>What the layout of a single line says of it. Every pattern is anchored and is tried on short lines only.</summary>
internal static partial class LineMarks
{
    // Headings, markers and headers of mails are short; a longer line is text.
    private const int LongestMark = 200;
    private const int Timeout = PastedText.PatternTimeout;

    /// <summary>A rule across the page, or the underlining of a heading.</summary>
    public static bool IsRule(string line) => line.Length >= 3 && line.AsSpan().Trim("-=_*~─━ \t").IsEmpty;

    /// <summary>A line of a table that sets the head apart: <c>|---|:--:|</c>.</summary>
    public static bool IsTableRule(string line) =>
        line.Contains('-', StringComparison.Ordinal) && line.Contains('|', StringComparison.Ordinal) && line.AsSpan().Trim("-|:+ \t").IsEmpty;

    /// <summary>The number of a page, and nothing else: <c>Page 3 of 12</c>, <c>- 3 -</c>, <c>3/12</c>.</summary>
    public static bool IsPageNumber(string line) => line.Length <= 30 && line.Any(char.IsAsciiDigit) && PageNumber().IsMatch(line);

    /// <summary>A marker of a slide: its number, and the title when it has one.</summary>
    public static (string Number, string Title)? Slide(string line) =>
        line.Any(char.IsAsciiDigit) && Match(Slide(), line) is { } match ? (match.Groups["number"].Value, match.Groups["title"].Value.Trim()) : null;

    /// <summary>A heading of Markdown, without its marks.</summary>
    public static string? MarkdownHeading(string line) => Match(Heading(), line)?.Groups["text"].Value.Trim();

    /// <summary>An item of a list, without its mark.</summary>
    /// <returns>The text, and whether the mark counts.</returns>
    public static (string Text, bool IsNumbered)? Item(string line)
    {
        // An item may be long; its mark stands in front.
        var match = Item().Match(line);
        return match.Success ? (line[match.Length..].Trim(), match.Groups["counted"].Success) : null;
    }

    /// <summary>A field of a mail's header, in English, Spanish, German or French: what it is and what it says.</summary>
    public static (MailField Field, string Value)? Header(string line)
    {
        if (!line.Contains(':', StringComparison.Ordinal) || Match(Header(), line) is not { } match)
        {
            return null;
        }

        var field = match.Groups["field"].Value.ToUpperInvariant() switch
        {
            "FROM" or "DE" or "VON" => MailField.From,
            "SENT" or "DATE" or "ENVIADO" or "ENVIADO EL" or "FECHA" or "GESENDET" or "DATUM" => MailField.Sent,
            "SUBJECT" or "ASUNTO" or "BETREFF" => MailField.Subject,
            _ => MailField.Other,
        };
        return (field, match.Groups["value"].Value.Trim());
    }

    /// <summary>The line before a quoted mail: <c>On Mon, 3 Nov 2025 at 10:12, Priya Raman wrote:</c>.</summary>
    public static (string When, string Who)? Attribution(string line) =>
        Match(Attribution(), line) is { } match ? (match.Groups["when"].Value, match.Groups["who"].Value) : null;

    /// <summary>The salutation of a mail: <c>Hi all,</c>, or nothing but names and a comma.</summary>
    public static bool IsGreeting(string line) => line.Length <= 60 && (Greeting().IsMatch(line) || Names().IsMatch(line));

    /// <summary>The words that end a mail; what follows is a signature.</summary>
    public static bool IsFarewell(string line) => line == "--" || (line.Length <= 40 && Farewell().IsMatch(line));

    /// <summary>What machines and legal departments add to mails and slides.</summary>
    public static bool IsBoilerplate(string line) => Boilerplate().IsMatch(line);

    private static Match? Match(Regex pattern, string line) =>
        line.Length <= LongestMark && pattern.Match(line) is { Success: true } match ? match : null;

    [GeneratedRegex(@"^(?:(?:page|pág\.?|página|p\.)\s*\d{1,3}(?:\s*(?:of|de|/)\s*\d{1,3})?|[-–—]?\s*\d{1,3}\s*[-–—]?|\d{1,3}\s*(?:/|of|de)\s*\d{1,3})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^[#\[(*=<\s–—-]*(?:slide|diapositiva|lámina)\s*#?\s*(?<number>\d{1,3})(?:\s*(?:of|de|/)\s*\d{1,3})?\s*[\])>]*\s*(?:[-–—:.|]+\s*(?<title>.*?))?[\])*=\s–—-]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Slide();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.*?)[#\s]*$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:(?:[-–](?=\p{L})|[-*+–—]\s+|[•▪◦‣·●○■□➢➤✓✔►▶]\s*)(?:\[[ xX]\]\s*)?|(?<counted>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+|o\t\s*)",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\*{0,2}(?<field>from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments|de|enviado(?: el)?|fecha|para|asunto|von|gesendet|datum|an|betreff)\s*:\*{0,2}\s*(?<value>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:on|el)\s+(?<when>.{4,60}?),?\s+(?<who>[^,\d<>""]{2,60}?)\s*(?:<[^>]*>|\([^)]*\))?\s+(?:wrote|escribió)\s*:$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Attribution();

    [GeneratedRegex(@"^(?:hi|hello|hey|dear|good (?:morning|afternoon)|morning|team|all|folks|hola|buenos días|buenas(?: tardes)?|estimad[oa]s?|querid[oa]s?)\b[^.?!:]{0,45}[,:!.]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]{1,20}(?:,? (?:and |y )?[\p{L}'’-]{2,20}){0,2},$", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?:(?:kind|best|warm|many)?\s*(?:regards|wishes)|best|thanks(?: again| all| everyone| so much)?|many thanks|thank you(?: all)?|cheers|sincerely|yours|talk soon|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|muchas gracias|gracias(?: a todos)?|atentamente|un abrazo)[,.!]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Farewell();

    [GeneratedRegex(@"^(?:sent from my |please consider the environment|enviado desde mi |-{2,}\s*(?:original message|forwarded message|mensaje original)|begin forwarded message|\[?external\b.{0,30}$|this (?:e-?mail|message)(?: and any)?.{0,40}(?:confidential|intended)|confidential(?:ity notice|\b.{0,60}$)|(?:©|\(c\))\s*\d{4}|este (?:correo|mensaje).{0,60}confidencial|confidencial\b.{0,40}$|all rights reserved|strictly private)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Boilerplate();
}

/// <summary>A field of the header of a mail.</summary>
internal enum MailField
{
    /// <summary>Who wrote it.</summary>
    From,

    /// <summary>When it was sent.</summary>
    Sent,

    /// <summary>What it is about.</summary>
    Subject,

    /// <summary>Another one.</summary>
    Other,
}
