using System.Text;

namespace BotCoach.Slack.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("/slack/events")]
    [InlineData("/slack/interactions")]
    [InlineData("/slack/commands")]
    public async Task Every_address_takes_every_kind_of_request(string path)
    {
        await using var world = await SlackWorld.StartAsync();
        var tap = Payloads.Tap("check-in.answer#2", "3").ToJsonString();

        await world.PostAsync(Payloads.Message("hello").ToJsonString(), "application/json", path);
        await world.PostAsync(SlackWorld.Form(("payload", tap)), "application/x-www-form-urlencoded", path);
        await world.PostAsync(SlackWorld.Form(Payloads.Command("meeting")), "application/x-www-form-urlencoded", path);

        Assert.Equal(["MessageTurn", "ButtonTurn", "CommandTurn"], world.Handler.Turns.Select(turn => turn.GetType().Name));
    }

    [Fact]
    public async Task A_challenge_is_answered_once_its_signature_holds()
    {
        await using var world = await SlackWorld.StartAsync();
        const string Body = """{"token":"t","challenge":"3eZbrw1a","type":"url_verification"}""";

        var proven = await world.PostAsync(Body, "application/json");
        using var unproven = world.Request(Encoding.UTF8.GetBytes(Body), "application/json", "/slack/events");
        var refused = await world.SendAsync(unproven);

        Assert.Equal(new(200, "3eZbrw1a"), proven);
        Assert.Equal(new(401, ""), refused);
    }

    [Fact]
    public async Task Without_a_configured_secret_every_request_is_refused()
    {
        await using var world = await SlackWorld.StartAsync(secret: "");
        Assert.Equal(401, (await world.SendEventAsync(Payloads.Message("hello"))).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData(RequestBody.Limit, 400)]
    [InlineData(RequestBody.Limit + 1, 413)]
    public async Task A_body_is_read_up_to_one_mebibyte(int length, int status)
    {
        await using var world = await SlackWorld.StartAsync();
        var body = new byte[length];
        body.AsSpan().Fill((byte)'{');
        Assert.Equal(status, (await world.PostAsync(body, "application/json")).Status);
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_read_no_further()
    {
        await using var world = await SlackWorld.StartAsync();
        using var request = world.Request(new byte[RequestBody.Limit + 1], "application/json", "/slack/events");
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(413, (await world.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("""{"type":"event_callback","event_id":"\ud800"}""", "application/json")]
    [InlineData("payload=%7B", "application/x-www-form-urlencoded")]
    [InlineData("something=else", "application/x-www-form-urlencoded")]
    public async Task A_body_that_cannot_be_read_is_a_bad_request(string body, string contentType)
    {
        await using var world = await SlackWorld.StartAsync();
        Assert.Equal(400, (await world.PostAsync(body, contentType)).Status);
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("""{"type":"event_callback"}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev9","team_id":"T1","event":{"type":"reaction_added","user":"U1","item":{"channel":"C1"}}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev9","team_id":"T1","event":{"type":"app_uninstalled"}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev9","team_id":"T1","event":{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["U2"]}}}""")]
    [InlineData("""{"type":"event_callback","event_id":7,"team_id":{},"event":[]}""")]
    public async Task An_event_without_a_use_is_taken_and_ignored(string body)
    {
        await using var world = await SlackWorld.StartAsync();
        Assert.Equal(new(200, ""), await world.PostAsync(body, "application/json"));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"}}""")]
    [InlineData("""{"type":"view_closed","team":{"id":"T1"},"user":{"id":"U1"},"view":{"private_metadata":"{}"}}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"callback_id":"form","private_metadata":"not ours","state":{"values":{}}}}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":[{"action_id":"#link"}]}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"1","actions":[{"action_id":"#input","value":"not ours"}]}""")]
    [InlineData("""{"type":"block_actions","team":null}""")]
    public async Task An_interaction_without_a_use_is_taken_and_ignored(string payload)
    {
        await using var world = await SlackWorld.StartAsync();
        var answer = await world.PostAsync(SlackWorld.Form(("payload", payload)), "application/x-www-form-urlencoded");
        Assert.Equal(200, answer.Status);
        Assert.Empty(world.Handler.Turns);
    }
}
