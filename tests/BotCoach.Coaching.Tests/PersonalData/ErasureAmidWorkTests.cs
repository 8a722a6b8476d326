using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

/// <summary>Somebody is erased while their week is being counted, or while they are being erased: nothing of them is left.</summary>
public sealed class ErasureAmidWorkTests
{
    private const string Word = "Xanthippe";

    [Fact]
    public async Task During_a_count_whatever_it_was_about_to_do()
    {
        for (var calls = 0; await IsGoneAsync(onAzurite: false, calls, world => UpdateAsync(world)); calls++)
        {
            Assert.InRange(calls, 0, 500);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    public async Task During_a_count_on_Azure_Table_Storage(int calls) =>
        Assert.True(await IsGoneAsync(onAzurite: true, calls, world => UpdateAsync(world)), "The count was over before.");

    [Fact]
    public async Task During_another_erasure_wherever_that_had_come()
    {
        for (var calls = 0; await IsGoneAsync(onAzurite: false, calls, EraseAsync); calls += 3)
        {
            Assert.InRange(calls, 0, 500);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Twice_at_once(bool onAzurite)
    {
        await using var world = await LiveAsync(onAzurite);
        await UpdateAsync(world);
        await Task.WhenAll(EraseAsync(world), EraseAsync(world), EraseAsync(world));

        await AssertNothingIsLeftAsync(world);
    }

    // Erases after so many calls of some work. False when the work was over by then.
    private static async Task<bool> IsGoneAsync(bool onAzurite, int calls, Func<ScannedDesk, Task> work)
    {
        await using var world = await LiveAsync(onAzurite);
        var isErased = false;
        world.Store.After(calls, async () =>
        {
            isErased = true;
            await EraseAsync(world);
        });
        try
        {
            await work(world);
        }
        catch (TableUnavailableException)
        {
            // A count that met the erasure: the next one does its work.
        }

        if (!isErased)
        {
            world.Store.Heal();
            return false;
        }

        // What was under way may have written behind the erasure: that goes a little later.
        world.Desk.Clock.Advance(Erasures.Again + TimeSpan.FromMinutes(1));
        await world.Desk.Get<Erasures>().RunAgainAsync(default);
        await AssertNothingIsLeftAsync(world);
        await UpdateAsync(world);
        await AssertNothingIsLeftAsync(world);
        return true;
    }

    private static async Task AssertNothingIsLeftAsync(ScannedDesk world)
    {
        var zoe = Zoe(world);
        var pseudonym = new Pseudonyms(await world.Desk.Get<WorkspaceKeys>().OfAsync(zoe.Home, default)).Of(zoe, 0);
        Assert.Empty(await world.FindAsync(CoachingServices.Tables, zoe.Person, pseudonym, Word));
    }

    // Two people of a group have a week behind them that is over and not counted yet.
    private static async Task<ScannedDesk> LiveAsync(bool onAzurite)
    {
        var world = await ScannedDesk.OpenAsync(onAzurite, services => services
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));
        var (desk, ben) = (world.Desk, Zoe(world) with { Person = "ben" });
        await desk.CommandAsync("coach", "group new Platform");
        await desk.TakeAsync(new CommandTurn
        {
            Id = "invite",
            Person = desk.Anna,
            Conversation = RecordingChannel.Direct(desk.Anna),
            At = desk.Clock.GetUtcNow(),
            Command = "coach",
            Text = "group Platform add @ben @zoe",
            Mentioned = [ben, Zoe(world)],
        });
        var group = (await desk.Get<GroupsTable>().GroupsAsync(desk.Anna.Home, default)).Single();
        foreach (var person in new[] { ben, Zoe(world) })
        {
            await desk.PressAsync(MembershipCards.Invitation(Language.English, group), "Accept", person);
        }

        desk.Clock.Advance(TimeSpan.FromDays(7));
        foreach (var person in new[] { ben, Zoe(world) })
        {
            await desk.CommandAsync("coach", "try align-with-manager", person);
            await desk.CommandAsync("coach", person == ben ? "reply 3" : $"reply 4, {Word} agreed", person);
        }

        desk.Clock.MoveTo(new DateTimeOffset(2026, 12, 7, 13, 0, 0, TimeSpan.Zero));
        return world;
    }

    private static Task<IReadOnlyList<IsoWeek>> UpdateAsync(ScannedDesk world) => world.Desk.Get<InsightsUpdate>().RunAsync(world.Desk.Anna.Home, default);

    private static Task EraseAsync(ScannedDesk world) => world.Desk.Get<Erasures>().RunAsync(Zoe(world), default);

    private static PersonAddress Zoe(ScannedDesk world) => world.Desk.Anna with { Person = "zoe-4711" };
}
