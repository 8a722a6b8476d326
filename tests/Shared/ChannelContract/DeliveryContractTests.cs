using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>What the platform says is a result that every channel words alike.</summary>
public abstract class DeliveryContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    private static readonly Card _card = Cards.Saying("A nudge");

    [Fact]
    public void A_channel_has_a_name_in_small_letters_that_stands_in_its_addresses()
    {
        Assert.Matches("^[a-z]+$", Driver.Channel.Name);
        Assert.Equal((Driver.Channel.Name, Driver.Channel.Name), (Driver.Anna.Channel, Driver.Direct.Channel));
    }

    [Fact]
    public async Task A_card_is_sent_and_changed_where_it_stands()
    {
        var sent = Assert.IsType<DeliveryResult.Sent>(await SendAsync());
        Assert.Equal(Driver.Direct, sent.Message.Conversation);
        Assert.Equal(_card.Title, Now(sent.Message).Title);

        Assert.Equal(sent, await Driver.Channel.UpdateAsync(sent.Message, Cards.Saying("Answered"), Never));
        Assert.Equal("Answered", Assert.Single(Driver.Messages).Title);
    }

    [Theory]
    [MemberData(nameof(Calls.All), MemberType = typeof(Calls))]
    public async Task A_person_who_may_not_be_written_to_is_blocked(ChannelCall call)
    {
        Driver.Refuse(call, Refusal.Blocked);
        Assert.IsType<DeliveryResult.Blocked>(await CallAsync(call));
        Assert.IsNotType<DeliveryResult.Blocked>(await CallAsync(call));
    }

    [Theory]
    [MemberData(nameof(Calls.All), MemberType = typeof(Calls))]
    public async Task What_is_not_there_is_not_found(ChannelCall call)
    {
        Driver.Refuse(call, Refusal.Gone);
        Assert.IsType<DeliveryResult.NotFound>(await CallAsync(call));
    }

    [Theory]
    [InlineData(ChannelCall.Send, 17)]
    [InlineData(ChannelCall.Send, 3_600)]
    [InlineData(ChannelCall.Update, 17)]
    [InlineData(ChannelCall.OpenDirect, 17)]
    public async Task The_wait_that_the_platform_asks_for_is_kept(ChannelCall call, int seconds)
    {
        Driver.Refuse(call, Refusal.Throttled, TimeSpan.FromSeconds(seconds));
        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(seconds)), await CallAsync(call));
    }

    [Theory]
    [MemberData(nameof(Calls.All), MemberType = typeof(Calls))]
    public async Task A_platform_that_asks_to_wait_without_saying_how_long_is_given_a_while(ChannelCall call)
    {
        Driver.Refuse(call, Refusal.Throttled);
        Assert.Equal(new DeliveryResult.Throttled(TimeSpan.FromSeconds(30)), await CallAsync(call));
    }

    [Theory]
    [MemberData(nameof(Calls.All), MemberType = typeof(Calls))]
    public async Task A_call_that_the_platform_rejects_has_failed_and_was_not_carried_out(ChannelCall call)
    {
        Driver.Refuse(call, Refusal.Rejected);
        var failed = Assert.IsType<DeliveryResult.Failed>(await CallAsync(call));
        Assert.False(failed.MayHaveArrived);
        Assert.Matches("^[A-Za-z0-9_]+$", failed.Reason);
    }

    [Theory]
    [InlineData(ChannelCall.Send, Refusal.Fault)]
    [InlineData(ChannelCall.Send, Refusal.AnswerLost)]
    [InlineData(ChannelCall.Send, Refusal.Unreadable)]
    [InlineData(ChannelCall.Update, Refusal.Fault)]
    [InlineData(ChannelCall.Update, Refusal.AnswerLost)]
    public async Task Where_the_platform_does_not_say_a_message_may_have_arrived(ChannelCall call, Refusal refusal)
    {
        Driver.Refuse(call, refusal);
        var failed = Assert.IsType<DeliveryResult.Failed>(await CallAsync(call));
        Assert.True(failed.MayHaveArrived);
        Assert.Matches("^[A-Za-z0-9_]+$", failed.Reason);
    }

    [Theory]
    [MemberData(nameof(Calls.All), MemberType = typeof(Calls))]
    public async Task A_platform_that_is_not_there_took_nothing(ChannelCall call)
    {
        await Driver.GoAwayAsync();

        // The first request may be lost with a connection that was open before; then nobody can say whether it arrived.
        await CallAsync(call, new MessageAddress(Driver.Direct, "1.1"));
        Assert.Equal(new DeliveryResult.Failed("connection"), await CallAsync(call, new MessageAddress(Driver.Direct, "1.1")));
    }

    [Theory]
    [MemberData(nameof(Calls.All), MemberType = typeof(Calls))]
    public async Task Whoever_gives_up_is_told_so_by_an_exception(ChannelCall call)
    {
        var message = Assert.IsType<DeliveryResult.Sent>(await SendAsync()).Message;
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Driver.Refuse(call, Refusal.Silence);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CallAsync(call, message, giveUp.Token));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_found_where_the_platform_can_be_searched()
    {
        Driver.Refuse(ChannelCall.Send, Refusal.AnswerLost);
        await SendAsync("nudge-1");
        Assert.Single(Driver.Messages);

        var found = await Driver.Channel.FindAsync(Driver.Direct, "nudge-1", Never);
        Assert.Equal(Driver.CanBeSearched ? AddressOf(Driver.Messages[0]) : null, found);
        Assert.Null(await Driver.Channel.FindAsync(Driver.Direct, "nudge-2", Never));
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_once_and_anew_when_it_is_gone()
    {
        var first = Assert.IsType<DirectConversation.Opened>(await OpenAsync());
        Driver.Refuse(ChannelCall.OpenDirect, Refusal.Rejected);
        Assert.Equal(first, await OpenAsync());

        Driver.Refuse(ChannelCall.Send, Refusal.Gone);
        Assert.IsType<DeliveryResult.NotFound>(await Driver.Channel.SendAsync(first.Conversation, _card, "k", Never));
        Assert.IsType<DirectConversation.Refused>(await OpenAsync());
        Assert.IsType<DirectConversation.Opened>(await OpenAsync());
    }

    [Fact]
    public async Task A_conversation_that_was_opened_can_be_sent_to()
    {
        var opened = Assert.IsType<DirectConversation.Opened>(await OpenAsync());
        var sent = Assert.IsType<DeliveryResult.Sent>(await Driver.Channel.SendAsync(opened.Conversation, _card, "k", Never));
        Assert.Equal(_card.Title, Now(sent.Message).Title);
        Assert.Empty(Driver.Group);
    }

    [Fact]
    public async Task People_are_looked_up_where_the_platform_knows_them_and_otherwise_it_says_so()
    {
        var anna = await Driver.Channel.LookUpAsync(Driver.Anna, Never);
        var nobody = await Driver.Channel.LookUpAsync(Driver.Anna with { Person = "nobody" }, Never);

        Assert.Equal(Driver.KnowsPeople ? typeof(PersonLookup.Found) : typeof(PersonLookup.Failed), anna.GetType());
        Assert.Equal(Driver.KnowsPeople ? typeof(PersonLookup.NotFound) : typeof(PersonLookup.Failed), nobody.GetType());
        if (anna is PersonLookup.Found found)
            Assert.Equal(("Anna Berg", "Europe/Berlin"), (found.Name, found.Zone));
    }

    private Task<DeliveryResult> SendAsync(string key = "key") => Driver.Channel.SendAsync(Driver.Direct, _card, key, Never);

    private Task<DirectConversation> OpenAsync(CancellationToken cancellationToken = default) =>
        Driver.Channel.OpenDirectAsync(Driver.Anna, cancellationToken);

    /// <summary>Makes a call of that kind.</summary>
    /// <returns>What became of it; an opened conversation counts as sent.</returns>
    private async Task<DeliveryResult> CallAsync(ChannelCall call, MessageAddress? message = null, CancellationToken cancellationToken = default) => call switch
    {
        ChannelCall.Send => await Driver.Channel.SendAsync(Driver.Direct, _card, "key", cancellationToken),
        ChannelCall.Update => await Driver.Channel.UpdateAsync(
            message ?? Assert.IsType<DeliveryResult.Sent>(await SendAsync()).Message, _card, cancellationToken),
        _ => await OpenAsync(cancellationToken) switch
        {
            DirectConversation.Refused refused => refused.Result,
            _ => new DeliveryResult.Sent(default),
        },
    };
}
