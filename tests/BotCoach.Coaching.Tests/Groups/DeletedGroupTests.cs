using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

/// <summary>What a group leaves behind that was deleted: nothing, on either store, wherever its end is cut short.</summary>
public sealed class DeletedGroupTests
{
    private const int People = 12;
    private const string Word = "Xanthippe";

    private static readonly IsoWeek _first = new(2026, 49);
    private static readonly string[] _ofGroups = [GroupsTable.Name, PulseTable.Name, InsightsTable.Name];

    public static TheoryData<bool> Stores => [false, true];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nothing_of_the_group_is_left_and_everybodys_figures_are_made_again(bool onAzurite)
    {
        await using var world = await OpenAsync(onAzurite);
        var (gone, kept) = await LiveAsync(world);
        var before = await FiguresAsync(world, InsightsTable.Everyone);
        Assert.Equal(_ofGroups, (await world.FindAsync(_ofGroups, gone.Id)).Select(row => row.Table).Distinct());

        await DeleteAsync(world, gone);
        await UpdateAsync(world);

        Assert.Empty(await world.FindAsync(_ofGroups, gone.Id, gone.Name));
        Assert.NotEmpty(await world.FindAsync(_ofGroups, kept.Id));
        var after = await FiguresAsync(world, InsightsTable.Everyone);
        Assert.NotEqual(before["delivered"], after["delivered"]);
        Assert.Equal(await FromScratchAsync(world), after);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_is_forgotten_before_the_group_is_gone_leaves_nothing(bool onAzurite)
    {
        await using var world = await OpenAsync(onAzurite);
        var (gone, _) = await LiveAsync(world);
        var zoe = Person(world, 0);
        await DeleteAsync(world, gone);
        await world.Desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", zoe);

        var pseudonym = new Pseudonyms(await world.Desk.Get<WorkspaceKeys>().OfAsync(zoe.Home, default)).Of(zoe, 0);
        Assert.Empty(await world.FindAsync(CoachingServices.Tables, $"{zoe.Person}|", $"{zoe.Person} ", pseudonym, Word));
        await UpdateAsync(world);
        Assert.Empty(await world.FindAsync(CoachingServices.Tables, $"{zoe.Person}|", $"{zoe.Person} ", pseudonym, Word));
        Assert.Empty(await world.FindAsync(_ofGroups, gone.Id, gone.Name));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_is_forgotten_after_the_group_is_gone_leaves_nothing(bool onAzurite)
    {
        await using var world = await OpenAsync(onAzurite);
        var (gone, _) = await LiveAsync(world);
        var zoe = Person(world, 0);
        await DeleteAsync(world, gone);
        await UpdateAsync(world);
        await world.Desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", zoe);

        var pseudonym = new Pseudonyms(await world.Desk.Get<WorkspaceKeys>().OfAsync(zoe.Home, default)).Of(zoe, 0);
        Assert.Empty(await world.FindAsync(CoachingServices.Tables, $"{zoe.Person}|", $"{zoe.Person} ", pseudonym, Word));
    }

    [Fact]
    public async Task Wherever_the_end_of_a_group_is_cut_short_the_next_run_finishes_it()
    {
        var cuts = 0;
        for (var calls = 0; ; calls++)
        {
            await using var world = await OpenAsync(onAzurite: false);
            var (gone, _) = await LiveAsync(world, people: 6);
            await DeleteAsync(world, gone);
            var before = world.Store.Calls;
            world.Store.BreakAfter(calls);
            try
            {
                await UpdateAsync(world);
                Assert.True(cuts > 10, "The run is too short to be cut.");
                Assert.Empty(await world.FindAsync(_ofGroups, gone.Id, gone.Name));
                return;
            }
            catch (TableUnavailableException)
            {
                cuts++;
            }

            Assert.True(world.Store.Calls - before > calls);
            world.Store.Heal();
            await UpdateAsync(world);
            Assert.Empty(await world.FindAsync(_ofGroups, gone.Id, gone.Name));
            Assert.Equal(await FromScratchAsync(world), await FiguresAsync(world, InsightsTable.Everyone));
        }
    }

    [Fact]
    public async Task From_the_tap_on_nobody_sees_the_group()
    {
        await using var world = await OpenAsync(onAzurite: false);
        var (gone, kept) = await LiveAsync(world);
        await DeleteAsync(world, gone);

        Assert.Equal([kept], await world.Desk.Get<GroupsTable>().GroupsAsync(world.Desk.Anna.Home, default));
        await world.Desk.CommandAsync("coach", "groups", Person(world, 0));
        Assert.Equal("You are in no group", world.Desk.Reply!.Title);
        await world.Desk.PressAsync(MembershipCards.Invitation(Language.English, gone), "Accept", Person(world, 0));
        await UpdateAsync(world);
        Assert.Empty(await world.FindAsync(_ofGroups, gone.Id, gone.Name));
    }

    private static Task<ScannedDesk> OpenAsync(bool onAzurite) => ScannedDesk.OpenAsync(onAzurite, services => services
        .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));

    // Two groups that have a week of answers behind them.
    private static async Task<(Group Gone, Group Kept)> LiveAsync(ScannedDesk world, int people = People)
    {
        var desk = world.Desk;
        await desk.CommandAsync("coach", "group new Platform");
        await desk.CommandAsync("coach", "group new Payments");
        await desk.CommandAsync("coach", "group Platform pause 21 dec to 3 jan");
        var groups = await desk.Get<GroupsTable>().GroupsAsync(desk.Anna.Home, default);
        foreach (var (group, number) in groups.SelectMany(group => Enumerable.Range(0, people).Select(number => (group, number))))
        {
            var person = Person(world, group.Name == "Platform" ? number : people + number);
            await desk.TakeAsync(new CommandTurn
            {
                Id = Guid.NewGuid().ToString(),
                Person = desk.Anna,
                Conversation = RecordingChannel.Direct(desk.Anna),
                At = desk.Clock.GetUtcNow(),
                Command = "coach",
                Text = $"group {group.Name} add @one",
                Mentioned = [person],
            });
            await desk.PressAsync(MembershipCards.Invitation(Language.English, group), "Accept", person);
        }

        desk.Clock.Advance(TimeSpan.FromDays(7));
        foreach (var number in Enumerable.Range(0, 2 * people))
        {
            await desk.CommandAsync("coach", "try align-with-manager", Person(world, number));
            await desk.CommandAsync("coach", $"reply 4, {(number == 0 ? Word : "we")} agreed", Person(world, number));
        }

        desk.Clock.MoveTo(new DateTimeOffset(2026, 12, 7, 13, 0, 0, TimeSpan.Zero));
        await UpdateAsync(world);
        return (groups.Single(group => group.Name == "Platform"), groups.Single(group => group.Name == "Payments"));
    }

    private static async Task DeleteAsync(ScannedDesk world, Group group)
    {
        await world.Desk.CommandAsync("coach", $"group {group.Name} delete");
        await world.Desk.PressAsync(world.Desk.Reply!, "Delete the group");
    }

    private static Task<IReadOnlyList<IsoWeek>> UpdateAsync(ScannedDesk world) => world.Desk.Get<InsightsUpdate>().RunAsync(world.Desk.Anna.Home, default);

    private static async Task<IReadOnlyDictionary<string, Figure>> FiguresAsync(ScannedDesk world, string group) =>
        (await world.Desk.Get<InsightsTable>().OfGroupAsync(world.Desk.Anna.Home, group, _first, _first, default)).Single().Figures;

    private static async Task<IReadOnlyDictionary<string, Figure>> FromScratchAsync(ScannedDesk world)
    {
        await world.Desk.Get<Rollup>().RunAsync(world.Desk.Anna.Home, _first, default);
        return await FiguresAsync(world, InsightsTable.Everyone);
    }

    private static PersonAddress Person(ScannedDesk world, int number) => world.Desk.Anna with { Person = $"zoe-{number}" };
}
