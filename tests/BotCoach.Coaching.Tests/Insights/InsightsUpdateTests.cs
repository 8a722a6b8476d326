using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class InsightsUpdateTests : IAsyncLifetime
{
    private static readonly IsoWeek Week = new(2026, 48);
    private static readonly DateTimeOffset NextMonday = new(2026, 11, 30, 13, 0, 0, TimeSpan.Zero);

    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_answers_of_a_week_become_a_figure_once_the_week_is_over()
    {
        await EnrolAsync("g1", people: 80);
        await AnswerAsync(people: 80, "4");

        Assert.Empty(await FiguresAsync("g1"));
        _desk.Clock.MoveTo(NextMonday);
        var made = await UpdateAsync();

        Assert.Contains(Week, made);
        var figures = await FiguresAsync("g1");
        Assert.InRange(Assert.IsType<Figure.Shown>(figures["alignment"]).Value, 3.6, 4.4);
        Assert.InRange(Assert.IsType<Figure.Shown>(figures["response"]).Value, 0.8, 1);
        Assert.Equal(figures["alignment"] is Figure.Shown, (await FiguresAsync(InsightsTable.Everyone))["alignment"] is Figure.Shown);
    }

    [Fact]
    public async Task A_second_run_makes_nothing_and_changes_nothing()
    {
        await EnrolAsync("g1", people: 12);
        await AnswerAsync(people: 12, "3");
        _desk.Clock.MoveTo(NextMonday);
        await UpdateAsync();
        var before = await FiguresAsync("g1");

        Assert.Empty(await UpdateAsync());
        Assert.Equal(before, await FiguresAsync("g1"));
    }

    [Fact]
    public async Task A_group_of_four_is_too_few()
    {
        await EnrolAsync("g1", people: 4);
        await AnswerAsync(people: 4, "3");
        _desk.Clock.MoveTo(NextMonday);
        await UpdateAsync();

        Assert.All((await FiguresAsync("g1")).Values, figure => Assert.IsType<Figure.Withheld>(figure));
    }

    [Fact]
    public async Task No_word_and_no_person_stands_in_what_is_counted()
    {
        await EnrolAsync("g1", people: 6);
        await AnswerAsync(people: 6, "4, because of Xanthippe");
        _desk.Clock.MoveTo(NextMonday);
        await UpdateAsync();

        var rows = await RowsAsync(PulseTable.Name, $"{GroupsTable.PartitionOf(_desk.Anna.Home)}|g1|{Week}");
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var text = $"{row.Key.Row} {string.Join(' ', row.Properties.Select(value => value.Value))}";
            Assert.DoesNotContain("Xanthippe", text, StringComparison.Ordinal);
            Assert.DoesNotContain("person", text, StringComparison.Ordinal);
        });
    }

    private async Task EnrolAsync(string group, int people)
    {
        var workspace = _desk.Anna.Home;
        var writes = new List<RowWrite> { GroupsTable.Write(workspace, new Group(group, "Team", null, _desk.Clock.GetUtcNow())) };
        writes.AddRange(Enumerable.Range(0, people).Select(number => GroupsTable.Write(new GroupMember
        {
            Person = Person(number),
            Group = group,
            Status = MemberStatus.Accepted,
            Since = _desk.Clock.GetUtcNow(),
            Stays = [new Stay(Week, null)],
        })));
        await _desk.Store.Table(GroupsTable.Name).WriteAsync(writes, CancellationToken.None);
    }

    private async Task AnswerAsync(int people, string words)
    {
        for (var number = 0; number < people; number++)
        {
            await _desk.SayAsync("hello", Person(number));
            await _desk.CommandAsync("coach", "try align-with-manager", Person(number));
            await _desk.CommandAsync("coach", $"reply {words}", Person(number));
        }
    }

    private Task<IReadOnlyList<IsoWeek>> UpdateAsync() => _desk.Get<InsightsUpdate>().RunAsync(_desk.Anna.Home, CancellationToken.None);

    private async Task<IReadOnlyDictionary<string, Figure>> FiguresAsync(string group) =>
        (await _desk.Get<InsightsTable>().OfGroupAsync(_desk.Anna.Home, group, Week, Week, CancellationToken.None))
            .SingleOrDefault()?.Figures ?? new Dictionary<string, Figure>();

    private PersonAddress Person(int number) => _desk.Anna with { Person = $"person{number}" };

    private async Task<IReadOnlyList<TableRow>> RowsAsync(string table, string partition) =>
        (await _desk.Store.Table(table).QueryAsync(new RowRange(partition), TableRules.MaxPage, CancellationToken.None)).Rows;
}
