using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Makes the briefing on a pre-read.</summary>
public sealed class Briefings(IKeyPointSource keyPoints, TopicCatalogue topics, Glossary glossary)
{
    private const int MostTerms = 10;

    /// <summary>
    /// Reads what was pasted. Any text is read, however odd; of more than <see cref="PreRead.MaxLength"/> characters the first
    /// ones.
    /// </summary>
    /// <param name="language">The person's: in it topics and terms are named, and colleagues ask what the text's own language does not tell.</param>
    /// <param name="pasted">The pre-read as pasted.</param>
    /// <param name="mayAskModel">Whether the person agreed that it is sent to <see cref="IKeyPointSource.ModelHost"/>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<Briefing> PrepareAsync(Language language, string pasted, bool mayAskModel, CancellationToken cancellationToken)
    {
        var preRead = PreRead.Parse(pasted);
        if (preRead.Sentences.Count == 0)
        {
            return Briefing.Empty;
        }

        var found = await keyPoints.FindAsync(preRead, mayAskModel, cancellationToken);
        var briefing = new Briefing
        {
            Language = preRead.Language,
            Points = found.Points,
            Topics = topics.Find(language, preRead, found.Points),
            Terms = [.. glossary.Find(preRead, found.Points).Take(MostTerms)],
            FromModel = found.FromModel,
        };
        return In(briefing, language);
    }

    /// <summary>
    /// The briefing with its topics named and its terms explained for somebody to whom the coach writes in that language.
    /// What the pre-read says, and what is asked about it, stays in the language of the pre-read.
    /// </summary>
    public Briefing In(Briefing briefing, Language language)
    {
        ArgumentNullException.ThrowIfNull(briefing);
        return briefing with
        {
            Topics = [.. briefing.Topics.Select(topic => topic with { Name = topics.Name(topic.Topic, language) })],
            Terms = [.. briefing.Terms.Select(term => glossary.In(term, language))],
        };
    }
}
