namespace BotCoach.Coaching;

/// <summary>What the wording of a sentence says of its worth.</summary>
/// <param name="Weight">By how much its rank is multiplied.</param>
/// <param name="AsksForDecision">Whether it asks the meeting for a decision.</param>
internal readonly record struct SentenceCue(double Weight, bool AsksForDecision);

/// <summary>The phrases by which sentences that matter are known, as cues.yaml holds them.</summary>
internal sealed class SentenceCues
{
    private readonly PhraseIndex<CueKind> _phrases;

    private SentenceCues(PhraseIndex<CueKind> phrases) => _phrases = phrases;

    public static SentenceCues Load()
    {
        var file = CoachingData.Read("cues.yaml");
        var phrases = from kind in Enum.GetValues<CueKind>()
                      let fields = file.Mapping(kind.ToString().ToLowerInvariant())
                      from language in CoachingData.Languages
                      from text in fields.Texts(language.Key, CoachingData.LongestPhrase)
                      select new Phrase<CueKind>(text.Text, language.Language, kind);
        var index = new PhraseIndex<CueKind>([.. phrases]);
        file.ThrowIfBroken();
        return new SentenceCues(index);
    }

    public SentenceCue Of(PreReadSentence sentence)
    {
        var words = Words.In(sentence.Text);
        var kinds = _phrases.In(sentence.Text, words).Select(match => match.Value).ToHashSet();
        var headed = _phrases.In(sentence.Heading, Words.In(sentence.Heading)).Any(match => match.Value == CueKind.Decision);
        var weight = 1d;
        weight *= kinds.Contains(CueKind.Emphasis) ? 1.3 : 1;
        weight *= kinds.Contains(CueKind.Aside) ? 0.6 : 1;
        weight *= words.Any(word => word.IsNumber) ? 1.2 : 1;
        return new SentenceCue(weight, kinds.Contains(CueKind.Decision) || (headed && sentence.Kind == SentenceKind.Item));
    }
}

/// <summary>What a phrase says of the sentence that it stands in.</summary>
internal enum CueKind
{
    /// <summary>It asks for a decision.</summary>
    Decision,

    /// <summary>It is what the author wants to be remembered.</summary>
    Emphasis,

    /// <summary>It is beside the point: an example, a thank-you, a note on how to read.</summary>
    Aside,
}
