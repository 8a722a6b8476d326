using System.Text;
using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>Who is let in at /api/messages, over real HTTP.</summary>
public sealed class EndpointTests
{
    private static readonly TokenForge _forge = new();

    private static async Task<(TeamsWorld World, KeySource Keys)> StartAsync()
    {
        var keys = await KeySource.StartAsync(_forge.Published("msteams", "webchat"));
        var world = await TeamsWorld.StartAsync("Production", new()
        {
            ["Teams:AppId"] = Gatehouse.AppId,
            ["Teams:TenantId"] = Activities.Tenant,
            ["Teams:OpenIdMetadataUrl"] = keys.MetadataUrl,
        });
        return (world, keys);
    }

    private static string Token(string serviceUrl = Gatehouse.ServiceUrl) => _forge.Sign(_forge.Header(), new Dictionary<string, object?>
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = Gatehouse.AppId,
        ["serviceurl"] = serviceUrl,
        ["nbf"] = TeamsWorld.Now.ToUnixTimeSeconds(),
        ["exp"] = TeamsWorld.Now.AddHours(1).ToUnixTimeSeconds(),
    });

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

    [Fact]
    public async Task Without_a_token_or_with_one_for_another_address_nothing_runs()
    {
        var (world, keys) = await StartAsync();
        await using var _ = keys;
        await using var __ = world;
        Assert.Equal(new(401, ""), await world.SendAsync(FromTeams(Activities.Message("hello"))));
        Assert.Equal(new(401, ""), await world.SendAsync(FromTeams(Activities.Message("hello")), "garbage"));
        Assert.Equal(new(401, ""), await world.SendAsync(FromTeams(Activities.Message("hello"), "https://evil.example/"), Token()));
        Assert.Equal(new(401, ""), await world.SendAsync(FromTeams(Activities.Message("hello"), "https://evil.example/"), Token("https://evil.example/")));
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
