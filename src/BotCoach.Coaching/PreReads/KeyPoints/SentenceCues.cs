namespace BotCoach.Coaching;

/// <summary>What a phrase says of the sentence that it stands in, or of those below the heading that it stands in.</summary>
internal enum CueKind
{
    /// <summary>A decision is asked for.</summary>
    Decision,

    /// <summary>A decision is asked for if the sentence is a question.</summary>
    Question,

    /// <summary>The author wants it to be remembered: a change, a comparison, a reason, a risk.</summary>
    Emphasis,

    /// <summary>It recommends or proposes something.</summary>
    Proposal,

    /// <summary>It is beside the point: an example, a thank-you, an agenda, a note on how to read.</summary>
    Aside,

    /// <summary>It leans on the sentence before it and says little alone.</summary>
    Leaning,
}

/// <summary>What the wording of a sentence and of its heading say of its worth.</summary>
/// <param name="Own">What its own words say.</param>
/// <param name="Heading">What its heading says.</param>
/// <param name="Figures">How many amounts, shares and dates it holds.</param>
/// <param name="Words">How many words it has.</param>
internal sealed record SentenceCue(IReadOnlySet<CueKind> Own, IReadOnlySet<CueKind> Heading, int Figures, int Words)
{
    /// <summary>Whether it asks the meeting for a decision, by its own words or as an item below a heading that does.</summary>
    public bool AsksForDecision { get; init; }
}

/// <summary>The phrases by which sentences that matter are known, as cues.yaml holds them.</summary>
internal sealed class SentenceCues
{
    private readonly PhraseIndex<Cue> _ofSentences;
    private readonly PhraseIndex<Cue> _ofHeadings;

    private SentenceCues(PhraseIndex<Cue> ofSentences, PhraseIndex<Cue> ofHeadings)
    {
        _ofSentences = ofSentences;
        _ofHeadings = ofHeadings;
    }

    /// <summary>Reads the cues that ship with the product.</summary>
    /// <exception cref="BrokenCatalogueException">They break a rule.</exception>
    public static SentenceCues Load()
    {
        var file = CoachingData.Read("cues.yaml");
        var cues = new SentenceCues(Read(file.Mapping("sentence")), Read(file.Mapping("heading")));
        file.ThrowIfBroken();
        return cues;
    }

    /// <summary>What is known of a sentence.</summary>
    public SentenceCue Of(PreReadSentence sentence, IReadOnlyList<Word> words, PreReadLanguage language)
    {
        var (own, heading) = (In(_ofSentences, sentence.Text, words, language), In(_ofHeadings, sentence.Heading, Words.In(sentence.Heading), language));
        var isBelowAsk = heading.Contains(CueKind.Decision) && sentence.Kind is SentenceKind.Item && sentence.Order == 0;
        return new SentenceCue(own, heading, WrittenFigure.In(sentence.Text, words).Count(figure => figure.Kind != WrittenFigureKind.Count), words.Count)
        {
            AsksForDecision = !own.Contains(CueKind.Aside)
                && (own.Contains(CueKind.Decision) || isBelowAsk || (own.Contains(CueKind.Question) && sentence.Text.EndsWith('?'))),
        };
    }

    private static HashSet<CueKind> In(PhraseIndex<Cue> index, string text, IReadOnlyList<Word> words, PreReadLanguage language) =>
        [.. index.In(text, words, language).Where(match => match.First <= match.Value.Last).Select(match => match.Value.Kind)];

    private static PhraseIndex<Cue> Read(YamlFields file) => new(
        [.. from kind in Enum.GetValues<CueKind>()
            let key = kind.ToString().ToLowerInvariant()
            where file.Has(key)
            let fields = file.Mapping(key)
            from language in CoachingData.Languages
            from text in fields.Texts(language.Key, CoachingData.LongestPhrase)
            select new Phrase<Cue>(text.Text.TrimStart('^', '~'), language.Language, new Cue(kind, LastPlaceOf(text.Text[0])))]);

    private static int LastPlaceOf(char mark) => mark switch { '^' => 0, '~' => 3, _ => int.MaxValue };

    /// <param name="Kind">What it says.</param>
    /// <param name="Last">The last place among the words of the sentence where it says so.</param>
    private sealed record Cue(CueKind Kind, int Last);
}
