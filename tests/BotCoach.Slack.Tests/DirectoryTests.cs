using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class DirectoryTests
{
    private static readonly WorkspaceAddress _team = new("slack", Payloads.Team);

    [Fact]
    public async Task A_few_addresses_are_asked_for_one_by_one_and_those_that_nobody_has_are_left_out()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextJson("users.lookupByEmail", """{"ok":true,"user":{"id":"U0BEN"}}""");
        world.Slack.NextError("users.lookupByEmail", "users_not_found");
        world.Slack.NextJson("users.lookupByEmail", """{"ok":true,"user":{"id":"U0GONE","deleted":true}}""");

        var answer = await world.Directory.FindByEmailAsync(_team, ["ben@example.com", "nobody@example.com", "gone@example.com"], [], default);

        var found = Assert.Single(Assert.IsType<DirectoryAnswer.Found>(answer).People);
        Assert.Equal(new DirectoryEntry(new PersonAddress("slack", Payloads.Team, "U0BEN"), "ben@example.com"), found);
        Assert.Contains("email=ben%40example.com", world.Slack.CallsOf("users.lookupByEmail").First().Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_addresses_are_found_in_the_list_of_members_page_by_page()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextJson("users.list", """
            {"ok":true,"members":[{"id":"U1","profile":{"email":"P1@example.com"}},{"id":"U2","is_bot":true,"profile":{"email":"p2@example.com"}}],
             "response_metadata":{"next_cursor":"more"}}
            """);
        world.Slack.NextJson("users.list", """{"ok":true,"members":[{"id":"U3","profile":{"email":"p3@example.com"}},{"id":"U4"}],"response_metadata":{"next_cursor":""}}""");
        var emails = Enumerable.Range(1, 30).Select(number => string.Create(CultureInfo.InvariantCulture, $"p{number}@example.com")).ToList();

        var answer = Assert.IsType<DirectoryAnswer.Found>(await world.Directory.FindByEmailAsync(_team, emails, [], default));

        Assert.Equal([("U1", "p1@example.com"), ("U3", "p3@example.com")], answer.People.Select(entry => (entry.Person.Person, entry.Email!)));
        Assert.Contains("cursor=more", world.Slack.CallsOf("users.list").Last().Query, StringComparison.Ordinal);
        Assert.Empty(world.Slack.CallsOf("users.lookupByEmail"));
    }

    [Fact]
    public async Task The_people_of_a_user_group_are_its_users()
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextJson("usergroups.users.list", """{"ok":true,"users":["U1","U2"]}""");

        var answer = Assert.IsType<DirectoryAnswer.Found>(await world.Directory.MembersAsync(_team, "S0LEADS", default));

        Assert.Equal(["U1", "U2"], answer.People.Select(entry => entry.Person.Person));
        Assert.Contains("usergroup=S0LEADS", world.Slack.CallsOf("usergroups.users.list").Single().Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("invalid_auth")]
    public async Task A_platform_that_does_not_say_is_a_reason_and_not_nobody(string code)
    {
        await using var world = await SlackWorld.StartAsync();
        world.Slack.NextError("users.lookupByEmail", code);
        world.Slack.NextError("usergroups.users.list", code);

        Assert.Equal(new DirectoryAnswer.Failed(code), await world.Directory.FindByEmailAsync(_team, ["ben@example.com"], [], default));
        Assert.Equal(new DirectoryAnswer.Failed(code), await world.Directory.MembersAsync(_team, "S1", default));
    }
}
