namespace BotCoach.Slack.Tests;

public sealed class TokenCheckTests
{
    [Fact]
    public async Task A_token_that_Slack_knows_is_greeted_by_name()
    {
        await using var world = await SlackWorld.StartAsync(
            prepare: slack => slack.NextJson("auth.test", """{"ok":true,"user":"botcoach","team":"Northwind"}"""));

        await Eventually.HoldsAsync(() => world.Log.Lines.Contains("Information: Slack: connected as botcoach to Northwind."));
    }

    [Fact]
    public async Task A_token_that_Slack_does_not_take_is_named_by_its_key()
    {
        await using var world = await SlackWorld.StartAsync(prepare: slack => slack.NextError("auth.test", "invalid_auth"));

        await Eventually.HoldsAsync(() => world.Log.Lines.Any(line =>
            line.StartsWith("Error: ", StringComparison.Ordinal) && line.Contains("Slack:BotToken (invalid_auth)", StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("xoxb-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slack_being_down_at_the_start_stops_nothing()
    {
        await using var world = await SlackWorld.StartAsync(prepare: slack => slack.NextStatus("auth.test", 503));

        await Eventually.HoldsAsync(() => world.Log.Lines.Any(line => line.StartsWith("Warning: Slack could not be reached", StringComparison.Ordinal)));
        Assert.Equal(200, (await world.SendCommandAsync(("command", "/coach"), ("team_id", "T1"), ("user_id", "U1"), ("channel_id", "C1"))).Status);
    }
}
