namespace BotCoach.Chat;

/// <summary>Texts that are longer than their place.</summary>
public static class LongText
{
    private const char Ellipsis = '…';

    /// <summary>Shortens a text to a limit, at a word where one ends in its second half, and marks that it was cut.</summary>
    /// <param name="text">The text; one that fits stays as it is.</param>
    /// <param name="limit">The most UTF-16 code units of the result; at least 1. No surrogate pair is split.</param>
    public static string Cut(string text, int limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        var space = text.AsSpan(0, limit).LastIndexOfAny(' ', '\n');
        if (space > end / 2)
        {
            end = space;
        }
        else if (end > 0 && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end).TrimEnd(), [Ellipsis]);
    }
}
