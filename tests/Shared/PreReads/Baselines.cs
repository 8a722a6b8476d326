using System.Text.RegularExpressions;
using BotCoach.Coaching;

namespace BotCoach.Testing;

/// <summary>
/// The two yardsticks that a summariser has to beat. They get the same sentences to choose from, without headings, and as
/// many of them.
/// </summary>
internal static partial class Baselines
{
    /// <summary>The first sentences.</summary>
    public static IReadOnlyList<string> First(PreRead preRead, int count) => [.. Sentences(preRead).Take(count)];

    /// <summary>
    /// The sentences whose words weigh most: how often a word stands in the sentence, times the logarithm of how few
    /// sentences have it.
    /// </summary>
    public static IReadOnlyList<string> TfIdf(PreRead preRead, int count)
    {
        List<(string Text, List<string> Words)> sentences = [.. Sentences(preRead)
            .Select(text => (text, Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList()))];
        var sentencesWith = sentences.SelectMany(sentence => sentence.Words.Distinct()).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        return [.. sentences.Index()
            .OrderByDescending(sentence => sentence.Item.Words.Sum(word => Math.Log((double)sentences.Count / sentencesWith[word])))
            .Take(count)
            .OrderBy(sentence => sentence.Index)
            .Select(sentence => sentence.Item.Text)];
    }

    private static IEnumerable<string> Sentences(PreRead preRead) =>
        preRead.Sentences.Where(sentence => sentence.Kind != SentenceKind.Heading).Select(sentence => sentence.Text);

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Word();
}
