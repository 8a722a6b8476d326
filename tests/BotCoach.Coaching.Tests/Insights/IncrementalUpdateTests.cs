using BotCoach.Chat;
using BotCoach.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Coaching.Tests;

/// <summary>Whatever happens in whatever order, the figures are those that a count from scratch would give.</summary>
public sealed class IncrementalUpdateTests
{
    private const int People = 14;
    private static readonly IsoWeek Week = new(2026, 48);

    [Fact]
    public void Updates_in_between_give_what_one_at_the_end_gives()
    {
        var acts = Gen.Elements(Enum.GetValues<Act>()).SelectMany(_ => Gen.Choose(0, People - 1), (act, person) => (act, person)).ListOf().Resize(25);
        Prop.ForAll(acts.ToArbitrary(), list => HoldsAsync([.. list]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(12));
    }

    private enum Act
    {
        Answer,
        Change,
        Undo,
        Judge,
        Erase,
        Leave,
        Update,
    }

    private static async Task<bool> HoldsAsync(IReadOnlyList<(Act Act, int Person)> acts)
    {
        await using var desk = await CoachDesk.OpenAsync();
        await EnrolAsync(desk);
        desk.Clock.MoveTo(new DateTimeOffset(2026, 11, 30, 13, 0, 0, TimeSpan.Zero));
        foreach (var (act, person) in acts)
        {
            await DoAsync(desk, act, Person(desk, person));
            desk.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        await UpdateAsync(desk);
        var incremental = await FiguresAsync(desk);

        // From scratch: every member is counted anew and the week is made anew.
        await foreach (var member in desk.Get<GroupsTable>().MembersAsync(desk.Anna.Home, CancellationToken.None))
        {
            await desk.Get<Harvest>().CountAsync(member, Week, CancellationToken.None);
        }

        await desk.Get<Rollup>().RunAsync(desk.Anna.Home, Week, CancellationToken.None);
        var scratch = await FiguresAsync(desk);
        Assert.Equal(scratch, incremental);
        return true;
    }

    private static async Task EnrolAsync(CoachDesk desk)
    {
        var groups = desk.Store.Table(GroupsTable.Name);
        await groups.WriteAsync([GroupsTable.Write(desk.Anna.Home, new Group("g1", "Team", null, desk.Clock.GetUtcNow()))], CancellationToken.None);
        await groups.WriteAsync(
            [
                .. Enumerable.Range(0, People).Select(number => GroupsTable.Write(new GroupMember
                {
                    Person = Person(desk, number),
                    Group = "g1",
                    Status = MemberStatus.Accepted,
                    Since = desk.Clock.GetUtcNow(),
                    Stays = [new Stay(Week, null)],
                })),
            ],
            CancellationToken.None);
        for (var number = 0; number < People; number++)
        {
            await desk.SayAsync("hello", Person(desk, number));
            await desk.CommandAsync("coach", "try align-with-manager", Person(desk, number));
        }
    }

    private static async Task DoAsync(CoachDesk desk, Act act, PersonAddress person)
    {
        var nudge = (await desk.Get<DeliveriesTable>().OfDayAsync(person, new DateOnly(2026, 11, 23), CancellationToken.None)).SingleOrDefault()?.Key;
        switch (act)
        {
            case Act.Update:
                await UpdateAsync(desk);
                break;
            case Act.Erase:
                await desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", person);
                break;
            case Act.Leave:
                await desk.CommandAsync("coach", "groups", person);
                if (desk.Reply is { Choices.Count: > 0 } mine)
                {
                    await desk.PressAsync(mine, "Leave", person);
                }

                break;
            case var _ when nudge is { } open:
                await PressAsync(desk, person, open, act);
                break;
        }
    }

    private static Task<ChatAnswer> PressAsync(CoachDesk desk, PersonAddress person, NudgeKey nudge, Act act) => desk.TakeAsync(new ButtonTurn
    {
        Id = Guid.NewGuid().ToString(),
        Person = person,
        Conversation = RecordingChannel.Direct(person),
        At = desk.Clock.GetUtcNow(),
        Action = act switch
        {
            Act.Answer => new CardAction(NudgeCards.AnswerAction, $"{nudge}|2"),
            Act.Change => new CardAction(NudgeCards.AnswerAction, $"{nudge}|5"),
            Act.Judge => new CardAction(NudgeCards.UsefulAction, $"{nudge}|{NudgeCards.Yes}"),
            _ => new CardAction(NudgeCards.UndoAction, nudge.ToString()),
        },
    });

    private static Task<IReadOnlyList<IsoWeek>> UpdateAsync(CoachDesk desk)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        return desk.Get<InsightsUpdate>().RunAsync(desk.Anna.Home, CancellationToken.None);
    }

    private static PersonAddress Person(CoachDesk desk, int number) => desk.Anna with { Person = $"person{number}" };

    private static async Task<IReadOnlyDictionary<string, Figure>> FiguresAsync(CoachDesk desk) =>
        (await desk.Get<InsightsTable>().OfGroupAsync(desk.Anna.Home, "g1", Week, Week, CancellationToken.None)).Single().Figures;
}
