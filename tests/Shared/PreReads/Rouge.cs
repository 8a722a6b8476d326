using System.Text.RegularExpressions;

namespace BotCoach.Testing;

/// <summary>How much of a reference a summary holds, how much of the summary is in the reference, and both in one.</summary>
/// <param name="Recall">The share of the reference's words that the summary has.</param>
/// <param name="Precision">The share of the summary's words that the reference has.</param>
internal sealed record RougeScore(double Recall, double Precision)
{
    /// <summary>The harmonic mean of the two.</summary>
    public double F => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);
}

/// <summary>
/// ROUGE, after C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries", 2004: ROUGE-1 counts common words, and
/// ROUGE-L of summaries counts, sentence by sentence of the reference, the words of the union of the longest common
/// subsequences. Words are runs of letters and digits in small letters; nothing is stemmed and no word is left out.
/// </summary>
internal static partial class Rouge
{
    public static RougeScore One(IReadOnlyList<string> summary, IReadOnlyList<string> reference)
    {
        var (found, wanted) = (Count(summary), Count(reference));
        var common = wanted.Sum(word => Math.Min(word.Value, found.GetValueOrDefault(word.Key)));
        return Score(common, found.Values.Sum(), wanted.Values.Sum());
    }

    public static RougeScore L(IReadOnlyList<string> summary, IReadOnlyList<string> reference)
    {
        var (found, wanted) = (summary.Select(Words).ToList(), reference.Select(Words).ToList());

        // A word counts no oftener than it stands in the summary or in the reference.
        var (leftFound, leftWanted) = (Count(summary), Count(reference));
        var common = 0;
        foreach (var sentence in wanted)
        {
            foreach (var word in found.SelectMany(candidate => CommonPlaces(sentence, candidate)).Distinct().Select(place => sentence[place]))
            {
                if (leftFound.GetValueOrDefault(word) > 0 && leftWanted.GetValueOrDefault(word) > 0)
                {
                    leftFound[word]--;
                    leftWanted[word]--;
                    common++;
                }
            }
        }

        return Score(common, found.Sum(sentence => sentence.Length), wanted.Sum(sentence => sentence.Length));
    }

    private static RougeScore Score(double common, int found, int wanted) =>
        new(wanted == 0 ? 0 : common / wanted, found == 0 ? 0 : common / found);

    private static Dictionary<string, int> Count(IReadOnlyList<string> sentences) =>
        sentences.SelectMany(Words).CountBy(word => word).ToDictionary(StringComparer.Ordinal);

    private static string[] Words(string sentence) => [.. Word().Matches(sentence.ToLowerInvariant()).Select(match => match.Value)];

    /// <summary>The places in one sentence of the words of its longest common subsequence with another.</summary>
    private static List<int> CommonPlaces(string[] sentence, string[] other)
    {
        var lengths = new int[sentence.Length + 1, other.Length + 1];
        for (var i = sentence.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = sentence[i] == other[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        var places = new List<int>();
        for (int i = 0, j = 0; i < sentence.Length && j < other.Length;)
        {
            if (sentence[i] == other[j])
            {
                places.Add(i++);
                j++;
            }
            else if (lengths[i + 1, j] >= lengths[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return places;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Word();
}
