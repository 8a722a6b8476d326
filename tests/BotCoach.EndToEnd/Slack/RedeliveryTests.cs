using System.Net;
using BotCoach.Chat;

namespace BotCoach.EndToEnd;

/// <summary>Slack delivers an event again when it is not sure that it arrived.</summary>
public sealed class RedeliveryTests : IAsyncLifetime
{
    private static readonly PersonAddress _anna = new("slack", LocalWorkspace.TeamId, LocalWorkspace.Anna.Id);

    private HostOnSlack _world = null!;
    private HostProcess _host = null!;
    private string _conversation = null!;

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync();
        _host = await _world.RunHostAsync();
        _conversation = await _world.DirectConversationAsync(_anna.Person);
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_that_is_delivered_three_times_is_answered_once(bool atOnce)
    {
        await DeliverThriceAsync(SlackRequests.Message(_anna.Person, _conversation, "hello", "Ev0HELLO"), atOnce);

        Assert.Single(await MessagesAsync());
        Assert.Single(await _world.Store.RowsAsync(_anna, "turn "));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_that_is_delivered_three_times_counts_once(bool atOnce)
    {
        await _world.Requests.PostAsync(SlackRequests.Command(_anna.Person, "/coach", "try align-with-manager", "1.2.try"));
        await Poll.UntilAsync(async () => (await MessagesAsync()).Count == 1, Poll.Patience, "the nudge");
        await Poll.UntilAsync(async () => (await _world.Store.RowsAsync(_anna, "sent ")).Count == 1, Poll.Patience, "its record");

        await DeliverThriceAsync(SlackRequests.Message(_anna.Person, _conversation, "4, the order is agreed", "Ev0REPLY"), atOnce);

        Assert.Equal("the order is agreed", Assert.Single(await _world.Store.RowsAsync(_anna, "reply ")).Properties.Text("Line"));
        Assert.Contains("You said 4 of 5", Assert.Single(await MessagesAsync()).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_is_delivered_three_times_sends_one_nudge()
    {
        await DeliverThriceAsync(SlackRequests.Command(_anna.Person, "/coach", "try speak-early", "1.2.thrice"), atOnce: false);
        await Poll.UntilAsync(async () => (await MessagesAsync()).Count > 0, Poll.Patience, "the nudge");

        Assert.Single(await MessagesAsync());
    }

    [Fact]
    public async Task Two_messages_with_the_same_words_are_two()
    {
        await DeliverAsync(SlackRequests.Message(_anna.Person, _conversation, "hello", "Ev0FIRST"), isRetry: false);
        await DeliverAsync(SlackRequests.Message(_anna.Person, _conversation, "hello", "Ev0SECOND"), isRetry: false);

        Assert.Equal(2, (await MessagesAsync()).Count);
    }

    private async Task DeliverThriceAsync(string body, bool atOnce)
    {
        if (atOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _world.Requests.PostAsync(body)));
        }

        for (var time = 0; time < 3; time++)
        {
            await DeliverAsync(body, isRetry: atOnce || time > 0);
        }
    }

    // As Slack does: until it is taken.
    private Task DeliverAsync(string body, bool isRetry) => Poll.UntilAsync(
        async () => (await _world.Requests.PostAsync(body, isRetry: isRetry)).Status == HttpStatusCode.OK,
        TimeSpan.FromSeconds(40),
        "the host to take it",
        () => _host.Output);

    private Task<IReadOnlyList<SlackMessage>> MessagesAsync() => _world.MessagesToAsync(_anna.Person);
}
