using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

/// <summary>Where the app is installed, and with which token it writes there, is known outside of the adapter.</summary>
public sealed class InstallationTests
{
    private readonly Known _known = new();

    [Fact]
    public async Task Every_call_is_made_with_the_token_of_the_workspace_that_it_is_about()
    {
        await using var world = await StartAsync();
        foreach (var workspace in new[] { "T1", "T2" })
        {
            var (person, conversation) = (new PersonAddress("slack", workspace, Payloads.Anna), new ConversationAddress("slack", workspace, $"D{workspace}"));
            var card = new Card { Title = "Hello" };
            await world.Channel.OpenDirectAsync(person, default);
            await world.Channel.LookUpAsync(person, default);
            await world.Channel.SendAsync(conversation, card, "k", default);
            await world.Channel.UpdateAsync(new(conversation, "1.1"), card, default);
            await world.Channel.FindAsync(conversation, "k", default);
            await world.Directory.FindByEmailAsync(person.Home, ["a@example.com"], [], default);
            await world.Directory.MembersAsync(person.Home, "S1", default);

            Assert.Equal(7, world.Slack.Calls.Count);
            Assert.All(world.Slack.Calls, call => Assert.Equal($"Bearer xoxb-{workspace}", call.Authorization));
            Assert.DoesNotContain(world.Slack.Calls, call => call.Query.Contains("team_id", StringComparison.Ordinal));
            world.Slack.Calls.Clear();
        }
    }

    [Fact]
    public async Task A_token_for_a_whole_enterprise_needs_the_workspace_named_where_people_are_listed()
    {
        _known.IsOfEnterprise = true;
        await using var world = await StartAsync();
        await world.Directory.FindByEmailAsync(new("slack", "T1"), [.. Enumerable.Range(0, 30).Select(number => $"p{number}@example.com")], [], default);
        await world.Directory.MembersAsync(new("slack", "T1"), "S1", default);

        Assert.Equal(["users.list", "usergroups.users.list"], world.Slack.Calls.Select(call => call.Method));
        Assert.All(world.Slack.Calls, call => Assert.Contains("&team_id=T1", call.Query, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_app_is_not_installed_or_that_cannot_be_told_nothing_leaves()
    {
        await using var world = await StartAsync();
        _known.Lookup = new SlackTokenLookup.NotInstalled();
        var gone = await world.Channel.SendAsync(new("slack", "T1", "D1"), new() { Title = "Hello" }, "k", default);
        _known.Lookup = new SlackTokenLookup.Unavailable();
        var unknown = await world.Channel.SendAsync(new("slack", "T1", "D1"), new() { Title = "Hello" }, "k", default);

        Assert.Equal(new DeliveryResult.Failed("not_installed"), gone);
        Assert.Equal(new DeliveryResult.Failed("token_unavailable"), unknown);
        Assert.Empty(world.Slack.Calls);
    }

    [Fact]
    public async Task Nothing_of_a_workspace_without_an_installation_is_handled()
    {
        _known.Admits = false;
        await using var world = await StartAsync();
        Assert.Equal(new(200, ""), await world.SendEventAsync(Payloads.Message("hello")));
        Assert.Equal(new(200, ""), await world.SendInteractionAsync(Payloads.Tap("plan.choose#0", "active")));
        Assert.Contains("not set up for this workspace", (await world.SendCommandAsync(Payloads.Command("meeting"))).Body, StringComparison.Ordinal);

        Assert.Empty(world.Handler.Turns);
        Assert.Empty(world.Slack.Calls);
        Assert.Equal([new(Payloads.Team, null), new(Payloads.Team, null), new(Payloads.Team, null)], _known.Asked);
    }

    [Fact]
    public async Task The_enterprise_that_installed_the_app_for_all_of_its_workspaces_is_told_apart()
    {
        await using var world = await StartAsync();
        var message = Payloads.Message("hello");
        message["authorizations"]![0]!["enterprise_id"] = "E1";
        message["authorizations"]![0]!["is_enterprise_install"] = true;
        await world.SendEventAsync(message);
        var tap = Payloads.Tap("plan.choose#0", "active");
        tap["enterprise"] = new JsonObject { ["id"] = "E1" };
        tap["is_enterprise_install"] = true;
        await world.SendInteractionAsync(tap);
        await world.SendCommandAsync([.. Payloads.Command("meeting").Where(field => field.Item1 != "is_enterprise_install"), ("enterprise_id", "E1"), ("is_enterprise_install", "true")]);

        // A workspace of an enterprise that installed it for itself alone.
        message["authorizations"]![0]!["is_enterprise_install"] = false;
        await world.SendEventAsync(message);

        Assert.Equal([new(Payloads.Team, "E1"), new(Payloads.Team, "E1"), new(Payloads.Team, "E1"), new(Payloads.Team, null)], _known.Asked);
    }

    private Task<SlackWorld> StartAsync() => SlackWorld.StartAsync(token: null, installations: _known);

    private sealed class Known : ISlackInstallations
    {
        public ConcurrentQueue<SlackOrigin> Asked { get; } = new();

        public SlackTokenLookup? Lookup { get; set; }

        public bool IsOfEnterprise { get; set; }

        public bool Admits { get; set; } = true;

        public ValueTask<SlackTokenLookup> FindAsync(string workspace, CancellationToken cancellationToken) =>
            new(Lookup ?? new SlackTokenLookup.Found($"xoxb-{workspace}", IsOfEnterprise));

        public ValueTask<bool> AdmitsAsync(SlackOrigin origin, CancellationToken cancellationToken)
        {
            Asked.Enqueue(origin);
            return new(Admits);
        }
    }
}
