using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

public sealed class InstallTests
{
    private static readonly DateTimeOffset _at = TeamsWorld.Now;

    public static TheoryData<bool, double> Forms => new()
    {
        { true, 0 }, { true, 0.4 }, { true, -0.4 }, { true, 45 },
        { false, 0 }, { false, 0.4 }, { false, -0.4 }, { false, 45 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Both_forms_of_one_install_are_one_turn_in_either_order(bool installationFirst, double secondsLater)
    {
        await using var world = await TeamsWorld.StartAsync();
        JsonObject[] both =
        [
            Activities.InstallationUpdate("add", _at),
            Activities.MembersUpdate("membersAdded", _at.AddSeconds(secondsLater)),
        ];
        foreach (var activity in installationFirst ? both : both.Reverse())
            await world.SendAsync(activity);

        Assert.Equal(2, world.Handler.Turns.OfType<InstalledTurn>().Count());
        Assert.Single(world.Handler.Turns.Select(turn => turn.Id).Distinct());
    }

    [Fact]
    public async Task Both_forms_at_once_are_answered_one_after_the_other()
    {
        await using var world = await TeamsWorld.StartAsync();
        var gate = new TaskCompletionSource();
        world.Handler.Gate = gate.Task;

        var one = world.SendAsync(Activities.InstallationUpdate("add", _at));
        var other = world.SendAsync(Activities.MembersUpdate("membersAdded", _at));
        await Eventually.HoldsAsync(() => !world.Handler.Turns.IsEmpty);
        // The second has had its chance by the time that another person's turn went all the way to the handler.
        var third = Activities.Message("hello");
        third["from"]!["aadObjectId"] = "another";
        var passed = world.SendAsync(third);
        await Eventually.HoldsAsync(() => world.Handler.Turns.Count == 2);
        Assert.Single(world.Handler.Turns.OfType<InstalledTurn>());

        gate.SetResult();
        Assert.All(await Task.WhenAll(one, other, passed), answer => Assert.Equal(200, answer.Status));
        Assert.Single(world.Handler.Turns.OfType<InstalledTurn>().Select(turn => turn.Id).Distinct());
        Assert.Equal(2, world.Handler.Turns.OfType<InstalledTurn>().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_forms_of_one_removal_are_one_turn(bool installationFirst)
    {
        await using var world = await TeamsWorld.StartAsync();
        JsonObject[] both = [Activities.InstallationUpdate("remove", _at), Activities.MembersUpdate("membersRemoved", _at.AddSeconds(1))];
        foreach (var activity in installationFirst ? both : both.Reverse())
            await world.SendAsync(activity);

        Assert.Equal(2, world.Handler.Turns.OfType<UninstalledTurn>().Count());
        Assert.Single(world.Handler.Turns.Select(turn => turn.Id).Distinct());
    }

    [Fact]
    public async Task A_later_install_is_another_turn_and_so_is_one_after_a_removal_however_soon()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.InstallationUpdate("add", _at));
        await world.SendAsync(Activities.InstallationUpdate("remove", _at.AddSeconds(5)));
        await world.SendAsync(Activities.InstallationUpdate("add", _at.AddSeconds(10)));
        await world.SendAsync(Activities.MembersUpdate("membersAdded", _at.AddSeconds(10.2)));
        await world.SendAsync(Activities.InstallationUpdate("add", _at.AddHours(3)));

        var ids = world.Handler.Turns.Select(turn => turn.Id).ToList();
        Assert.Equal(ids[2], ids[3]);
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_removal_that_arrives_late_does_not_count_for_the_install_after_it()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.InstallationUpdate("remove", _at));
        await world.SendAsync(Activities.InstallationUpdate("add", _at.AddSeconds(10)));
        await world.SendAsync(Activities.MembersUpdate("membersRemoved", _at.AddSeconds(0.5)));

        var removals = world.Handler.Turns.OfType<UninstalledTurn>().ToList();
        Assert.Equal(removals[0].Id, removals[1].Id);
    }

    [Fact]
    public async Task Two_people_install_in_two_turns()
    {
        await using var world = await TeamsWorld.StartAsync();
        var other = Activities.InstallationUpdate("add", _at);
        other["from"]!["aadObjectId"] = "another";
        await world.SendAsync(Activities.InstallationUpdate("add", _at));
        await world.SendAsync(other);
        Assert.Equal(2, world.Handler.Turns.Select(turn => turn.Id).Distinct().Count());
    }

    [Fact]
    public async Task An_upgrade_or_another_member_is_no_install()
    {
        await using var world = await TeamsWorld.StartAsync();
        await world.SendAsync(Activities.InstallationUpdate("add-upgrade", _at));
        await world.SendAsync(Activities.MembersUpdate("membersAdded", _at, who: Activities.Anna));
        await world.SendAsync(Activities.InGroup(Activities.InstallationUpdate("add", _at)));
        Assert.Empty(world.Handler.Turns);
    }
}
