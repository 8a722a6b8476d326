using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Benchmarks;

/// <summary>A chat that takes everything at once and remembers what it took.</summary>
internal sealed class InstantChannel : IChatChannel
{
    public const string ChannelName = "instant";

    private readonly ConcurrentDictionary<(string Conversation, string Key), int> _taken = new();
    private int _count;

    public string Name => ChannelName;

    public SendingLimits Limits => SendingLimits.None;

    /// <summary>How many messages it took.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many it took that it had taken before.</summary>
    public int Duplicates => _taken.Values.Sum(times => times - 1);

    public static Enrolled Person(int number, DateTimeOffset dueAt) =>
        new(new PersonAddress(ChannelName, "T1", $"person-{number}"), $"direct-{number}", dueAt);

    public Task<DeliveryResult> SendAsync(ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken)
    {
        _taken.AddOrUpdate((conversation.Conversation, key), 1, static (_, times) => times + 1);
        Interlocked.Increment(ref _count);
        return Task.FromResult<DeliveryResult>(new DeliveryResult.Sent(new MessageAddress(conversation, "1")));
    }

    public Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryResult>(new DeliveryResult.Sent(message));

    public Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken) =>
        Task.FromResult<MessageAddress?>(_taken.ContainsKey((conversation.Conversation, key)) ? new MessageAddress(conversation, "1") : null);

    public Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken) =>
        Task.FromResult<DirectConversation>(new DirectConversation.Refused(new DeliveryResult.NotFound()));

    public Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) =>
        Task.FromResult<PersonLookup>(new PersonLookup.NotFound());
}
