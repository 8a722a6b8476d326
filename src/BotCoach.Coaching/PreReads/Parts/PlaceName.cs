namespace BotCoach.Coaching;

/// <summary>Names places of a text in words that can follow "from".</summary>
internal static class PlaceName
{
    // What fits behind a key point on a phone without a third line.
    private const int LongestTitle = 40;

    private static readonly string[] _ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>As in <c>slide 4</c>.</summary>
    public static string Slide(string number) => $"slide {number}";

    /// <summary>As in <c>section Budget</c>.</summary>
    public static string Section(string title) => $"section {Shortened(title)}";

    /// <summary>As in <c>third paragraph</c>.</summary>
    /// <param name="number">Counted from 1.</param>
    public static string Paragraph(int number) =>
        number <= _ordinals.Length ? $"{_ordinals[number - 1]} paragraph" : $"paragraph {number}";

    private static string Shortened(string title)
    {
        if (title.Length <= LongestTitle)
        {
            return title;
        }

        var space = title.LastIndexOf(' ', LongestTitle - 1);
        return $"{title[..(space > LongestTitle / 2 ? space : LongestTitle - 1)].TrimEnd(',', ';', ':', ' ', '-', '–')}…";
    }
}
