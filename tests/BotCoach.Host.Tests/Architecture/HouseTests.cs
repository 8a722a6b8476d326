namespace BotCoach.Host.Tests;

public sealed class HouseTests
{
    [Fact]
    public void Every_reference_goes_to_a_lower_floor() => Assert.Empty(House.Faults(House.References()));

    [Fact]
    public void Every_project_has_a_floor() => Assert.Empty(House.Homeless(House.Projects()));

    [Fact]
    public void Every_platform_is_tested_for_what_every_channel_promises() => Assert.Empty(House.PlatformsWithoutContract());

    [Fact]
    public void The_references_of_the_real_projects_are_found() =>
        Assert.Contains(new Reference("BotCoach.Host", "BotCoach.Slack"), House.References());

    [Theory]
    [InlineData("BotCoach.Chat", "BotCoach.Coaching")]
    [InlineData("BotCoach.Coaching", "BotCoach.Scheduling")]
    [InlineData("BotCoach.Coaching", "BotCoach.Slack")]
    [InlineData("BotCoach.Chat", "BotCoach.Storage")]
    [InlineData("BotCoach.Slack", "BotCoach.Coaching")]
    [InlineData("BotCoach.Teams", "BotCoach.Storage")]
    [InlineData("BotCoach.Coaching", "BotCoach.Cellar")]
    public void A_reference_up_sideways_past_chat_or_out_of_the_house_is_a_fault(string from, string to) =>
        Assert.Single(House.Faults([new Reference(from, to)]));

    [Fact]
    public void A_project_that_nobody_placed_is_noticed() =>
        Assert.Equal(["BotCoach.Attic"], House.Homeless(["BotCoach.Chat", "BotCoach.Attic"]));
}
