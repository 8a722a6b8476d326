using System.Text;
using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>Who is let in at /api/messages, over real HTTP.</summary>
public sealed class EndpointTests
{
    private static readonly TokenForge _forge = new();
    private static readonly TokenForge _rogue = new(_forge.KeyId);

    private static async Task<(TeamsWorld World, KeySource Keys)> StartAsync()
    {
        var keys = await KeySource.StartAsync(_forge.Published("msteams", "webchat"));
        return (await TeamsWorld.StartProvenAsync(keys), keys);
    }

    private static string Token(Action<Dictionary<string, object?>>? change = null, TokenForge? forge = null)
    {
        var payload = new Dictionary<string, object?>
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = Gatehouse.AppId,
            ["serviceurl"] = Gatehouse.ServiceUrl,
            ["nbf"] = TeamsWorld.Now.ToUnixTimeSeconds(),
            ["exp"] = TeamsWorld.Now.AddHours(1).ToUnixTimeSeconds(),
        };
        change?.Invoke(payload);
        return (forge ?? _forge).Sign(_forge.Header(), payload);
    }

    private static JsonObject FromTeams(JsonObject activity, string serviceUrl = Gatehouse.ServiceUrl)
    {
        activity["serviceUrl"] = serviceUrl;
        return activity;
    }

    [Fact]
    public async Task A_proven_activity_is_answered()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        world.Handler.Answer = _ => new() { Replacement = new Card { Title = "Answered" } };
        var answer = await world.SendAsync(FromTeams(Activities.Execute(CardData.Of(new CardAction("a")), card: null)), Token());

        Assert.Equal(200, answer.Status);
        Assert.Contains("Answered", answer.Body, StringComparison.Ordinal);
        Assert.Equal(Activities.Address(Gatehouse.ServiceUrl), world.Turn.Conversation);
    }

    /// <summary>The token check itself has its own tests; here nothing gets past it, and nothing makes the endpoint stumble.</summary>
    [Fact]
    public async Task No_bad_token_lets_anything_run()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        var now = TeamsWorld.Now.ToUnixTimeSeconds();
        var good = Token();
        var (head, claims) = (good.Split('.')[0], good.Split('.')[1]);
        foreach (var (name, authorization) in new (string Name, string? Authorization)[]
        {
            ("missing", null),
            ("another scheme", "Basic dXNlcjpwYXNz"),
            ("garbage", "Bearer garbage"),
            ("expired", "Bearer " + Token(payload => payload["exp"] = now - 300)),
            ("not yet valid", "Bearer " + Token(payload => payload["nbf"] = now + 301)),
            ("another audience", "Bearer " + Token(payload => payload["aud"] = "another bot")),
            ("another issuer", "Bearer " + Token(payload => payload["iss"] = "https://evil.example")),
            ("another address", "Bearer " + Token(payload => payload["serviceurl"] = "https://evil.example/")),
            ("no address", "Bearer " + Token(payload => payload.Remove("serviceurl"))),
            ("a rogue key", "Bearer " + Token(forge: _rogue)),
            ("no algorithm", $"Bearer {TokenForge.EncodeText("""{"alg":"none"}""")}.{claims}."),
            ("HS256", $"Bearer {TokenForge.EncodeText("""{"alg":"HS256","kid":"connector-1"}""")}.{claims}.AAAA"),
            ("encrypted", $"Bearer {head}.AAAA.AAAA.AAAA.AAAA"),
            ("long", "Bearer " + new string('A', 20_000)),
        })
        {
            var answer = await world.SendAsync(FromTeams(Activities.Message("hello")), authorization);
            Assert.True(new Answer(401, "") == answer, $"{name}: {answer.Status}");
        }

        Assert.Empty(world.Handler.Turns);
        Assert.Equal(200, (await world.SendAsync(FromTeams(Activities.Message("hello")), good)).Status);
    }

    [Fact]
    public async Task A_megabyte_of_header_is_refused_by_the_server_before_anybody_reads_it()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        try
        {
            Assert.Equal(431, (await world.SendAsync(FromTeams(Activities.Message("hello")), "Bearer " + new string('A', 1024 * 1024))).Status);
        }
        catch (HttpRequestException)
        {
            // The server hung up while the header was still being sent.
        }

        Assert.Empty(world.Handler.Turns);
        Assert.Equal(200, (await world.SendAsync(FromTeams(Activities.Message("hello")), Token())).Status);
    }

    [Fact]
    public async Task A_body_that_is_no_activity_or_names_another_address_is_refused_whatever_its_token()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        Assert.Equal(new(401, ""), await world.SendAsync(FromTeams(Activities.Message("hello"), "https://evil.example/"), Token()));
        Assert.Equal(new(401, ""), await world.SendAsync(
            FromTeams(Activities.Message("hello"), "https://evil.example/"), Token(payload => payload["serviceurl"] = "https://evil.example/")));
        Assert.Equal(new(401, ""), await world.PostAsync("not json", Token()));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("bb0e8400-e29b-41d4-a716-446655440000")]
    [InlineData(null)]
    public async Task Another_tenant_is_refused(string? tenant)
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        var activity = FromTeams(Activities.Message("hello"));
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } };
        activity["conversation"]!["tenantId"] = tenant;
        Assert.Equal(new(403, ""), await world.SendAsync(activity, Token()));
        Assert.Empty(world.Handler.Turns);
    }

    [Fact]
    public async Task The_tenant_of_the_conversation_counts_where_the_channel_names_none()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        var activity = FromTeams(Activities.Message("hello"));
        activity.Remove("channelData");
        Assert.Equal(200, (await world.SendAsync(activity, Token())).Status);
        Assert.Equal(Activities.Tenant, world.Turn.Person.Workspace);
    }

    [Fact]
    public async Task A_proven_activity_of_another_channel_is_refused_because_its_people_choose_their_ids()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        var activity = FromTeams(Activities.Message("hello"));
        activity["channelId"] = "webchat";
        Assert.Equal(new(403, ""), await world.SendAsync(activity, Token()));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("""{"channelId":"msteams","channelData":{"tenant":{"id":"t"}}}""")]
    [InlineData("""{"channelId":"msteams","channelData":{"tenant":{"id":"t"}},"type":"message"}""")]
    [InlineData("""{"channelId":"msteams","channelData":{"tenant":{"id":"t"}},"type":"message","conversation":"x"}""")]
    [InlineData("""{"channelId":"msteams","type":"message","conversation":{"id":"c"}}""")]
    [InlineData("""{"channelId":"msteams","channelData":{"tenant":{"id":"t"}},"type":"message","conversation":{"id":"c"},"from":{"id":"29:1"},"text":"\ud800"}""")]
    public async Task An_activity_without_what_every_one_has_cannot_be_read(string json)
    {
        await using var world = await TeamsWorld.StartAsync();
        Assert.Equal(new(400, ""), await world.PostAsync($$"""{"serviceUrl":"{{world.Connector.ServiceUrl}}",{{json[1..]}}"""));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"serviceUrl":7}""")]
    [InlineData("""{"serviceUrl":"\ud800"}""")]
    public async Task A_body_that_names_no_address_to_answer_to_is_refused(string body)
    {
        await using var world = await TeamsWorld.StartAsync();
        Assert.Equal(new(401, ""), await world.PostAsync(body));
    }

    [Fact]
    public async Task Even_a_playground_cannot_send_the_bot_elsewhere()
    {
        await using var world = await TeamsWorld.StartAsync();
        Assert.Equal(new(401, ""), await world.SendAsync(FromTeams(Activities.Message("hello"), "http://evil.example/")));
        Assert.Empty(world.Handler.Turns);
    }

    [Theory]
    [InlineData(RequestBody.Limit, 200)]
    [InlineData(RequestBody.Limit + 1, 413)]
    public async Task A_body_is_read_up_to_one_mebibyte(int length, int status)
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = FromTeams(Activities.Message("x"), world.Connector.ServiceUrl);
        activity["text"] = new string('x', length - Encoding.UTF8.GetByteCount(activity.ToJsonString()) + 1);
        var body = Encoding.UTF8.GetBytes(activity.ToJsonString());
        Assert.Equal(length, body.Length);
        Assert.Equal(status, (await world.PostAsync(body)).Status);
    }
}
