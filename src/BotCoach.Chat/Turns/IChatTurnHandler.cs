namespace BotCoach.Chat;

/// <summary>Takes the turns that channels bring in.</summary>
public interface IChatTurnHandler
{
    /// <summary>
    /// Decides on a turn and stores its effect. When this returns, the effect is durable; a turn that was handled
    /// before has no second effect.
    /// </summary>
    /// <exception cref="TurnPostponedException">It is not taken just now: the platform is to deliver the turn again.</exception>
    /// <exception cref="Exception">The effect could not be stored: the platform is to deliver the turn again.</exception>
    Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken);

    /// <summary>Records that a post of the answer to a turn was sent, so that it is never sent again.</summary>
    Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken);
}
