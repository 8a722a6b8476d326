using System.Text;

namespace BotCoach.Coaching;

/// <summary>Finds the practice that a person's words name.</summary>
internal static class PracticeSearch
{
    private const int MostSuggestions = 3;

    // Longer than any title: more letters cannot be a misspelling of one.
    private const int LongestMisspelling = 80;

    public static PracticeMatch Match(IReadOnlyList<Practice> practices, string text)
    {
        var query = WithoutAccents(text);
        if (query.Length == 0)
        {
            return new PracticeMatch.None([]);
        }

        // A whole name first, then the beginning of a word in one, then any part: "plan" is not in "explain" if it
        // begins a word elsewhere.
        return Among(practices, name => name == query)
            ?? Among(practices, name => $" {name}".Contains($" {query}", StringComparison.Ordinal))
            ?? Among(practices, name => name.Contains(query, StringComparison.Ordinal))
            ?? new PracticeMatch.None(Nearest(practices, query));
    }

    /// <summary>Small letters and digits in words set apart by one space: "Speak-Early" and "speak  early" are alike.</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    private static PracticeMatch? Among(IReadOnlyList<Practice> practices, Func<string, bool> fits)
    {
        List<Practice> fitting = [.. practices.Where(practice => NamesOf(practice).Any(fits))];
        return fitting.Count switch
        {
            0 => null,
            1 => new PracticeMatch.One(fitting[0]),
            _ => new PracticeMatch.Several(fitting),
        };
    }

    private static string[] NamesOf(Practice practice) => [WithoutAccents(practice.Id), WithoutAccents(practice.Title)];

    /// <summary><see cref="Plain"/>, and without accents: who is in a hurry leaves them out.</summary>
    internal static string WithoutAccents(string text) => Plain(Words.Plain(text));

    private static List<Practice> Nearest(IReadOnlyList<Practice> practices, string query)
    {
        if (query.Length > LongestMisspelling)
        {
            return [];
        }

        // A wrong letter in three is still a misspelling; more is another word.
        var furthest = (query.Length + 2) / 3;
        return [.. practices
            .Select(practice => (Practice: practice, Distance: NamesOf(practice).Min(name => EditsToPart(query, name))))
            .Where(candidate => candidate.Distance <= furthest)
            .OrderBy(candidate => candidate.Distance)
            .Take(MostSuggestions)
            .Select(candidate => candidate.Practice)];
    }

    /// <summary>
    /// The least number of letters to insert, delete or replace that turns the query into some part of the name: edit
    /// distance with both ends of the name free (P. Sellers, 1980).
    /// </summary>
    private static int EditsToPart(string query, string name)
    {
        var previous = new int[name.Length + 1];
        var current = new int[name.Length + 1];
        for (var i = 1; i <= query.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var replaced = previous[j - 1] + (query[i - 1] == name[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous.Min();
    }
}
