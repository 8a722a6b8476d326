using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class RemovalTests
{
    private static readonly WorkspaceAddress _home = new("slack", Payloads.Team);
    private static readonly DateTimeOffset _removedAt = SlackWorld.Now.AddMinutes(-3);

    [Fact]
    public async Task An_app_that_was_removed_is_a_notice_with_its_own_time_and_nobodys_turn()
    {
        await using var world = await SlackWorld.StartAsync();

        Assert.Equal(200, (await world.SendEventAsync(AppUninstalled())).Status);
        Assert.Equal(new WorkspaceNotice(_home, WorkspaceChange.Removed, _removedAt), Assert.Single(world.Handler.Notices));
        Assert.Empty(world.Handler.Turns);
        Assert.Empty(world.Slack.Calls);
    }

    [Theory]
    [InlineData("""{"bot":["U0BOT"]}""")]
    [InlineData("""{"oauth":["U0ANNA"],"bot":["U0BOT"]}""")]
    public async Task So_is_a_token_of_the_bot_that_was_revoked(string tokens)
    {
        await using var world = await SlackWorld.StartAsync();
        await world.SendEventAsync(TokensRevoked(tokens));

        Assert.Equal(new WorkspaceNotice(_home, WorkspaceChange.Removed, _removedAt), Assert.Single(world.Handler.Notices));
    }

    [Theory]
    [InlineData("""{"oauth":["U0ANNA"]}""")]
    [InlineData("""{"oauth":["U0ANNA"],"bot":[]}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_token_of_a_person_that_was_revoked_changes_nothing(string tokens)
    {
        await using var world = await SlackWorld.StartAsync();

        Assert.Equal(200, (await world.SendEventAsync(TokensRevoked(tokens))).Status);
        Assert.Empty(world.Handler.Notices);
    }

    [Fact]
    public async Task An_organisation_that_removed_the_app_is_named_by_its_own_id()
    {
        await using var world = await SlackWorld.StartAsync();
        var body = AppUninstalled();
        body["team_id"] = null;
        body["enterprise_id"] = "E0ORG";
        await world.SendEventAsync(body);

        Assert.Equal(new WorkspaceAddress("slack", "E0ORG"), Assert.Single(world.Handler.Notices).Workspace);
    }

    [Theory]
    [InlineData("1606122000")]
    [InlineData("99999999999999999")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"soon\"")]
    [InlineData("null")]
    public async Task A_time_that_is_none_or_lies_ahead_is_taken_for_the_present(string time)
    {
        await using var world = await SlackWorld.StartAsync();
        var body = AppUninstalled();
        body["event_time"] = JsonNode.Parse(time);

        Assert.Equal(200, (await world.SendEventAsync(body)).Status);
        Assert.Equal(SlackWorld.Now, Assert.Single(world.Handler.Notices).At);
    }

    [Fact]
    public async Task A_notice_that_cannot_be_stored_is_to_be_delivered_again()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Handler.Noticed = _ => throw new InvalidOperationException("The store is away.");
        Assert.Equal(503, (await world.SendEventAsync(AppUninstalled())).Status);

        world.Handler.Noticed = _ => { };
        Assert.Equal(200, (await world.SendEventAsync(AppUninstalled(), retry: "1")).Status);
        Assert.Single(world.Handler.Notices);
    }

    private static JsonNode AppUninstalled() => At(Payloads.Event("Ev9", new JsonObject { ["type"] = "app_uninstalled" }));

    private static JsonNode TokensRevoked(string tokens) =>
        At(Payloads.Event("Ev8", new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = JsonNode.Parse(tokens) }));

    private static JsonNode At(JsonNode body)
    {
        body["event_time"] = _removedAt.ToUnixTimeSeconds();
        return body;
    }
}
