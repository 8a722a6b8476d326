using System.Collections.Concurrent;
using System.Text.Json;
using BotCoach.Chat;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack;

/// <summary>Slack as a place to speak to people.</summary>
internal sealed class SlackChannel(SlackWebApi api, IOptions<SlackOptions> options) : IChatChannel
{
    /// <summary>Name of the channel in addresses.</summary>
    public const string ChannelName = "slack";

    /// <summary>How many of a conversation's newest messages are looked through for one of ours.</summary>
    private const int HistoryDepth = 50;

    /// <summary>How many open conversations are kept in mind; at some 200 bytes each, a few megabytes.</summary>
    private const int MostOpened = 10_000;

    // conversations.open is limited to some 50 a minute for the whole workspace.
    private readonly ConcurrentDictionary<PersonAddress, ConversationAddress> _opened = new();

    public string Name => ChannelName;

    public SendingLimits Limits { get; } = options.Value.Limits;

    public async Task<DeliveryResult> SendAsync(
        ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken)
    {
        var reply = await api.PostMessageAsync(conversation.Workspace, conversation.Conversation, SlackMessage.Of(card), key, cancellationToken);
        if (reply is not SlackReply.Ok { Body: var body })
            return Failure(reply);
        return body.Text("ts") is { } timestamp
            ? new DeliveryResult.Sent(new(conversation with { Conversation = body.Text("channel") ?? conversation.Conversation }, timestamp))
            : new DeliveryResult.Failed("unreadable", MayHaveArrived: true);
    }

    public async Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken)
    {
        var reply = await api.UpdateAsync(
            message.Conversation.Workspace, message.Conversation.Conversation, message.Message, SlackMessage.Of(card), cancellationToken);
        return reply is SlackReply.Ok ? new DeliveryResult.Sent(message) : Failure(reply);
    }

    public async Task<MessageAddress?> FindAsync(
        ConversationAddress conversation, string key, CancellationToken cancellationToken)
    {
        // A turn from the home page names the person in place of the conversation; see InteractionReader.
        if (conversation.Conversation is ['U' or 'W', ..])
        {
            var person = new PersonAddress(ChannelName, conversation.Workspace, conversation.Conversation);
            if (await OpenDirectAsync(person, cancellationToken) is DirectConversation.Opened opened)
                conversation = opened.Conversation;
        }

        var reply = await api.HistoryAsync(conversation.Workspace, conversation.Conversation, HistoryDepth, cancellationToken);
        if (reply is SlackReply.Throttled or SlackReply.NoAnswer)
            throw new UnansweredLookException();
        if (reply is not SlackReply.Ok history)
            return null;
        foreach (var message in history.Body.Items("messages"))
        {
            if (SlackWebApi.KeyOf(message) == key && message.Text("ts") is { } timestamp)
                return new(conversation, timestamp);
        }

        return null;
    }

    public async Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        if (_opened.TryGetValue(person, out var known))
            return new DirectConversation.Opened(known);

        var reply = await api.OpenConversationAsync(person.Workspace, person.Person, cancellationToken);
        if (reply is not SlackReply.Ok { Body: var body })
            return new DirectConversation.Refused(Failure(reply));
        if (body.Text("channel", "id") is not { } id)
            return new DirectConversation.Refused(new DeliveryResult.Failed("unreadable"));

        if (_opened.Count >= MostOpened)
            _opened.Clear();
        return new DirectConversation.Opened(_opened[person] = new(ChannelName, person.Workspace, id));
    }

    public async Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) =>
        await api.UserInfoAsync(person.Workspace, person.Person, cancellationToken) switch
        {
            SlackReply.Ok { Body: var body } => Found(body.At("user") ?? default, person),
            SlackReply.Refused { Code: "user_not_found" or "user_not_visible" } => new PersonLookup.NotFound(),
            var reply => new PersonLookup.Failed(reply.ToCode()),
        };

    private static PersonLookup.Found Found(JsonElement user, PersonAddress person)
    {
        // A person who never chose a display name has an empty one.
        string?[] names = [user.Text("profile", "display_name"), user.Text("real_name"), user.Text("profile", "real_name"), user.Text("name")];
        var zone = user.Text("tz");
        return new(
            names.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? person.Person,
            zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId ? zone : null,
            user.Text("locale"));
    }

    private DeliveryResult Failure(SlackReply reply)
    {
        var failure = reply.ToFailure();
        // The conversation may be one that we remember: whoever opens it anew must get a new one.
        if (failure is DeliveryResult.NotFound)
            _opened.Clear();
        return failure;
    }
}
