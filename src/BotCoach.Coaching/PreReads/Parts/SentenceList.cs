namespace BotCoach.Coaching;

/// <summary>The sentences that were found so far, each once: threads quote the same mail again and again.</summary>
internal sealed class SentenceList
{
    // Shorter ones, such as "Yes." or "Revenue: 4m", may stand in two places and mean two things.
    private const int FewestWordsOfCopy = 4;

    private readonly List<PreReadSentence> _sentences = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What was found.</summary>
    public IReadOnlyList<PreReadSentence> Sentences => _sentences;

    /// <summary>Adds a sentence that has words in it and was not there before.</summary>
    public void Add(PreReadSentence sentence)
    {
        var words = Words.In(sentence.Text);
        if (words.Count > 0 && (words.Count < FewestWordsOfCopy || _seen.Add(string.Join(' ', words.Select(word => word.Plain)))))
        {
            _sentences.Add(sentence with { Text = OneLine(sentence.Text) });
        }
    }

    /// <summary>Names the place of the sentences from one on, when it is known only at their end.</summary>
    public void Place(int from, PreReadPlace place)
    {
        for (var at = from; at < _sentences.Count; at++)
        {
            _sentences[at] = _sentences[at] with { Place = place };
        }
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
