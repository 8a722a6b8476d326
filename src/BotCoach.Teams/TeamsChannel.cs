using System.Collections.Concurrent;
using BotCoach.Chat;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>Teams as a place to speak to people.</summary>
internal sealed class TeamsChannel(ConnectorClient connector, ServiceUrlPolicy policy, IOptions<TeamsOptions> options) : IChatChannel
{
    /// <summary>Name of the channel in addresses.</summary>
    public const string ChannelName = "teams";

    /// <summary>How many direct conversations are kept in mind; at some 400 bytes each, a few megabytes.</summary>
    private const int MostKnown = 10_000;

    /// <summary>The Connector of the public cloud, for a tenant that nothing came from yet (learn.microsoft.com, "Send proactive messages").</summary>
    private static readonly Uri _publicConnector = new("https://smba.trafficmanager.net/teams/");

    private readonly ConcurrentDictionary<PersonAddress, ConversationAddress> _direct = new();
    private Uri? _lastServiceUrl;

    public string Name => ChannelName;

    public SendingLimits Limits { get; } = options.Value.Limits;

    /// <summary>Remembers where a person can be reached, from a turn that came from there.</summary>
    public void Meet(ChatTurn turn)
    {
        if (!TeamsConversation.TryRead(turn.Conversation, policy, out var conversation))
            return;
        Volatile.Write(ref _lastServiceUrl, conversation.ServiceUrl);
        if (turn.IsDirect)
            Keep(turn.Person, turn.Conversation);
    }

    public Task<DeliveryResult> SendAsync(
        ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken) =>
        SendAsync(conversation, TeamsMessage.Of(card), ConnectorTries.One, cancellationToken);

    /// <summary>Sends a card or form that a person waits for as a new message.</summary>
    public Task<DeliveryResult> SendAsync(ConversationAddress conversation, TeamsMessage message, CancellationToken cancellationToken) =>
        SendAsync(conversation, message, ConnectorTries.WhileSomebodyWaits, cancellationToken);

    private async Task<DeliveryResult> SendAsync(
        ConversationAddress conversation, TeamsMessage message, ConnectorTries tries, CancellationToken cancellationToken)
    {
        if (!TeamsConversation.TryRead(conversation, policy, out var place))
            return NotAllowed;

        var reply = await connector.SendAsync(place.ServiceUrl, place.Id, message.ToActivity(), tries, cancellationToken);
        if (reply is not ConnectorReply.Ok { Body: var body })
            return Failure(reply);
        return body.Text("id") is { } id
            ? new DeliveryResult.Sent(new(conversation, id))
            : new DeliveryResult.Failed("unreadable", MayHaveArrived: true);
    }

    public Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken) =>
        UpdateAsync(message, TeamsMessage.Of(card), cancellationToken);

    /// <summary>Turns a message that was sent before into another card or form.</summary>
    public async Task<DeliveryResult> UpdateAsync(MessageAddress message, TeamsMessage into, CancellationToken cancellationToken)
    {
        if (!TeamsConversation.TryRead(message.Conversation, policy, out var place))
            return NotAllowed;

        var reply = await connector.UpdateAsync(place.ServiceUrl, place.Id, message.Message, into.ToActivity(), cancellationToken);
        return reply is ConnectorReply.Ok ? new DeliveryResult.Sent(message) : reply.ToFailure();
    }

    /// <summary>A bot cannot read a conversation, so there is nothing to look at.</summary>
    public Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken) =>
        Task.FromResult<MessageAddress?>(null);

    public async Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        if (_direct.TryGetValue(person, out var known))
            return new DirectConversation.Opened(known);

        var serviceUrl = Volatile.Read(ref _lastServiceUrl) ?? (string.IsNullOrEmpty(options.Value.AppId) ? null : _publicConnector);
        if (!policy.TryAllow(serviceUrl?.AbsoluteUri, out var allowed))
            return new DirectConversation.Refused(NotAllowed);

        var reply = await connector.CreateConversationAsync(allowed, person.Workspace, person.Person, cancellationToken);
        if (reply is not ConnectorReply.Ok { Body: var body })
            return new DirectConversation.Refused(reply.ToFailure());
        if (body.Text("id") is not { } id)
            return new DirectConversation.Refused(new DeliveryResult.Failed("unreadable"));
        return new DirectConversation.Opened(Keep(person, new TeamsConversation(allowed, id).ToAddress(person.Workspace)));
    }

    /// <summary>Teams tells a bot neither zone nor locale of a person; each turn carries them instead.</summary>
    public Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) =>
        Task.FromResult<PersonLookup>(new PersonLookup.Failed("not_offered"));

    private static DeliveryResult.Failed NotAllowed => new("service_url_not_allowed");

    private ConversationAddress Keep(PersonAddress person, ConversationAddress conversation)
    {
        if (_direct.Count >= MostKnown)
            _direct.Clear();
        return _direct[person] = conversation;
    }

    private DeliveryResult Failure(ConnectorReply reply)
    {
        var failure = reply.ToFailure();
        // The conversation may be one that we remember: whoever opens it anew must get a new one.
        if (failure is DeliveryResult.NotFound)
            _direct.Clear();
        return failure;
    }
}
