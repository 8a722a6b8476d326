using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person decided once for all their sheets: words that need no remark, and whether a model may read along.</summary>
internal sealed class PreReadSettings(Meetings meetings, IKeyPointSource keyPoints)
{
    public async Task<TurnDecision> ShowWordsAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken) =>
        TurnDecision.Say(turn, PreReadSettingsCards.Words(person.Language, await meetings.CompanyWordsAsync(person.Address, cancellationToken)));

    public async Task<TurnDecision> ForgetWordAsync(ButtonTurn turn, PersonState person, string word, CancellationToken cancellationToken)
    {
        var words = await meetings.CompanyWordsAsync(person.Address, cancellationToken);
        return TurnDecision.Say(turn, PreReadSettingsCards.Words(person.Language, words.Where(other => other != word).ToHashSet(StringComparer.Ordinal))) with
        {
            Writes = words.Contains(word) ? [CompanyWord.Forget(person.Address, word)] : [],
        };
    }

    public TurnDecision ShowModel(ChatTurn turn, PersonState person) =>
        TurnDecision.Say(turn, PreReadSettingsCards.Model(person.Language, keyPoints.ModelHost, person.Profile.MayAskModel));

    public TurnDecision Consent(ButtonTurn turn, PersonState person, bool mayAsk) =>
        TurnDecision.Say(turn, PreReadSettingsCards.Model(person.Language, keyPoints.ModelHost, mayAsk)) with
        {
            Writes = person.Profile.MayAskModel == mayAsk ? [] : [person.Write(person.Profile with { MayAskModel = mayAsk })],
        };
}

/// <summary>What people read about it.</summary>
internal static class PreReadSettingsCards
{
    public const string ForgetAction = "word.forget";
    public const string ModelAction = "model.consent";

    // A button each: more would be a list to search in.
    private const int MostWords = 20;

    public static Card Words(Language language, IReadOnlySet<string> words) => words.Count == 0
        ? new Card
        {
            Title = PreReadTexts.In(language).NoWords,
            Text = PreReadTexts.In(language).HowWordsCome,
        }
        : new Card
        {
            Title = PreReadTexts.In(language).Words,
            Text = PreReadTexts.In(language).NoRemarkOnWords,
            Choices =
            [
                new ChoiceRow(null,
                [
                    .. words.Order(StringComparer.Ordinal).Take(MostWords)
                        .Select(word => new Choice(LongText.Cut(word.ToUpperInvariant(), 60), new CardAction(ForgetAction, word))),
                ]),
            ],
            Context = words.Count > MostWords ? PreReadTexts.In(language).FirstWords(MostWords, words.Count) : null,
        };

    public static Card Model(Language language, string? host, bool? mayAsk) => host is null
        ? new Card
        {
            Title = PreReadTexts.In(language).NoModel,
            Text = PreReadTexts.In(language).FoundHere,
        }
        : new Card
        {
            Title = mayAsk is true ? PreReadTexts.In(language).ModelReads : PreReadTexts.In(language).NoModelReads,
            Text = mayAsk is true
                ? PreReadTexts.In(language).SentToModel(host)
                : PreReadTexts.In(language).SentWithConsent(host),
            Choices =
            [
                new ChoiceRow(null,
                [
                    mayAsk is true
                        ? new Choice(PreReadTexts.In(language).StopIt, new CardAction(ModelAction, "no"))
                        : new Choice(PreReadTexts.In(language).LetItRead, new CardAction(ModelAction, "yes")),
                ]),
            ],
        };
}
