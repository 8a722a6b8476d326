using System.Globalization;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>What holds for every text that people read.</summary>
internal static class CopyRules
{
    /// <summary>What is wrong with a text of at most some characters, in words that continue "the text …".</summary>
    public static IEnumerable<string> Broken(string text, int longest)
    {
        if (text.Length > longest)
        {
            yield return $"has {text.Length} characters, more than {longest}.";
        }

        if (text != text.Trim() || text.Any(char.IsControl))
        {
            yield return "must be one line without spaces around it.";
        }

        if (text.AsSpan().ContainsAny('!', '¡'))
        {
            yield return "has an exclamation mark.";
        }

        if (text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol))
        {
            yield return "has an emoji.";
        }
    }

    /// <summary>How many sentences a text has: marks that end one, with a space, a closing quote or nothing after them.</summary>
    public static int Sentences(string text)
    {
        var sentences = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '?' && (i + 1 == text.Length || text[i + 1] is ' ' or '"'))
            {
                sentences++;
            }
        }

        return sentences;
    }
}
