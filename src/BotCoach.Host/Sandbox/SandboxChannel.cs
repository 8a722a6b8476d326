using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>The one person in a sandbox.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">What the coach calls them.</param>
/// <param name="Zone">Their IANA time zone, as their browser says it; null when it does not.</param>
/// <param name="Locale">Their locale, as their browser says it; null when it does not.</param>
internal sealed record SandboxPerson(PersonAddress Person, string Name, string? Zone, string? Locale)
{
    /// <summary>The name of the channel.</summary>
    public const string Channel = "sandbox";

    /// <summary>Their direct conversation with the coach.</summary>
    public ConversationAddress Direct => new(Person.Channel, Person.Workspace, Person.Person);
}

/// <summary>The chat in the browser: what is sent stands on the visitor's screen.</summary>
internal sealed class SandboxChannel(SandboxPerson visitor, SandboxScreen screen, Func<string> time) : IChatChannel
{
    /// <inheritdoc/>
    public string Name => SandboxPerson.Channel;

    /// <inheritdoc/>
    public SendingLimits Limits => SendingLimits.None;

    /// <inheritdoc/>
    public Task<DeliveryResult> SendAsync(ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryResult>(conversation == visitor.Direct
            ? new DeliveryResult.Sent(new MessageAddress(conversation, screen.Add("coach", time(), text: null, card, key)))
            : new DeliveryResult.NotFound());

    /// <inheritdoc/>
    public Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryResult>(message.Conversation == visitor.Direct && screen.Change(message.Message, card)
            ? new DeliveryResult.Sent(message)
            : new DeliveryResult.NotFound());

    /// <inheritdoc/>
    public Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken) =>
        Task.FromResult<MessageAddress?>(conversation == visitor.Direct && screen.Find(key) is { } id ? new MessageAddress(conversation, id) : null);

    /// <inheritdoc/>
    public Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken) =>
        Task.FromResult<DirectConversation>(person == visitor.Person
            ? new DirectConversation.Opened(visitor.Direct)
            : new DirectConversation.Refused(new DeliveryResult.NotFound()));

    /// <inheritdoc/>
    public Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) =>
        Task.FromResult<PersonLookup>(person == visitor.Person
            ? new PersonLookup.Found(visitor.Name, visitor.Zone, visitor.Locale)
            : new PersonLookup.NotFound());
}
