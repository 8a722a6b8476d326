using System.Text.Json.Nodes;
using BotCoach.Chat;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCoach.Slack.Tests;

/// <summary>Slack's requests come over connections that the service opens itself.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private static readonly Card _card = new() { Title = "Your plan" };

    private SlackWorld _world = null!;

    private SlackSockets Sockets => _world.Slack.Sockets;

    public async Task InitializeAsync() => _world = await StartAsync(connections: 1);

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task A_connection_is_opened_with_the_token_of_the_app_and_no_secret_is_needed()
    {
        await Sockets.WaitForAsync(1);

        Assert.Equal("Bearer xapp-1", Assert.Single(_world.Slack.CallsOf("apps.connections.open")).Authorization);
        await Eventually.HoldsAsync(async () => await HealthAsync() == "Healthy: 1 connection to Slack.");
    }

    [Fact]
    public async Task An_event_is_acknowledged_without_a_body_once_it_is_handled_and_answered()
    {
        _world.Handler.Answer = _ => new() { Posts = [new("post-1", _card)] };
        var socket = (await Sockets.WaitForAsync(1))[0];

        Assert.Null(await socket.AskAsync("e1", "events_api", Payloads.Message("hello")));
        Assert.Equal("hello", Assert.IsType<MessageTurn>(_world.Turn).Text);
        Assert.Single(_world.Handler.Recorded);
    }

    [Fact]
    public async Task An_event_that_cannot_be_stored_is_not_acknowledged_and_counts_when_it_comes_again()
    {
        _world.Handler.Answer = _ => throw new InvalidOperationException("The store is away.");
        var socket = (await Sockets.WaitForAsync(1))[0];
        await socket.SendAsync("e1", "events_api", Payloads.Message("hello"));
        await Eventually.HoldsAsync(() => _world.Handler.Turns.Count == 1);

        _world.Handler.Answer = _ => ChatAnswer.Nothing;
        await socket.AskAsync("e2", "events_api", Payloads.Message("hello"), retries: 1);

        Assert.Equal(["Ev1", "Ev1"], _world.Handler.Turns.Select(turn => turn.Id));
        Assert.DoesNotContain("e1", socket.Acknowledged.Keys);
    }

    [Fact]
    public async Task What_Slack_brings_again_is_looked_for_before_it_is_posted_again()
    {
        _world.Handler.Answer = _ => new() { Posts = [new("post-1", _card)] };
        var socket = (await Sockets.WaitForAsync(1))[0];
        await socket.AskAsync("e1", "events_api", Payloads.Message("hello"));
        await socket.AskAsync("e2", "events_api", Payloads.Message("hello"), retries: 1);

        Assert.Single(_world.Slack.Workspace.Messages);
    }

    [Fact]
    public async Task The_acknowledgement_of_a_command_carries_its_reply()
    {
        _world.Handler.Answer = _ => new() { Reply = _card };
        var fields = new JsonObject(Payloads.Command("meeting exec staff").Select(field => KeyValuePair.Create(field.Item1, (JsonNode?)field.Item2)));
        var body = await (await Sockets.WaitForAsync(1))[0].AskAsync("e1", "slash_commands", fields);

        Assert.Equal(("prep", "meeting exec staff"), (Assert.IsType<CommandTurn>(_world.Turn).Command, ((CommandTurn)_world.Turn).Text));
        Assert.Equal("ephemeral", body?.Text("response_type"));
        Assert.Contains("Your plan", body?.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_acknowledgement_of_a_form_says_what_is_wrong_with_it()
    {
        _world.Handler.Answer = _ => new() { Form = Forms.Meeting };
        var socket = (await Sockets.WaitForAsync(1))[0];
        await socket.AskAsync("e1", "interactive", Payloads.Tap("meeting.new#0"));
        await Eventually.HoldsAsync(() => _world.Slack.Workspace.Dialog is not null);
        _world.Handler.Answer = _ => new() { Errors = [new("when", "Try Thu 10:00.")] };
        var view = JsonNode.Parse(_world.Slack.Workspace.Dialog!.Value.GetRawText())!;
        var body = await socket.AskAsync("e2", "interactive", Payloads.Submit(view, ("when", "soon")));

        Assert.Equal(("errors", "Try Thu 10:00."), (body?.Text("response_action"), body?.Text("errors", "when")));
    }

    [Fact]
    public async Task One_request_does_not_wait_for_another()
    {
        var gate = new TaskCompletionSource();
        _world.Handler.Gate = gate.Task;
        var socket = (await Sockets.WaitForAsync(1))[0];
        await socket.SendAsync("e1", "events_api", Payloads.Message("first", "Ev1"));
        await Eventually.HoldsAsync(() => _world.Handler.Turns.Count == 1);
        _world.Handler.Gate = Task.CompletedTask;
        await socket.AskAsync("e2", "events_api", Payloads.Message("second", "Ev2"));

        Assert.DoesNotContain("e1", socket.Acknowledged.Keys);
        gate.SetResult();
        await Eventually.HoldsAsync(() => socket.Acknowledged.ContainsKey("e1"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"something_new","envelope_id":"x1"}""")]
    [InlineData("""{"type":"events_api","envelope_id":"x1","payload":{"event_id":"\ud800"}}""")]
    [InlineData("""{"type":"disconnected"}""")]
    public async Task Whatever_cannot_be_read_is_let_pass_and_the_connection_goes_on(string message)
    {
        var socket = (await Sockets.WaitForAsync(1))[0];
        await socket.SendAsync(message);
        await socket.SendAsync(new string('x', RequestBody.Limit + 10));
        await socket.AskAsync("e1", "events_api", Payloads.Message("hello"));

        Assert.Single(_world.Handler.Turns);
        Assert.Single(Sockets.All);
    }

    [Fact]
    public async Task A_connection_that_is_lost_is_opened_again_and_what_was_not_acknowledged_comes_over_the_new_one()
    {
        var gate = new TaskCompletionSource();
        _world.Handler.Gate = gate.Task;
        var first = (await Sockets.WaitForAsync(1))[0];
        await first.SendAsync("e1", "events_api", Payloads.Message("hello"));
        await Eventually.HoldsAsync(() => _world.Handler.Turns.Count == 1);
        first.Break();
        await Eventually.HoldsAsync(() => Sockets.All.Count == 2);
        gate.SetResult();
        await Sockets.All[1].AskAsync("e2", "events_api", Payloads.Message("hello"), retries: 1);

        Assert.Empty(first.Acknowledged);
        Assert.Equal(["Ev1", "Ev1"], _world.Handler.Turns.Select(turn => turn.Id));
        await Eventually.HoldsAsync(async () => (await HealthAsync()).StartsWith("Healthy", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task A_connection_whose_end_is_announced_is_used_until_Slack_ends_it_and_its_successor_is_there_before(string reason)
    {
        var first = (await Sockets.WaitForAsync(1))[0];
        await first.AnnounceEndAsync(reason);
        var both = await Sockets.WaitForAsync(2);
        await first.AskAsync("e1", "events_api", Payloads.Message("over the old one", "Ev1"));
        await both[1].AskAsync("e2", "events_api", Payloads.Message("over the new one", "Ev2"));
        await first.EndAsync();

        Assert.Same(both[1], (await Sockets.WaitForAsync(1))[0]);
        Assert.Equal(["over the old one", "over the new one"], _world.Handler.Turns.Cast<MessageTurn>().Select(turn => turn.Text));
    }

    [Fact]
    public async Task A_service_that_stops_acknowledges_what_is_under_way_and_says_goodbye()
    {
        var gate = new TaskCompletionSource();
        _world.Handler.Gate = gate.Task;
        var socket = (await Sockets.WaitForAsync(1))[0];
        await socket.SendAsync("e1", "events_api", Payloads.Message("hello"));
        await Eventually.HoldsAsync(() => _world.Handler.Turns.Count == 1);
        var stop = _world.StopAsync();
        gate.SetResult();
        await stop;

        await Eventually.HoldsAsync(() => socket.IsLeft);
        Assert.Contains("e1", socket.Acknowledged.Keys);
        Assert.Single(Sockets.All);
    }

    [Fact]
    public async Task A_request_that_comes_over_two_connections_at_once_is_one()
    {
        await using var world = await StartAsync(connections: 2);
        var gate = new TaskCompletionSource();
        world.Handler.Gate = gate.Task;
        var sockets = await world.Slack.Sockets.WaitForAsync(2);
        await sockets[0].SendAsync("e1", "events_api", Payloads.Message("hello"));
        await Eventually.HoldsAsync(() => world.Handler.Turns.Count == 1);
        await sockets[1].SendAsync("e1", "events_api", Payloads.Message("hello"));
        await sockets[1].AskAsync("e2", "events_api", Payloads.HomeOpened("messages"));
        gate.SetResult();
        await Eventually.HoldsAsync(() => sockets[0].Acknowledged.ContainsKey("e1"));

        Assert.Single(world.Handler.Turns);
        await Eventually.HoldsAsync(async () => await HealthAsync(world) == "Healthy: 2 connections to Slack.");
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"invalid_auth"}""", "Slack does not take the token in Slack:AppToken (invalid_auth)")]
    [InlineData("""{"ok":true,"url":"ws://example.com/link"}""", "Slack gave no address that requests may come from")]
    [InlineData("""{"ok":true,"url":"http://127.0.0.1/"}""", "Slack gave no address that requests may come from")]
    [InlineData("<html>", "Slack could not be reached (unreadable)")]
    public async Task Without_a_connection_the_health_says_why_and_the_next_try_works(string answer, string problem)
    {
        await using var world = await StartAsync(connections: 1, slack => slack.NextJson("apps.connections.open", answer));
        await Eventually.HoldsAsync(() => world.Log.Lines.Any(line => line.Contains(problem, StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("xapp-1", StringComparison.Ordinal));

        await world.Slack.Sockets.WaitForAsync(1);
        await Eventually.HoldsAsync(async () => (await HealthAsync(world)).StartsWith("Healthy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_any_connection_a_node_is_degraded_and_goes_on()
    {
        await Sockets.WaitForAsync(1);
        _world.Slack.NextStatus("apps.connections.open", 429, "20");
        Sockets.All[0].Break();
        await Eventually.HoldsAsync(async () => await HealthAsync() == "Degraded: No connection to Slack: Slack asks to wait before the next connection.");
    }

    [Fact]
    public async Task A_connection_on_which_nobody_answers_a_ping_is_given_up()
    {
        await using var silent = new SilentSocketServer().Start();
        await using var connection = await SocketConnection.OpenAsync(
            silent.Address, _world.Service<SocketExchange>(), TimeProvider.System, NullLogger.Instance, CancellationToken.None, TimeSpan.FromMilliseconds(200));

        Assert.Null(await connection.Retiring.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(connection.IsOpen);
    }

    private Task<string> HealthAsync() => HealthAsync(_world);

    private static async Task<string> HealthAsync(SlackWorld world)
    {
        var slack = (await world.HealthAsync()).Entries["slack"];
        return $"{slack.Status}: {slack.Description}";
    }

    private static Task<SlackWorld> StartAsync(int connections, Action<FakeSlack>? prepare = null) => SlackWorld.StartAsync(
        secret: null,
        prepare: prepare,
        settings: [("Slack:AppToken", "xapp-1"), ("Slack:SocketConnections", connections.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
}
