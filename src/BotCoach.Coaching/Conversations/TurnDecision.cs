using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>What a conversation decided: what the person sees, and what is to be stored before they see it.</summary>
/// <param name="Answer">What the person sees.</param>
internal sealed record TurnDecision(ChatAnswer Answer)
{
    /// <summary>Rows of the person's partition to write, all or none.</summary>
    public IReadOnlyList<RowWrite> Writes { get; init; } = [];

    /// <summary>Nudges to come, to be added before the rows that they depend on.</summary>
    public IReadOnlyList<DueNudge> Due { get; init; } = [];

    /// <summary>
    /// The pre-read that a language model is to read as well, once everything is written; null for none. It may be lost:
    /// what was found without the model is stored already.
    /// </summary>
    public PreReadForModel? ForModel { get; init; }

    /// <summary>
    /// Rows of the Groups table to write before everything else. Each can be written again without harm, as it is when the
    /// turn is decided anew or comes again.
    /// </summary>
    public IReadOnlyList<RowWrite> InGroups { get; init; } = [];

    /// <summary>
    /// Whether the person is to be erased. Then nothing else is written: not even the turn, which would be a row of theirs.
    /// One that comes again erases nobody and is answered alike.
    /// </summary>
    public bool Erases { get; init; }

    /// <summary>The language of the answer where it is not the one that the person read until now; null where it is.</summary>
    public Language? Language { get; init; }

    /// <summary>Answers with a card and changes nothing.</summary>
    public static TurnDecision Say(ChatTurn turn, Card card) => new(CardAnswer.To(turn, card));
}
