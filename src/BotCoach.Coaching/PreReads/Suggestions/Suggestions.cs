using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Coaching;

/// <summary>Makes starts of questions and comments from key points, each of which quotes the point that it concerns.</summary>
public sealed class Suggestions
{
    private const int Most = 3;
    private const int LongestQuote = 120;

    private readonly Dictionary<SuggestionKind, IReadOnlyList<string>> _texts;

    private Suggestions(Dictionary<SuggestionKind, IReadOnlyList<string>> texts) => _texts = texts;

    /// <summary>Reads the texts that ship with the product.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule.</exception>
    public static Suggestions Load()
    {
        var file = CoachingData.Read("suggestions.yaml");
        var texts = Enum.GetValues<SuggestionKind>().ToDictionary(
            kind => kind,
            kind => (IReadOnlyList<string>)[.. file.Mapping(kind.ToString().ToLowerInvariant()).Texts("en", Suggestion.MaxLength).Select(text => text.Text)]);
        file.ThrowIfBroken();
        return new Suggestions(texts);
    }

    /// <summary>
    /// The suggestions to show now: at most three, on different key points while there are any. Those that were dismissed do
    /// not come back, and the next ones take their place.
    /// </summary>
    /// <param name="briefing">What was found in the pre-read.</param>
    /// <param name="kind">Questions or comments.</param>
    /// <param name="dismissed">The ids of the suggestions that are not wanted.</param>
    public IReadOnlyList<Suggestion> For(Briefing briefing, SuggestionKind kind, IReadOnlyCollection<string> dismissed)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        ArgumentNullException.ThrowIfNull(dismissed);
        return [.. briefing.Points.SelectMany((point, index) => Of(point, index, kind).Select((suggestion, round) => (suggestion, round)))
            .OrderBy(pair => pair.round).Select(pair => pair.suggestion).Where(suggestion => !dismissed.Contains(suggestion.Id)).Take(Most)];
    }

    private IEnumerable<Suggestion> Of(KeyPoint point, int index, SuggestionKind kind)
    {
        var quote = point.Text.Length > LongestQuote ? $"{point.Text[..LongestQuote]}…" : point.Text;
        return _texts[kind].Select(text => text.Replace("{quote}", quote, StringComparison.Ordinal))
            .Select(text => new Suggestion { Id = IdOf(text), Kind = kind, Text = text, Point = index });
    }

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
