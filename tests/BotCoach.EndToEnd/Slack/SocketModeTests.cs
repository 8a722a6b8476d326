using System.Net;
using BotCoach.Chat;
using Xunit.Abstractions;

namespace BotCoach.EndToEnd;

/// <summary>A host that Slack cannot reach, and a Slack that goes away and comes back.</summary>
public sealed class SocketModeTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Messages = 12;

    private static readonly PersonAddress _anna = new("slack", LocalWorkspace.TeamId, LocalWorkspace.Anna.Id);

    private LocalSlack _slack = null!;
    private ScenarioStore _store = null!;
    private HostStore _rows = null!;
    private HostProcess _host = null!;

    public async Task InitializeAsync()
    {
        _slack = await LocalSlack.StartAsync(requestUrl: null);
        _store = await ScenarioStore.StartAsync(StoreKind.Sqlite);
        var settings = CoachOnSlack.SettingsFor(_slack, _store, SlackRoad.SocketMode);
        _rows = await HostStore.OpenAsync(_store.Open(), settings);
        _host = await HostProcess.StartAsync(FreePort.Next(), settings);
        await SocketConnections.WaitForAsync(_host.Address);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _slack.DisposeAsync();
        await _rows.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Slack_is_killed_amid_messages_and_comes_back_every_message_that_was_acknowledged_is_stored_and_the_host_is_back_within_its_back_off()
    {
        var acknowledged = 0;
        while (acknowledged < Messages / 2)
        {
            acknowledged += (await _slack.Anna.WriteAsync($"line {acknowledged}")).Status == (int)HttpStatusCode.OK ? 1 : 0;
        }

        var conversation = await _slack.Anna.DirectConversationAsync();
        var burst = Enumerable.Range(acknowledged, Messages / 2).Select(number => SendAsync($"line {number}", conversation)).ToList();
        await _slack.KillAsync();
        await Task.WhenAll(burst);
        await Poll.UntilAsync(
            async () => (await SocketConnections.HealthAsync(_host.Address)).Contains("No connection to Slack", StringComparison.Ordinal), Poll.Patience, "the host to notice");
        var turns = (await _rows.RowsAsync(_anna, "turn ")).Count;

        var port = _slack.Address.Port;
        await _slack.DisposeAsync();
        _slack = await LocalSlack.StartAsync(requestUrl: null, port);
        var start = TimeProvider.System.GetTimestamp();
        await SocketConnections.WaitForAsync(_host.Address);
        var took = TimeProvider.System.GetElapsedTime(start);
        await _slack.Ben.WriteAsync("hello");
        await _slack.Ben.WaitForMessageAsync(message => message.Shown.Contains("How much should I send?", StringComparison.Ordinal));
        output.WriteLine($"{acknowledged} messages were acknowledged and {turns} stored when Slack was killed; the host was back {took.TotalSeconds:0.0} s after Slack.");

        Assert.InRange(turns, acknowledged, Messages);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(35));
        Assert.DoesNotContain(LocalWorkspace.AppToken, _host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_can_post_requests_to_it()
    {
        using var requests = new SlackRequests(_host.Address, LocalWorkspace.SigningSecret);
        Assert.Equal(HttpStatusCode.Unauthorized, (await requests.PostAsync(SlackRequests.Message(_anna.Person, "D0ANNA", "hello", "Ev0FORGED"))).Status);
    }

    // Slack may be gone by then.
    private async Task SendAsync(string text, string conversation)
    {
        try
        {
            await _slack.Anna.WriteAsync(text, conversation);
        }
        catch (Exception gone) when (gone is HttpRequestException or InvalidOperationException or TimeoutException)
        {
            output.WriteLine($"“{text}” had no answer.");
        }
    }
}
