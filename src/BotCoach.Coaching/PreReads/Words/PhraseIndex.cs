using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>A phrase to look for, and what it stands for.</summary>
/// <param name="Text">The phrase. One in capitals, such as <c>ARR</c>, is found in capitals alone.</param>
/// <param name="Language">Whose plurals it takes.</param>
/// <param name="Value">What it stands for.</param>
internal sealed record Phrase<T>(string Text, PreReadLanguage Language, T Value);

/// <summary>A phrase that was found.</summary>
/// <param name="First">The place of its first word among the words of the sentence.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Value">What it stands for.</param>
internal readonly record struct PhraseMatch<T>(int First, int Count, T Value);

/// <summary>Finds phrases in sentences: whole words, in singular or plural, the longest first, none inside another.</summary>
internal sealed class PhraseIndex<T>
{
    private readonly FrozenDictionary<(string Stem, PreReadLanguage Language), Entry[]> _byFirst;

    public PhraseIndex(IEnumerable<Phrase<T>> phrases) =>
        _byFirst = phrases.Select(Entry.Of).GroupBy(entry => (entry.Stems[0], entry.Language))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Stems.Length).ToArray());

    /// <summary>The phrases in a sentence, from left to right.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="words">Its words.</param>
    /// <param name="language">
    /// The language of the text. In English only phrases of English are found; in others both, for business speaks English
    /// everywhere, and those of the text's own win where two are equally long.
    /// </param>
    public List<PhraseMatch<T>> In(string sentence, IReadOnlyList<Word> words, PreReadLanguage language)
    {
        var matches = new List<PhraseMatch<T>>();
        for (var at = 0; at < words.Count;)
        {
            if (LongestAt(sentence, words, at, language) is { } entry)
            {
                matches.Add(new PhraseMatch<T>(at, entry.Stems.Length, entry.Value));
                at += entry.Stems.Length;
            }
            else
            {
                at++;
            }
        }

        return matches;
    }

    private Entry? LongestAt(string sentence, IReadOnlyList<Word> words, int at, PreReadLanguage language)
    {
        var english = LongestOf(PreReadLanguage.English, sentence, words, at);
        if (language == PreReadLanguage.English)
        {
            return english;
        }

        var spanish = LongestOf(PreReadLanguage.Spanish, sentence, words, at);
        var (first, second) = language == PreReadLanguage.Spanish ? (spanish, english) : (english, spanish);
        return second?.Stems.Length > (first?.Stems.Length ?? 0) ? second : first;
    }

    private Entry? LongestOf(PreReadLanguage language, string sentence, IReadOnlyList<Word> words, int at) =>
        _byFirst.TryGetValue((Stems.Of(words[at].Plain, language), language), out var entries)
            ? Array.Find(entries, entry => entry.IsAt(sentence, words, at))
            : null;

    private sealed record Entry(string[] Stems, string[] Exact, string[] Gaps, PreReadLanguage Language, T Value)
    {
        public static Entry Of(Phrase<T> phrase)
        {
            var words = Words.In(phrase.Text);
            return new Entry(
                [.. words.Select(word => Coaching.Stems.Of(word.Plain, phrase.Language))],
                [.. words.Select(word => IsCapitals(word.Text) ? word.Text : "")],
                [.. words.Index().Select(word => word.Index == 0 ? "" : Gap(phrase.Text[words[word.Index - 1].End..word.Item.Start]))],
                phrase.Language,
                phrase.Value);
        }

        public bool IsAt(string sentence, IReadOnlyList<Word> words, int at)
        {
            if (at + Stems.Length > words.Count)
            {
                return false;
            }

            for (var i = 0; i < Stems.Length; i++)
            {
                var word = words[at + i];
                if (Coaching.Stems.Of(word.Plain, Language) != Stems[i]
                    || (Exact[i].Length > 0 && !word.Text.StartsWith(Exact[i], StringComparison.Ordinal))
                    || (i > 0 && Gap(sentence[words[at + i - 1].End..word.Start]) != Gaps[i]))
                {
                    return false;
                }
            }

            return true;
        }

        // A hyphen or a space: "run-rate" is "run rate". Other marks have to be the phrase's own, as in "P&L".
        private static string Gap(string between) =>
            between is "-" or "\u2011" || string.IsNullOrWhiteSpace(between)
                ? " "
                : string.Join(' ', between.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        private static bool IsCapitals(string word) =>
            word.Length > 1 && word.Any(char.IsUpper) && word.All(letter => char.IsUpper(letter) || char.IsDigit(letter));
    }
}
