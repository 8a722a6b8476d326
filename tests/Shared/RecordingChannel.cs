using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>A chat that keeps what it shows. It answers as told and takes everything otherwise.</summary>
public sealed class RecordingChannel : IChatChannel
{
    private int _messages;

    public const string ChannelName = "chat";

    public string Name => ChannelName;

    /// <summary>The limits that the chat announces; set before anything is sent.</summary>
    public SendingLimits Limits { get; set; } = SendingLimits.None;

    /// <summary>What each message shows at present, in the order of sending.</summary>
    public ConcurrentDictionary<string, Shown> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>What the platform says of a person.</summary>
    public Func<PersonAddress, PersonLookup> People { get; set; } = person => new PersonLookup.Found(person.Person, "Europe/Berlin", "en-GB");

    /// <summary>What becomes of the next sends; null for a message that is taken.</summary>
    public Func<string, DeliveryResult?> Answer { get; set; } = _ => null;

    /// <summary>Hears of each send, also of one that is not taken.</summary>
    public Action<ConversationAddress>? Sending { get; set; }

    /// <summary>Hears of each conversation that is opened.</summary>
    public Action<PersonAddress>? Opening { get; set; }

    /// <summary>Whether <see cref="FindAsync"/> can see what was sent.</summary>
    public bool CanBeSearched { get; set; } = true;

    /// <summary>Whether <see cref="FindAsync"/> gets an answer.</summary>
    public bool AnswersLooks { get; set; } = true;

    public IReadOnlyList<Shown> InOrder => [.. Messages.Values.OrderBy(shown => shown.Number)];

    public Task<DeliveryResult> SendAsync(ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken)
    {
        Sending?.Invoke(conversation);
        return Task.FromResult(Answer(key) ?? new DeliveryResult.Sent(Show(conversation, card, key)));
    }

    public MessageAddress Show(ConversationAddress conversation, Card card, string key)
    {
        var number = Interlocked.Increment(ref _messages);
        var address = new MessageAddress(conversation, $"m{number}");
        Messages[address.Message] = new Shown(number, address, key, card);
        return address;
    }

    public Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken)
    {
        if (!Messages.TryGetValue(message.Message, out var shown))
        {
            return Task.FromResult<DeliveryResult>(new DeliveryResult.NotFound());
        }

        Messages[message.Message] = shown with { Card = card };
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Sent(message));
    }

    public Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken) =>
        !AnswersLooks ? throw new UnansweredLookException() : Task.FromResult(CanBeSearched
            ? Messages.Values.Where(shown => shown.Key == key && shown.Message.Conversation == conversation)
                .Select(shown => (MessageAddress?)shown.Message).FirstOrDefault()
            : null);

    public Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        Opening?.Invoke(person);
        return Task.FromResult<DirectConversation>(new DirectConversation.Opened(Direct(person)));
    }

    public Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) => Task.FromResult(People(person));

    public static ConversationAddress Direct(PersonAddress person) => new(person.Channel, person.Workspace, $"direct-{person.Person}");

    /// <summary>A message as it stands.</summary>
    public sealed record Shown(int Number, MessageAddress Message, string Key, Card Card);
}
