using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a form carries until it is submitted: what it is about, and the card that changes once it is saved.</summary>
/// <param name="Subject">Id of what it is about.</param>
/// <param name="Detail">Which part of it; may be empty.</param>
/// <param name="Card">The message whose button opened the form; null when no message changes.</param>
internal sealed record FormState(string Subject, string Detail, MessageAddress? Card)
{
    /// <summary>The state of a form that a turn opens. Neither subject nor detail may hold a <c>|</c>.</summary>
    public static string Write(ChatTurn turn, string subject, string detail = "") =>
        turn is ButtonTurn { Message: { } message }
            ? $"{subject}|{detail}|{message.Message}|{message.Conversation.Conversation}"
            : $"{subject}|{detail}||";

    /// <summary>Reads the state of a form that was submitted. Earlier releases wrote the id alone, or the card behind it.</summary>
    /// <remarks>A subject that is too long to be ours stands for nothing that there is: what was written is taken as something new.</remarks>
    public static FormState Read(FormTurn turn)
    {
        var state = Parse(turn);
        return state.Subject.Length > Meetings.LongestId ? state with { Subject = TurnVersion.Of(turn) } : state;
    }

    private static FormState Parse(FormTurn turn) => turn.State.Split('|', 4) switch
    {
        [var subject, var detail, { Length: > 0 } message, var conversation] => new FormState(subject, detail, At(turn, conversation, message)),
        [var subject, var detail, ..] and not [_, _, _] => new FormState(subject, detail, Card: null),
        [var subject, var conversation, var message] => new FormState(subject, "", At(turn, conversation, message)),
        _ => new FormState(turn.State, "", Card: null),
    };

    /// <summary>
    /// The answer that shows a card once the form is saved: in place of the one whose button opened it, or else as a new
    /// message. Whoever acted elsewhere is told where to look.
    /// </summary>
    public ChatAnswer Show(Language language, FormTurn turn, Card card, string key) => Card is { } place
        ? new ChatAnswer { Updates = [new CardUpdate(place, card)] }
        : turn.OnHome && key == CardAnswer.PostKey(turn)
        ? new ChatAnswer { Replacement = card }
        : new ChatAnswer
        {
            Posts = [new CardPost(key, card)],
            Reply = turn.IsDirect ? null : HelpCards.InDirectMessages(language, card.Title),
        };

    private static MessageAddress At(FormTurn turn, string conversation, string message) =>
        new(turn.Conversation with { Conversation = conversation }, message);
}
