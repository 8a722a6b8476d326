using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

public sealed class MentionTests
{
    private static readonly PersonAddress _ben = new("teams", Activities.Tenant, Activities.BenInEntra);

    [Fact]
    public async Task The_connector_is_asked_who_somebody_is_in_the_conversation_where_they_were_mentioned()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Mention("<at>BotCoach</at> lead add <at>Ben</at>").Mentioning(Activities.Ben, "Ben"));

        Assert.Equal([_ben], world.Turn.Mentioned);
        Assert.Equal("lead add Ben", Assert.IsType<MessageTurn>(world.Turn).Text);
        Assert.Equal([$"/v3/conversations/{Activities.Group}/members/{Activities.Ben}"], world.Connector.Calls.Select(call => call.Path));
    }

    [Theory]
    [InlineData("29:1ben", Activities.BenInEntra)]
    [InlineData($"8:orgid:{Activities.BenInEntra}", null)]
    public async Task An_id_that_says_it_needs_no_asking(string id, string? objectId)
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Mention("<at>BotCoach</at> lead add <at>Ben</at>").Mentioning(id, "Ben", objectId));

        Assert.Equal([_ben], world.Turn.Mentioned);
        Assert.Empty(world.Connector.Calls);
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(403, "")]
    [InlineData(500, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"id":"29:1ben"}""")]
    [InlineData(200, """{"id":"29:1ben","aadObjectId":"guest","userRole":"guest"}""")]
    public async Task Whoever_cannot_be_looked_up_is_left_out_and_the_others_are_not(int status, string body)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(status, body: body, fits: call => call.Path.EndsWith("29:gone", StringComparison.Ordinal));
        var activity = Activities.Mention("<at>BotCoach</at> group Platform add").Mentioning("29:gone", "Carla").Mentioning(Activities.Ben, "Ben");

        Assert.Equal(200, (await world.SendAsync(activity)).Status);
        Assert.Equal([_ben], world.Turn.Mentioned);
    }

    [Fact]
    public async Task A_team_or_channel_that_is_mentioned_is_the_team()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.Mention("<at>BotCoach</at> group Platform add").InTeam()
            .Mentioning(Activities.Team, "Platform").Mentioning("19:channel@thread.tacv2", "General"));

        Assert.Empty(world.Turn.Mentioned);
        Assert.Equal([$"{world.Connector.ServiceUrl} {Activities.Team}"], world.Turn.MentionedGroups);
    }

    [Theory]
    [InlineData("""{"type":"mention"}""")]
    [InlineData("""{"type":"mention","mentioned":null}""")]
    [InlineData("""{"type":"mention","mentioned":{"id":7}}""")]
    [InlineData("""{"type":"mention","mentioned":"29:1ben"}""")]
    [InlineData("7")]
    public async Task A_mention_that_cannot_be_read_is_nobody(string entity)
    {
        await using var world = await TeamsWorld.StartAsync();
        var activity = Activities.Mention("<at>BotCoach</at> help");
        activity["entities"]!.AsArray().Add(JsonNode.Parse(entity));

        Assert.Equal(200, (await world.SendAsync(activity)).Status);
        Assert.Empty(world.Turn.Mentioned);
    }
}
