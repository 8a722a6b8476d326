namespace BotCoach.Chat;

/// <summary>
/// A chat platform that can be spoken to. What the platform says is a result, never an exception; the only exception
/// is <see cref="OperationCanceledException"/>, for a caller that gave up.
/// </summary>
public interface IChatChannel
{
    /// <summary>Name of the channel as it stands in addresses: lower-case letters.</summary>
    string Name { get; }

    /// <summary>How fast the platform lets messages come. It does not change while the service runs.</summary>
    SendingLimits Limits { get; }

    /// <summary>
    /// Sends a card as a new message, in one request: whoever asks keeps to <see cref="Limits"/>, and knows whether and
    /// when it may be tried again.
    /// </summary>
    /// <param name="conversation">Where to.</param>
    /// <param name="card">What to show.</param>
    /// <param name="key">Names the message, so that <see cref="FindAsync"/> can recognise it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DeliveryResult> SendAsync(ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken);

    /// <summary>Turns a message that was sent before into another card.</summary>
    Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether a message was sent although its answer was lost.
    /// </summary>
    /// <returns>Where it stands; null when it is not there or the platform cannot be asked such a thing.</returns>
    /// <exception cref="UnansweredLookException">The platform was asked and did not answer; it may later.</exception>
    Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken);

    /// <summary>Opens the direct conversation with a person; opening it twice gives the same one.</summary>
    Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken);

    /// <summary>Asks the platform about a person.</summary>
    Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken);
}
