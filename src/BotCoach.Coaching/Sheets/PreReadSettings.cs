using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person decided once for all their sheets: words that need no remark, and whether a model may read along.</summary>
internal sealed class PreReadSettings(Meetings meetings, IKeyPointSource keyPoints)
{
    public async Task<TurnDecision> ShowWordsAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken) =>
        TurnDecision.Say(turn, PreReadSettingsCards.Words(await meetings.CompanyWordsAsync(person.Address, cancellationToken)));

    public async Task<TurnDecision> ForgetWordAsync(ButtonTurn turn, PersonState person, string word, CancellationToken cancellationToken)
    {
        var words = await meetings.CompanyWordsAsync(person.Address, cancellationToken);
        return TurnDecision.Say(turn, PreReadSettingsCards.Words(words.Where(other => other != word).ToHashSet(StringComparer.Ordinal))) with
        {
            Writes = words.Contains(word) ? [CompanyWord.Forget(person.Address, word)] : [],
        };
    }

    public TurnDecision ShowModel(ChatTurn turn, PersonState person) =>
        TurnDecision.Say(turn, PreReadSettingsCards.Model(keyPoints.ModelHost, person.Profile.MayAskModel));

    public TurnDecision Consent(ButtonTurn turn, PersonState person, bool mayAsk) =>
        TurnDecision.Say(turn, PreReadSettingsCards.Model(keyPoints.ModelHost, mayAsk)) with
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

    public static Card Words(IReadOnlySet<string> words) => words.Count == 0
        ? new Card
        {
            Title = "No words of your own yet",
            Text = "When I remark on an abbreviation in a question or comment, Everyone knows it keeps me from asking again.",
        }
        : new Card
        {
            Title = "Words that everyone knows",
            Text = "I make no remark on these. A tap takes one off the list.",
            Choices =
            [
                new ChoiceRow(null,
                [
                    .. words.Order(StringComparer.Ordinal).Take(MostWords)
                        .Select(word => new Choice(LongText.Cut(word.ToUpperInvariant(), 60), new CardAction(ForgetAction, word))),
                ]),
            ],
            Context = words.Count > MostWords ? $"The first {MostWords} of {words.Count}." : null,
        };

    public static Card Model(string? host, bool? mayAsk) => host is null
        ? new Card
        {
            Title = "No language model is set up",
            Text = "Key points are found by this service itself, and nothing that you paste leaves it.",
        }
        : new Card
        {
            Title = mayAsk is true ? "A language model reads along" : "No language model reads along",
            Text = mayAsk is true
                ? $"What you paste as a pre-read is also sent to {host}, to look for its key points. Your questions, comments and answers never are."
                : $"Key points are found by this service itself. With your consent, what you paste as a pre-read is also sent to {host}; your questions, comments and answers never are.",
            Choices =
            [
                new ChoiceRow(null,
                [
                    mayAsk is true
                        ? new Choice("Stop it", new CardAction(ModelAction, "no"))
                        : new Choice("Let it read along", new CardAction(ModelAction, "yes")),
                ]),
            ],
        };
}
