namespace BotCoach.Chat.Tests;

public sealed class ChatChannelsTests
{
    [Fact]
    public void A_channel_is_found_by_its_name()
    {
        var (one, other) = (new Silent("one"), new Silent("other"));

        Assert.Same(other, new ChatChannels([one, other]).Find("other"));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("One")]
    [InlineData("")]
    public void A_channel_that_is_not_set_up_is_not_there(string name) => Assert.Null(new ChatChannels([new Silent("one")]).Find(name));

    [Fact]
    public void Two_channels_of_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ChatChannels([new Silent("one"), new Silent("one")]));

    private sealed class Silent(string name) : IChatChannel
    {
        public string Name => name;

        public SendingLimits Limits => SendingLimits.None;

        public Task<DeliveryResult> SendAsync(ConversationAddress conversation, Card card, string key, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<DeliveryResult> UpdateAsync(MessageAddress message, Card card, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<MessageAddress?> FindAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<DirectConversation> OpenDirectAsync(PersonAddress person, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<PersonLookup> LookUpAsync(PersonAddress person, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
