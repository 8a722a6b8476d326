using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling.Tests;

/// <summary>Nudges that were given up, and sending them after all.</summary>
public sealed class FailedDeliveryTests : IAsyncLifetime
{
    // Berlin is an hour ahead of UTC on this day. A nudge is given up half an hour after its first failure.
    private static readonly DateTimeOffset NudgeTime = new(2026, 11, 23, 9, 15, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset GivenUp = NudgeTime.AddMinutes(31);

    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(configure: services => services
        .AddSingleton(new ShardMap(1))
        .AddSingleton<IOptions<SchedulingOptions>>(new OptionsWrapper<SchedulingOptions>(new SchedulingOptions { ClaimSeconds = 60 }))
        .AddSingleton<Dispatcher>());

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    private FailedDeliveries Failed => _desk.Get<FailedDeliveries>();

    [Fact]
    public async Task A_nudge_that_is_given_up_is_kept_with_its_reason()
    {
        await FailAsync("anna", "ben");
        var failed = await ListAsync();

        Assert.Equal(["anna", "ben"], failed.Select(failure => failure.Person.Person).Order());
        Assert.All(failed, failure => Assert.Equal(
            ("internal_error", "align-with-manager", GivenUp.ToUniversalTime()), (failure.Reason, failure.Key.Topic, failure.At)));
        Assert.Empty(await Failed.ListAsync(GivenUp.AddTicks(1), null, default));
        Assert.Empty(await Failed.ListAsync(NudgeTime, "T2", default));
        Assert.Equal(2, (await Failed.ListAsync(NudgeTime, "T1", default)).Count);
    }

    [Fact]
    public async Task Put_back_it_is_sent_once_and_the_plan_goes_on_as_it_would_have()
    {
        await FailAsync("anna");
        var became = await RetryAsync();

        Assert.Equal(PutBack.Due, became);
        Assert.Empty(await ListAsync());
        Assert.Equal(1, await RunAtAsync(GivenUp.AddMinutes(5)));
        Assert.Equal(0, await RunAtAsync(GivenUp.AddMinutes(10)));
        var delivery = Assert.Single(await _desk.Get<DeliveriesTable>().OfDayAsync(Person("anna"), new DateOnly(2026, 11, 23), default));
        Assert.Equal(DeliveryOutcome.Sent, delivery.Outcome);
        Assert.Equal(1, await RunAtAsync(NudgeTime.AddDays(2)));
        Assert.Equal(1, await RunAtAsync(NudgeTime.AddDays(3)));
        Assert.Equal(3, _desk.Channel.Messages.Count);
    }

    [Fact]
    public async Task Put_back_by_two_operators_at_once_it_is_sent_once()
    {
        await FailAsync("anna");
        var failure = Assert.Single(await ListAsync());
        _desk.Channel.CanBeSearched = false;

        Assert.Equal(PutBack.Due, await Failed.RetryAsync(failure, default));
        Assert.Equal(PutBack.DueAlready, await Failed.RetryAsync(failure, default));
        Assert.Equal(1, await RunAtAsync(GivenUp.AddMinutes(5)));
        Assert.Equal(PutBack.SentMeanwhile, await Failed.RetryAsync(failure, default));
        Assert.Equal(0, await RunAtAsync(GivenUp.AddMinutes(10)));
        Assert.Single(_desk.Channel.Messages);
    }

    // The first operator's row was sent and completed while the second was between looking and writing.
    [Fact]
    public async Task Made_due_once_more_after_it_was_sent_it_meets_its_delivery()
    {
        await FailAsync("anna");
        var failure = Assert.Single(await ListAsync());
        _desk.Channel.CanBeSearched = false;
        await Failed.RetryAsync(failure, default);
        await RunAtAsync(GivenUp.AddMinutes(5));
        await _desk.Get<DueTable>().PutBackAsync(failure.Nudge with { IsRetry = true }, default);

        Assert.Equal(0, await RunAtAsync(GivenUp.AddMinutes(10)));
        Assert.Single(_desk.Channel.Messages);
    }

    [Fact]
    public async Task A_message_that_arrived_although_its_answers_were_lost_is_found_and_not_sent_again()
    {
        _desk.Channel.Answer = key =>
        {
            // It is shown, once, and the answer never comes.
            if (_desk.Channel.Messages.IsEmpty)
            {
                _desk.Channel.Show(RecordingChannel.Direct(Person("anna")), new Card { Title = "A nudge" }, key);
            }

            return new DeliveryResult.Failed("timeout", MayHaveArrived: true);
        };
        _desk.Channel.CanBeSearched = false;
        await EnrolAsync("anna");
        await GiveUpAsync();
        _desk.Channel.CanBeSearched = true;
        _desk.Channel.Answer = _ => null;
        await RetryAsync();

        Assert.Equal(1, await RunAtAsync(GivenUp.AddMinutes(5)));
        Assert.Single(_desk.Channel.Messages);
    }

    [Fact]
    public async Task One_that_is_too_late_is_left_out_and_stays_on_the_list()
    {
        await FailAsync("anna");
        _desk.Clock.MoveTo(NudgeTime.AddHours(5));

        Assert.Equal(PutBack.TooLate, await RetryAsync());
        Assert.Single(await ListAsync());
        Assert.Equal(0, await RunAtAsync(NudgeTime.AddHours(5)));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("pause")]
    [InlineData("plan active")]
    public async Task One_whose_plan_is_no_longer_so_is_left_out(string command)
    {
        await FailAsync("anna");
        await _desk.CommandAsync("coach", command, Person("anna"));

        Assert.Equal(PutBack.NotWanted, await RetryAsync());
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Opting_out_after_it_was_put_back_holds()
    {
        await FailAsync("anna");
        await RetryAsync();
        await _desk.CommandAsync("coach", "stop", Person("anna"));

        Assert.Equal(0, await RunAtAsync(GivenUp.AddMinutes(5)));
    }

    [Fact]
    public async Task One_that_fails_again_is_on_the_list_again()
    {
        await FailAsync("anna");
        await RetryAsync();
        _desk.Channel.Answer = _ => new DeliveryResult.Failed("other_error");
        for (var minute = 5; minute < 45; minute++)
        {
            await RunAtAsync(GivenUp.AddMinutes(minute));
        }

        Assert.Equal("other_error", Assert.Single(await ListAsync()).Reason);
        _desk.Channel.Answer = _ => null;
        Assert.Equal(PutBack.Due, await RetryAsync());
        Assert.Equal(1, await RunAtAsync(GivenUp.AddMinutes(50)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Interrupted_anywhere_and_done_again_it_is_sent_once(int writes)
    {
        await FailAsync("anna");
        _desk.Channel.CanBeSearched = false;
        var failure = Assert.Single(await ListAsync());
        var store = new WatchedStore(_desk.Store);
        store.IsAway = _ => store.Writes > writes;
        var shards = _desk.Get<ShardMap>();
        var interrupted = new FailedDeliveries(
            new FailuresTable(store, shards), new DeliveriesTable(store, shards), new DueTable(store, shards), _desk.Get<NudgeDecider>(), _desk.Clock);
        await Assert.ThrowsAsync<TableUnavailableException>(() => interrupted.RetryAsync(failure, default));
        var sent = await RunAtAsync(GivenUp.AddMinutes(5));
        foreach (var left in await ListAsync())
        {
            await Failed.RetryAsync(left, default);
        }

        Assert.Equal(1, sent + await RunAtAsync(GivenUp.AddMinutes(10)));
        Assert.Empty(await ListAsync());
        Assert.Single(_desk.Channel.Messages);
    }

    private static PersonAddress Person(string name) => new(RecordingChannel.ChannelName, "T1", name);

    private async Task EnrolAsync(params string[] people)
    {
        foreach (var person in people)
        {
            await _desk.CommandAsync("coach", "plan standard", Person(person));
        }
    }

    private async Task FailAsync(params string[] people)
    {
        await EnrolAsync(people);
        _desk.Channel.Answer = _ => new DeliveryResult.Failed("internal_error");
        await GiveUpAsync();
        _desk.Channel.Answer = _ => null;
    }

    private async Task GiveUpAsync()
    {
        for (var time = NudgeTime; time <= GivenUp; time = time.AddMinutes(1))
        {
            await RunAtAsync(time);
        }
    }

    private Task<IReadOnlyList<FailedNudge>> ListAsync() => Failed.ListAsync(DateTimeOffset.MinValue, null, default);

    private async Task<PutBack> RetryAsync() => await Failed.RetryAsync(Assert.Single(await ListAsync()), default);

    private Task<int> RunAtAsync(DateTimeOffset time)
    {
        _desk.Clock.MoveTo(time);
        return _desk.Get<Dispatcher>().RunAsync(0, default);
    }
}
