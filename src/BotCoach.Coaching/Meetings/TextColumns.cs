using System.Globalization;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A text that is longer than a column, in columns that are numbered from 1.</summary>
internal static class TextColumns
{
    // A text of a table holds 32 K characters (TableRules.MaxValueBytes).
    private const int ColumnLength = 30_000;

    /// <summary>Adds the columns of a text; an empty text has one.</summary>
    public static void Add(RowProperties properties, string name, string text)
    {
        var start = 0;
        for (var number = 1; number == 1 || start < text.Length; number++)
        {
            var end = Math.Min(start + ColumnLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
            {
                end--;
            }

            properties.Add(Numbered(name, number), text[start..end]);
            start = end;
        }
    }

    /// <summary>The text; null when the row has none of that name.</summary>
    public static string? Read(RowProperties properties, string name) => properties.Text(Numbered(name, 1)) is null
        ? null
        : string.Concat(Enumerable.Range(1, properties.Count).Select(number => properties.Text(Numbered(name, number))).TakeWhile(part => part is not null));

    private static string Numbered(string name, int number) => name + number.ToString(CultureInfo.InvariantCulture);
}
