using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling.Tests;

public sealed class DispatcherFaultTests : IAsyncLifetime
{
    // Berlin is an hour ahead of UTC on this day.
    private static readonly DateTimeOffset NudgeTime = new(2026, 11, 23, 9, 15, 0, TimeSpan.FromHours(1));

    private CoachDesk _desk = null!;

    // One at a time, so that "before" and "after" mean something.
    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(configure: services => services
        .AddSingleton(new ShardMap(1))
        .AddSingleton<IOptions<SchedulingOptions>>(new OptionsWrapper<SchedulingOptions>(new SchedulingOptions { ClaimSeconds = 60, Concurrency = 1 }))
        .AddSingleton<Dispatcher>());

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_person_whose_rows_are_broken_holds_up_nobody_else_and_nobody_is_nudged_twice()
    {
        _desk.Channel.CanBeSearched = false;
        var people = await EnrolAsync(9);
        await BreakAsync(people[4]);
        for (var minute = 0; minute < 120; minute++)
        {
            await RunAtAsync(NudgeTime.AddMinutes(minute));
        }

        Assert.Equal(people.Where(person => person != people[4]).Select(person => person.Person), Nudged());
    }

    [Fact]
    public async Task A_due_row_that_cannot_be_read_is_put_aside_and_holds_up_nobody()
    {
        var people = await EnrolAsync(5);
        var due = _desk.Store.Table(DueTable.Name);
        var row = (await due.QueryAsync(new RowRange(ShardMap.Name(0)), 10, default)).Rows[2];
        await due.WriteAsync([new RowWrite.Replace { Key = row.Key, Properties = new RowProperties { { "Kind", "Practice" }, { "Sequence", 7 } } }], default);
        var sent = await RunAtAsync(NudgeTime);

        Assert.Equal(4, sent);
        Assert.Equal(people.Where(person => !row.Key.Row.Contains($"|{person.Person} ", StringComparison.Ordinal)).Select(person => person.Person), Nudged());
        var aside = Assert.Single((await due.QueryAsync(new RowRange(DueTable.AsidePartition), 10, default)).Rows);
        Assert.Equal((row.Key.Row, 7), (aside.Properties.Text("Key"), aside.Properties.Number("Sequence")));
        Assert.Null(await due.ReadAsync(row.Key, default));
        Assert.Equal(4, await RunAtAsync(NudgeTime.AddDays(2)));
    }

    [Fact]
    public async Task A_call_that_throws_is_tried_again_later()
    {
        await EnrolAsync(1);
        _desk.Channel.Answer = _ => throw new InvalidOperationException("The channel broke.");
        var broken = await RunAtAsync(NudgeTime);
        _desk.Channel.Answer = _ => null;

        Assert.Equal(0, broken);
        Assert.Equal(0, await RunAtAsync(NudgeTime.AddSeconds(59)));
        Assert.Equal(1, await RunAtAsync(NudgeTime.AddSeconds(60)));
    }

    [Fact]
    public async Task What_may_have_arrived_is_not_sent_again_before_the_platform_has_said_that_it_did_not()
    {
        await EnrolAsync(1);
        await RunAtAsync(NudgeTime); // This one makes the conversation known.
        var second = NudgeTime.AddDays(2);
        _desk.Channel.Answer = key =>
        {
            _desk.Channel.Show(_desk.Channel.InOrder[0].Message.Conversation, _desk.Channel.InOrder[0].Card, key);
            return new DeliveryResult.Failed("timeout", MayHaveArrived: true);
        };
        await RunAtAsync(second);
        _desk.Channel.Answer = _ => null;
        _desk.Channel.AnswersLooks = false;
        for (var minute = 1; minute < 60; minute++)
        {
            await RunAtAsync(second.AddMinutes(minute));
        }

        var sent = _desk.Channel.Messages.Count;
        _desk.Channel.AnswersLooks = true;
        await RunAtAsync(second.AddHours(3));

        Assert.Equal((2, 2), (sent, _desk.Channel.Messages.Count));
        Assert.Equal(1, await RunAtAsync(second.AddDays(1)));
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_a_page_loses_nothing_and_repeats_nothing()
    {
        _desk.Channel.CanBeSearched = false;
        var people = await EnrolAsync(9);
        using var stop = new CancellationTokenSource();
        var sends = 0;
        _desk.Channel.Answer = _ =>
        {
            if (++sends == 4)
            {
                stop.Cancel();
            }

            return null;
        };
        var before = await RunAtAsync(NudgeTime, stop.Token);
        var after = await RunAtAsync(NudgeTime.AddSeconds(61));

        Assert.Equal((4, 5), (before, after));
        Assert.Equal(people.Select(person => person.Person), Nudged());
    }

    private async Task<IReadOnlyList<PersonAddress>> EnrolAsync(int count)
    {
        var people = Enumerable.Range(0, count).Select(number => _desk.Anna with { Person = $"p{number}" }).ToList();
        foreach (var person in people)
        {
            await _desk.CommandAsync("coach", "plan standard", person);
        }

        return people;
    }

    private async Task BreakAsync(PersonAddress person) => await _desk.Store.Table(PeopleTable.Name).WriteAsync(
        [new RowWrite.Upsert { Key = PeopleTable.Plan(person), Properties = new RowProperties { { "Template", "standard" } } }], default);

    private IEnumerable<string> Nudged() =>
        _desk.Channel.InOrder.Select(shown => shown.Message.Conversation.Conversation["direct-".Length..]).Order();

    private Task<int> RunAtAsync(DateTimeOffset time, CancellationToken cancellationToken = default)
    {
        _desk.Clock.MoveTo(time);
        return _desk.Get<Dispatcher>().RunAsync(0, cancellationToken);
    }
}
