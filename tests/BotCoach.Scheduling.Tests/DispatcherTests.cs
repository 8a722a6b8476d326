using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling.Tests;

public sealed class DispatcherTests : IAsyncLifetime
{
    private static readonly SchedulingOptions Options = new() { ClaimSeconds = 60 };

    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(configure: services => services
        .AddSingleton<IOptions<SchedulingOptions>>(new OptionsWrapper<SchedulingOptions>(Options))
        .AddSingleton<Dispatcher>());

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_nudge_comes_at_its_time_and_the_next_one_at_the_next()
    {
        await _desk.CommandAsync("coach", "plan standard");

        Assert.Equal(0, await RunAsync());
        await RunAtAsync(Monday(9, 15));
        await RunAtAsync(Monday(9, 16));
        await RunAtAsync(Monday(9, 15).AddDays(2));
        await RunAtAsync(Monday(9, 15).AddDays(3));

        Assert.Equal(
            ["align-with-manager", "questions-and-comments", "speak-early"],
            _desk.Channel.InOrder.Select(shown => PracticeOf(shown.Card)));
    }

    [Fact]
    public async Task Every_practice_comes_once_before_any_comes_again_and_then_in_other_words()
    {
        await _desk.CommandAsync("coach", "plan active");
        var catalogue = _desk.Get<PracticeCatalogue>();
        for (var day = 0; _desk.Channel.Messages.Count < 2 * catalogue.Practices.Count; day++)
        {
            await RunAtAsync(Monday(9, 15).AddDays(day));
        }

        var shown = _desk.Channel.InOrder.Select(message => message.Card).ToList();
        Assert.Equal(catalogue.Practices.Count, shown.Take(catalogue.Practices.Count).Select(PracticeOf).Distinct().Count());
        Assert.Equal(shown.Count, shown.Select(card => card.Text).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_comes_while_paused_and_the_plan_goes_on_by_itself_and_says_so_once()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.CommandAsync("coach", "pause until 7 dec");
        for (var day = 0; day < 18; day++)
        {
            await RunAtAsync(Monday(9, 15).AddDays(day));
        }

        Assert.Equal(3, _desk.Channel.Messages.Count);
        Assert.Single(_desk.Channel.InOrder, shown => shown.Card.Context!.StartsWith("Your pause is over", StringComparison.Ordinal));
        Assert.StartsWith("Your pause is over", _desk.Channel.InOrder[0].Card.Context, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("pause")]
    public async Task Opting_out_a_moment_before_a_nudge_is_due_holds(string command)
    {
        await _desk.CommandAsync("coach", "plan standard");
        _desk.Clock.MoveTo(Monday(9, 14).AddSeconds(59));
        await _desk.CommandAsync("coach", command);
        await RunAtAsync(Monday(9, 15));

        Assert.Empty(_desk.Channel.Messages);
    }

    [Fact]
    public async Task A_nudge_that_is_late_but_useful_comes_late()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await RunAtAsync(Monday(9, 40));

        Assert.Single(_desk.Channel.Messages);
    }

    [Fact]
    public async Task A_nudge_that_is_too_late_is_skipped_and_recorded_and_keeps_its_turn()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await RunAtAsync(Monday(14, 0));
        var skipped = await _desk.Get<DeliveriesTable>().OfDayAsync(_desk.Anna, new DateOnly(2026, 11, 23), default);
        await RunAtAsync(Monday(9, 15).AddDays(2));

        Assert.Equal(DeliveryOutcome.SkippedLate, Assert.Single(skipped).Outcome);
        Assert.Equal("align-with-manager", PracticeOf(Assert.Single(_desk.Channel.InOrder).Card));
    }

    [Fact]
    public async Task After_a_week_of_outage_one_nudge_comes_not_three()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await RunAtAsync(Monday(9, 20).AddDays(7));
        await RunAtAsync(Monday(9, 21).AddDays(7));

        Assert.Empty(_desk.Channel.Messages);
        await RunAtAsync(Monday(9, 15).AddDays(9));
        Assert.Single(_desk.Channel.Messages);
    }

    [Fact]
    public async Task The_three_messages_of_a_meeting_come_at_their_times()
    {
        await SaveMeetingAsync("thu 10:00");
        var thursday = Monday(10, 0).AddDays(3);

        Assert.Equal(0, await RunAtAsync(thursday.AddMinutes(-31)));
        Assert.Equal(1, await RunAtAsync(thursday.AddMinutes(-30)));
        Assert.Equal(1, await RunAtAsync(thursday.AddMinutes(-5)));
        Assert.Equal(1, await RunAtAsync(thursday.AddMinutes(65)));

        Assert.Equal(
            ["Exec staff, today 10:00", "Exec staff in 5 minutes", "Exec staff"],
            _desk.Channel.InOrder.Skip(1).Select(shown => shown.Card.Title));
    }

    [Fact]
    public async Task A_meeting_that_moves_takes_its_messages_along()
    {
        await SaveMeetingAsync("thu 10:00");
        await _desk.PressAsync(_desk.Last, "Edit");
        await _desk.SubmitAsync(_desk.Form!, ("when", "fri 10:00"));
        for (var minute = -60; minute < 90; minute += 5)
        {
            await RunAtAsync(Monday(10, 0).AddDays(3).AddMinutes(minute));
        }

        Assert.Single(_desk.Channel.Messages);
        Assert.Equal(1, await RunAtAsync(Monday(9, 30).AddDays(4)));
    }

    [Fact]
    public async Task A_meeting_that_is_called_off_is_silent_until_it_is_put_back()
    {
        await SaveMeetingAsync("thu 10:00");
        await _desk.PressAsync(_desk.Last, "Cancel");

        Assert.Equal(0, await RunAtAsync(Monday(9, 30).AddDays(3)));
        await _desk.PressAsync(_desk.Last, "Put it back");
        Assert.Equal(1, await RunAtAsync(Monday(9, 55).AddDays(3)));
    }

    [Fact]
    public async Task The_word_to_speak_first_does_not_come_into_a_meeting_that_has_begun()
    {
        await SaveMeetingAsync("thu 10:00");

        Assert.Equal(0, await RunAtAsync(Monday(10, 1).AddDays(3)));
    }

    [Fact]
    public async Task Stopping_silences_meetings_as_well_until_one_is_saved_anew()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await SaveMeetingAsync("thu 10:00");
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.CommandAsync("coach", "stop");
        var silent = await RunAtAsync(Monday(9, 30).AddDays(3));
        await SaveMeetingAsync("thu 11:00");

        Assert.Equal(0, silent);
        Assert.Equal(1, await RunAtAsync(Monday(10, 30).AddDays(3)));
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_is_not_tried_again()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var tries = 0;
        _desk.Channel.Answer = _ =>
        {
            tries++;
            return new DeliveryResult.Blocked();
        };
        await RunAtAsync(Monday(9, 15));
        await RunAtAsync(Monday(9, 15).AddDays(2));
        await _desk.CommandAsync("coach", "plan");

        Assert.Equal(1, tries);
        Assert.Equal("Nudges are resting", _desk.Reply!.Title);
    }

    [Fact]
    public async Task A_throttled_nudge_comes_when_the_platform_allows()
    {
        await _desk.CommandAsync("coach", "plan standard");
        _desk.Channel.Answer = _ => new DeliveryResult.Throttled(TimeSpan.FromSeconds(90));
        await RunAtAsync(Monday(9, 15));
        _desk.Channel.Answer = _ => null;

        Assert.Equal(0, await RunAtAsync(Monday(9, 16)));
        Assert.Equal(1, await RunAtAsync(Monday(9, 16).AddSeconds(30)));
    }

    [Fact]
    public async Task Being_throttled_is_no_failure_and_never_ends_in_giving_up()
    {
        await _desk.CommandAsync("coach", "plan standard");
        _desk.Channel.Answer = _ => new DeliveryResult.Throttled(TimeSpan.FromSeconds(30));
        for (var minute = 0; minute < 60; minute++)
        {
            await RunAtAsync(Monday(9, 15).AddMinutes(minute));
        }

        _desk.Channel.Answer = _ => null;
        Assert.Equal(1, await RunAtAsync(Monday(10, 20)));
    }

    [Fact]
    public async Task A_send_that_keeps_failing_is_given_up_for_this_time_and_the_plan_goes_on()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var tries = 0;
        _desk.Channel.Answer = _ =>
        {
            tries++;
            return new DeliveryResult.Failed("internal_error");
        };
        for (var minute = 0; minute < 180; minute++)
        {
            await RunAtAsync(Monday(9, 15).AddMinutes(minute));
        }

        _desk.Channel.Answer = _ => null;
        var failed = Assert.Single(await _desk.Get<DeliveriesTable>().OfDayAsync(_desk.Anna, new DateOnly(2026, 11, 23), default));

        Assert.Equal(6, tries);
        Assert.Equal((DeliveryOutcome.Failed, "internal_error"), (failed.Outcome, failed.Reason));
        Assert.Equal(1, await RunAtAsync(Monday(9, 15).AddDays(2)));
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_opened_anew()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await RunAtAsync(Monday(9, 15));
        var first = true;
        _desk.Channel.Answer = _ =>
        {
            var gone = first;
            first = false;
            return gone ? new DeliveryResult.NotFound() : null;
        };

        Assert.Equal(1, await RunAtAsync(Monday(9, 15).AddDays(2)));
    }

    [Fact]
    public async Task After_a_crash_between_claim_and_send_the_nudge_comes_when_the_claim_has_run_out()
    {
        await _desk.CommandAsync("coach", "plan standard");
        _desk.Clock.MoveTo(Monday(9, 15));
        await ClaimAsync(); // and the process dies

        Assert.Equal(0, await RunAtAsync(Monday(9, 15).AddSeconds(59)));
        Assert.Equal(1, await RunAtAsync(Monday(9, 16)));
    }

    [Fact]
    public async Task After_a_crash_between_send_and_record_a_channel_that_can_look_sends_nothing_twice()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await RunAtAsync(Monday(9, 15)); // this one makes the conversation known
        await CrashAfterSendingAsync(Monday(9, 15).AddDays(2));
        await RunAtAsync(Monday(9, 20).AddDays(2));

        Assert.Equal(2, _desk.Channel.Messages.Count);
    }

    [Fact]
    public async Task After_the_same_crash_a_channel_that_cannot_look_sends_it_at_most_twice()
    {
        _desk.Channel.CanBeSearched = false;
        await _desk.CommandAsync("coach", "plan standard");
        await RunAtAsync(Monday(9, 15));
        await CrashAfterSendingAsync(Monday(9, 15).AddDays(2));
        await RunAtAsync(Monday(9, 20).AddDays(2));
        await RunAtAsync(Monday(9, 30).AddDays(2));

        Assert.Equal(3, _desk.Channel.Messages.Count);
    }

    [Fact]
    public async Task Two_nodes_at_one_shard_send_every_nudge_once()
    {
        var people = Enumerable.Range(0, 150).Select(number => _desk.Anna with { Person = $"p{number}" }).ToList();
        foreach (var person in people)
        {
            await _desk.CommandAsync("coach", "plan standard", person);
        }

        _desk.Clock.MoveTo(Monday(9, 15));
        var other = ActivatorUtilities.CreateInstance<Dispatcher>(_desk.Services);
        for (var run = 0; run < 5; run++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(shard => new[]
            {
                _desk.Get<Dispatcher>().RunAsync(shard, default), other.RunAsync(shard, default),
            }));
        }

        Assert.Equal(
            people.Select(person => person.Person).Order(),
            _desk.Channel.InOrder.Select(shown => shown.Message.Conversation.Conversation["direct-".Length..]).Order());
    }

    private async Task CrashAfterSendingAsync(DateTimeOffset at)
    {
        _desk.Clock.MoveTo(at);
        var row = Assert.Single(await ClaimAsync());
        var send = Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(row.Nudge, at, default));
        await _desk.Channel.SendAsync(RecordingChannel.Direct(_desk.Anna), send.Card, send.Key.ToString(), default);
    }

    private async Task<IReadOnlyList<DueRow>> ClaimAsync()
    {
        var due = _desk.Get<DueTable>();
        var now = _desk.Clock.GetUtcNow();
        var (rows, _) = await due.ReadDueAsync(due.Shards.Of(_desk.Anna), now, "", default);
        return (await due.ClaimAsync(rows, now.AddSeconds(Options.ClaimSeconds), default))!;
    }

    private async Task SaveMeetingAsync(string when)
    {
        await _desk.CommandAsync("prep", $"meeting exec staff {when}");
        await _desk.SubmitAsync(_desk.Form!, ("name", "Exec staff"));
    }

    private Task<int> RunAtAsync(DateTimeOffset time)
    {
        _desk.Clock.MoveTo(time);
        return RunAsync();
    }

    private async Task<int> RunAsync()
    {
        var sent = 0;
        for (var shard = 0; shard < _desk.Get<ShardMap>().Count; shard++)
        {
            sent += await _desk.Get<Dispatcher>().RunAsync(shard, default);
        }

        return sent;
    }

    private string PracticeOf(Card card) => _desk.Get<PracticeCatalogue>().Practices.First(practice => practice.Title == card.Title).Id;

    // Berlin is an hour ahead of UTC on these days.
    private static DateTimeOffset Monday(int hour, int minute) => new(2026, 11, 23, hour, minute, 0, TimeSpan.FromHours(1));
}
