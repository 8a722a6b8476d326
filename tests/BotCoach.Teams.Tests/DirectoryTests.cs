using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

public sealed class DirectoryTests
{
    private static readonly WorkspaceAddress _tenant = new("teams", Activities.Tenant);

    [Fact]
    public async Task The_people_of_a_team_are_read_page_by_page()
    {
        await using var world = await TeamsWorld.StartAsync();
        Page(world, [Member("a"), Member("b")], continuation: "more/1=");
        Page(world, [Member("c")]);

        var answer = Assert.IsType<DirectoryAnswer.Found>(await world.Directory.MembersAsync(_tenant, Team(world), default));

        Assert.Equal(["a", "b", "c"], answer.People.Select(entry => entry.Person.Person));
        Assert.All(answer.People, entry => Assert.Equal((_tenant, null), (entry.Person.Home, entry.Email)));
        Assert.Equal(
            [$"/v3/conversations/{Activities.Team}/pagedmembers?pageSize=500", $"/v3/conversations/{Activities.Team}/pagedmembers?pageSize=500&continuationToken=more/1="],
            world.Connector.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task Guests_bots_and_people_without_an_account_are_none_to_coach()
    {
        await using var world = await TeamsWorld.StartAsync();
        Page(world, [Member("a"), Member("b", role: "guest"), Member("c", role: "anonymous"), """{"id":"28:bot","name":"Bot"}""", "7", """{"id":"29:d","aadObjectId":"d"}"""]);

        var answer = Assert.IsType<DirectoryAnswer.Found>(await world.Directory.MembersAsync(_tenant, Team(world), default));

        Assert.Equal(["a", "d"], answer.People.Select(entry => entry.Person.Person));
    }

    [Fact]
    public async Task Addresses_are_found_in_any_team_by_e_mail_or_by_the_name_of_sign_in_and_no_further_than_needed()
    {
        await using var world = await TeamsWorld.StartAsync();
        Page(world, [Member("a", email: "Ada@example.com"), Member("x")], continuation: "more");
        Page(world, [Member("y")]);
        Page(world, [Member("b", email: "ben.b@example.com", principal: "BEN@example.com")], continuation: "more");

        var answer = await FindAsync(world, ["ada@example.com", "ben@example.com"], Team(world), Team(world, "19:other"), Team(world, "19:third"));

        var found = Assert.IsType<DirectoryAnswer.Found>(answer).People;
        Assert.Equal([("a", "ada@example.com"), ("b", "ben@example.com")], found.Select(entry => (entry.Person.Person, entry.Email!)));
        Assert.Equal(3, world.Connector.Calls.Count);
    }

    [Fact]
    public async Task Whom_nobody_is_called_is_left_out()
    {
        await using var world = await TeamsWorld.StartAsync();
        Page(world, [Member("a")]);

        Assert.Empty(Assert.IsType<DirectoryAnswer.Found>(await FindAsync(world, ["nobody@example.com"], Team(world))).People);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_team_that_the_bot_is_in_no_more_is_passed_over(int status)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(status, body: """{"error":{"code":"BotNotInConversationRoster"}}""");
        Page(world, [Member("a", email: "ada@example.com")]);

        Assert.Single(Assert.IsType<DirectoryAnswer.Found>(await FindAsync(world, ["ada@example.com"], Team(world), Team(world, "19:other"))).People);
        world.Connector.NextStatus(status, body: """{"error":{"code":"BotNotInConversationRoster"}}""");
        Assert.IsType<DirectoryAnswer.Unlisted>(await FindAsync(world, ["ada@example.com"], Team(world)));
        world.Connector.NextStatus(status, body: """{"error":{"code":"BotNotInConversationRoster"}}""");
        Assert.Equal(new DirectoryAnswer.Failed("BotNotInConversationRoster"), await world.Directory.MembersAsync(_tenant, Team(world), default));
    }

    [Fact]
    public async Task Without_a_team_there_is_nowhere_to_look()
    {
        await using var world = await TeamsWorld.StartAsync();

        Assert.IsType<DirectoryAnswer.Unlisted>(await FindAsync(world, ["ada@example.com"]));
        Assert.Empty(world.Connector.Calls);
    }

    [Theory]
    [InlineData(429, "60", "", "throttled")]
    [InlineData(500, null, "", "http_500")]
    [InlineData(400, null, """{"error":{"code":"BadArgument"}}""", "BadArgument")]
    [InlineData(200, null, "<html>", "unreadable")]
    [InlineData(200, null, "{}", "unreadable")]
    public async Task A_connector_that_does_not_say_is_a_reason_and_not_nobody(int status, string? retryAfter, string body, string reason)
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Connector.NextStatus(status, retryAfter, body);
        Assert.Equal(new DirectoryAnswer.Failed(reason), await FindAsync(world, ["ada@example.com"], Team(world)));
        Page(world, [Member("a")], continuation: "more");
        world.Connector.NextStatus(status, retryAfter, body);
        Assert.Equal(new DirectoryAnswer.Failed(reason), await world.Directory.MembersAsync(_tenant, Team(world), default));
    }

    [Fact]
    public async Task A_roster_without_an_end_is_given_up()
    {
        await using var world = await TeamsWorld.StartAsync();
        for (var page = 0; page < 61; page++)
            Page(world, [Member("a")], continuation: "again");

        Assert.Equal(new DirectoryAnswer.Failed("too_many_people"), await world.Directory.MembersAsync(_tenant, Team(world), default));
        Assert.Equal(60, world.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_page_of_five_hundred_long_names_is_read()
    {
        await using var world = await TeamsWorld.StartAsync();
        var people = Enumerable.Range(0, 500).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        Page(world, [.. people.Select(person => Member(person, email: $"{new string('n', 200)}{person}@example.com", principal: $"{new string('p', 200)}{person}@example.com"))]);

        Assert.Equal(people, Assert.IsType<DirectoryAnswer.Found>(await world.Directory.MembersAsync(_tenant, Team(world), default)).People.Select(entry => entry.Person.Person));
    }

    [Theory]
    [InlineData("https://evil.example/ 19:team")]
    [InlineData("19:team")]
    [InlineData("")]
    public async Task The_token_goes_nowhere_but_to_the_connector(string collection)
    {
        await using var world = await TeamsWorld.StartAsync();

        Assert.Equal(new DirectoryAnswer.Failed("service_url_not_allowed"), await world.Directory.MembersAsync(_tenant, collection, default));
        Assert.Empty(world.Connector.Calls);
    }

    [Theory]
    [InlineData("add", true)]
    [InlineData("remove", false)]
    public async Task The_bot_that_came_to_a_team_or_left_it_is_a_notice_of_that_team(string action, bool isMember)
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.InstallationUpdate(action, TeamsWorld.Now).InTeam());
        await world.SendAsync(Activities.MembersUpdate(isMember ? "membersAdded" : "membersRemoved", TeamsWorld.Now).InTeam());

        Assert.Equal([new CollectionNotice(_tenant, Team(world), isMember), new CollectionNotice(_tenant, Team(world), isMember)], world.Handler.Collections);
        Assert.Empty(world.Handler.Turns);
    }

    [Fact]
    public async Task So_it_is_of_a_group_chat_and_other_members_are_none()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.MembersUpdate("membersAdded", TeamsWorld.Now, who: Activities.Ben).InTeam());
        await world.SendAsync(Activities.InGroup(Activities.InstallationUpdate("add", TeamsWorld.Now)));

        Assert.Equal(Team(world, Activities.Group), Assert.Single(world.Handler.Collections).Collection);
    }

    [Fact]
    public async Task A_team_that_was_missed_is_noticed_once_when_somebody_speaks_there()
    {
        await using var world = await TeamsWorld.StartAsync();
        for (var number = 0; number < 3; number++)
            await world.SendAsync(Activities.Mention("<at>BotCoach</at> help").InTeam());
        await world.SendAsync(Activities.Message("hello"));

        Assert.Equal(new CollectionNotice(_tenant, Team(world), IsMember: true), Assert.Single(world.Handler.Collections));
    }

    [Fact]
    public async Task A_notice_that_cannot_be_stored_is_to_be_delivered_again()
    {
        await using var world = await TeamsWorld.StartAsync();
        world.Handler.Noticed = _ => throw new InvalidOperationException("The store is away.");

        Assert.Equal(500, (await world.SendAsync(Activities.InstallationUpdate("add", TeamsWorld.Now).InTeam())).Status);
        Assert.Equal(500, (await world.SendAsync(Activities.Mention("<at>BotCoach</at> help").InTeam())).Status);
        Assert.Empty(world.Handler.Turns);
    }

    private static string Team(TeamsWorld world, string id = Activities.Team) => $"{world.Connector.ServiceUrl} {id}";

    private static Task<DirectoryAnswer> FindAsync(TeamsWorld world, IReadOnlyCollection<string> emails, params IReadOnlyCollection<string> collections) =>
        world.Directory.FindByEmailAsync(_tenant, emails, collections, default);

    private static void Page(TeamsWorld world, IEnumerable<string> members, string? continuation = null) => world.Connector.NextStatus(
        200, body: $$"""{"continuationToken":{{(continuation is null ? "null" : $"\"{continuation}\"")}},"members":[{{string.Join(',', members)}}]}""");

    // As Teams lists people; the Entra id has another name there than in an activity.
    private static string Member(string id, string? email = null, string? principal = null, string role = "user") =>
        $$"""{"id":"29:{{id}}","objectId":"{{id}}","name":"{{id}}","email":"{{email}}","userPrincipalName":"{{principal}}","tenantId":"{{Activities.Tenant}}","userRole":"{{role}}"}""";
}
