using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a place of a pre-read is.</summary>
public enum PreReadPlaceKind
{
    /// <summary>A place in words, as an earlier release stored it.</summary>
    InWords,

    /// <summary>A slide.</summary>
    Slide,

    /// <summary>What stands under a heading.</summary>
    Section,

    /// <summary>A paragraph, where there are no headings.</summary>
    Paragraph,

    /// <summary>A mail of a thread.</summary>
    Mail,

    /// <summary>A mail of a thread whose author is not known.</summary>
    QuotedMail,
}

/// <summary>A place in a pre-read, whatever the language in which it is named.</summary>
public sealed record PreReadPlace
{
    // What fits behind a key point on a phone without a third line.
    private const int LongestTitle = 40;

    /// <summary>A year that has every day.</summary>
    private const int LeapYear = 2024;

    private const string StoredDay = "MM-dd";

    /// <summary>What it is.</summary>
    public required PreReadPlaceKind Kind { get; init; }

    /// <summary>The number of a slide or paragraph, the title of a section, the first name of a mail's author, or the place in words; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The day of a mail as month and day, <c>11-03</c>, or as its header says it where that can be read in two ways; empty when it is not known.</summary>
    public string Day { get; init; } = "";

    /// <summary>As in <c>slide 4</c>.</summary>
    public static PreReadPlace Slide(string number) => new() { Kind = PreReadPlaceKind.Slide, Name = number };

    /// <summary>As in <c>section Budget</c>.</summary>
    public static PreReadPlace Section(string title) => new() { Kind = PreReadPlaceKind.Section, Name = Shortened(title) };

    /// <summary>As in <c>third paragraph</c>.</summary>
    /// <param name="number">Counted from 1.</param>
    public static PreReadPlace Paragraph(int number) =>
        new() { Kind = PreReadPlaceKind.Paragraph, Name = number.ToString(CultureInfo.InvariantCulture) };

    /// <summary>As in <c>mail of Priya, 3 Nov</c>.</summary>
    /// <param name="name">The author's first name; empty when it is not known.</param>
    /// <param name="day">See <see cref="Day"/>.</param>
    public static PreReadPlace Mail(string name, string day) => new() { Kind = PreReadPlaceKind.Mail, Name = name, Day = day };

    /// <summary>As in <c>quoted mail</c>.</summary>
    public static PreReadPlace QuotedMail { get; } = new() { Kind = PreReadPlaceKind.QuotedMail };

    /// <summary>A day of a year as <see cref="Day"/> holds it; null when there is no such day.</summary>
    public static string? DayOf(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(LeapYear, month)
        ? new DateOnly(LeapYear, month, day).ToString(StoredDay, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Its name in words that can stand alone or in brackets: <c>slide 4</c>, <c>mail of Priya, 3 Nov</c>.</summary>
    public string In(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var texts = PlaceTexts.In(language);
        return Kind switch
        {
            PreReadPlaceKind.Slide => texts.Slide(Name),
            PreReadPlaceKind.Section => texts.Section(Name),
            PreReadPlaceKind.Paragraph => texts.Paragraph(int.Parse(Name, NumberStyles.None, CultureInfo.InvariantCulture)),
            PreReadPlaceKind.QuotedMail => texts.QuotedMail,
            PreReadPlaceKind.Mail => (Name, ShownDay(language)) switch
            {
                ("", "") => texts.Mail,
                ("", var day) => texts.MailOn(day),
                (var name, "") => texts.MailOf(name),
                var (name, day) => texts.MailOfOn(name, day),
            },
            _ => Name,
        };
    }

    /// <summary>Its name for a reader who has no language of their own, such as a language model.</summary>
    public override string ToString() => In(Language.Of(null));

    private string ShownDay(Language language) =>
        DateOnly.TryParseExact($"{LeapYear}-{Day}", $"yyyy-{StoredDay}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(PlaceTexts.In(language).DayPattern, language.Culture)
            : Day;

    private static string Shortened(string written)
    {
        // A heading that was a row of a table has tabs between its words.
        var title = string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        var space = title.LastIndexOf(' ', LongestTitle - 1);
        return $"{title[..(space > LongestTitle / 2 ? space : LongestTitle - 1)].TrimEnd(',', ';', ':', ' ', '-', '–')}…";
    }
}
