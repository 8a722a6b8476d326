using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

/// <summary>When the weekly digest comes, to whom, and when not.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    /// <summary>Friday 27 November 2026, 09:00 in Berlin.</summary>
    private static readonly DateTimeOffset _fridayMorning = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    private CoachDesk _desk = null!;

    private PersonAddress Anna => _desk.Anna;

    private PersonAddress Ben => Anna with { Person = "ben" };

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton<IOneTimeLinks>(new Links())
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna,{RecordingChannel.ChannelName}:T1:never-met" })));
        await _desk.CommandAsync("coach", "group new Platform");
        await WriteFiguresAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Each_lead_whom_the_coach_has_met_has_one_due_however_often_it_is_looked_after()
    {
        await _desk.SayAsync("hello", Ben);
        await NameAsync("add", Ben);

        Assert.Equal(2, await AddAsync());
        Assert.Equal(0, await AddAsync());
        Assert.Equal("2026-W48", Assert.Single(await DueAsync(Anna)).Subject);
        Assert.Single(await DueAsync(Ben));
        Assert.Empty(await DueAsync(Anna with { Person = "never-met" }));

        _desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(2, await AddAsync());
        Assert.Equal(["2026-W48", "2026-W49"], (await DueAsync(Anna)).Select(due => due.Subject));
    }

    [Fact]
    public async Task A_workspace_without_groups_has_none()
    {
        await _desk.CommandAsync("coach", "group Platform delete");
        await _desk.PressAsync(_desk.Reply!, "Delete the group");

        Assert.Equal(0, await AddAsync());
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-27T08:00:00Z")]
    [InlineData("Pacific/Kiritimati", "2026-11-26T19:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-27T03:30:00Z")]
    [InlineData("America/Los_Angeles", "2026-11-27T17:00:00Z")]
    [InlineData("Pacific/Pago_Pago", "2026-11-27T20:00:00Z")]
    public async Task It_comes_on_Friday_at_nine_where_the_lead_lives(string zone, string at)
    {
        await _desk.TakeAsync(_desk.Message("hello") with { Zone = zone });
        await AddAsync();
        var due = Assert.Single(await DueAsync(Anna));
        var decision = await DecideAsync(due, due.DueAt);
        if (decision is NudgeDecision.Move moved)
        {
            due = moved.To;
            decision = await DecideAsync(due, due.DueAt);
        }

        Assert.Equal(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), due.DueAt.ToUniversalTime());
        Assert.Equal("20261127.digest.2026-W48", Assert.IsType<NudgeDecision.Send>(decision).Key.ToString());
    }

    [Fact]
    public async Task A_late_one_comes_the_same_day_and_no_later()
    {
        var due = await NextAsync();
        Assert.IsType<NudgeDecision.Send>(await DecideAsync(due, _fridayMorning.AddHours(8)));
        Assert.IsType<NudgeDecision.Skip>(await DecideAsync(due, _fridayMorning.AddHours(9)));
        Assert.IsType<NudgeDecision.Skip>(await DecideAsync(due, _fridayMorning.AddDays(3)));
    }

    [Fact]
    public async Task Whoever_turns_it_off_gets_none_until_they_turn_it_on()
    {
        var due = await NextAsync();
        await _desk.CommandAsync("coach", "digest off");
        Assert.StartsWith("It does not come.", _desk.Reply!.Text, StringComparison.Ordinal);
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due, _fridayMorning));
        _desk.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(0, await AddAsync());

        await _desk.CommandAsync("coach", "digest");
        await _desk.PressAsync(_desk.Reply!, "Turn it on");
        await _desk.CommandAsync("coach", "digest");
        Assert.StartsWith("On Fridays at 09:00", _desk.Reply!.Text, StringComparison.Ordinal);
        Assert.Equal(1, await AddAsync());
    }

    [Fact]
    public async Task Whoever_is_no_lead_gets_none()
    {
        await _desk.CommandAsync("coach", "digest on", Ben);
        Assert.Equal("This is for programme leads", _desk.Reply!.Title);
        await _desk.PressAsync(DigestCards.Settings(Language.English, isWanted: true), "Turn it off", Ben);
        Assert.Equal(0, (await _desk.RowsAsync(Ben)).Count(row => row.Key.Row == "digest"));
    }

    [Fact]
    public async Task A_lead_who_is_removed_gets_no_more()
    {
        await _desk.SayAsync("hello", Ben);
        await NameAsync("add", Ben);
        var due = await NextAsync(Ben);
        Assert.IsType<NudgeDecision.Send>(await DecideAsync(due, _fridayMorning));

        await NameAsync("remove", Ben);
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due, _fridayMorning));
    }

    [Theory]
    [InlineData("pause until 7 dec")]
    [InlineData("stop")]
    public async Task Whoever_rests_or_has_ended_everything_gets_none(string words)
    {
        await _desk.CommandAsync("coach", "plan light");
        var due = await NextAsync();
        Assert.IsType<NudgeDecision.Send>(await DecideAsync(due, _fridayMorning));

        await _desk.CommandAsync("coach", words);
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due, _fridayMorning));
    }

    [Fact]
    public async Task A_pause_of_a_group_holds_that_of_a_lead_who_is_in_it()
    {
        var group = (await _desk.Get<GroupsTable>().GroupsAsync(Anna.Home, default)).Single();
        await _desk.TakeAsync(Command("group Platform add @anna") with { Mentioned = [Anna] });
        await _desk.PressAsync(MembershipCards.Invitation(Language.English, group), "Accept", Anna);
        var due = await NextAsync();
        await _desk.CommandAsync("coach", "group Platform pause 27 nov to 27 nov");

        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due, _fridayMorning));
    }

    [Fact]
    public async Task A_lead_of_the_configuration_who_was_forgotten_is_not_written_to()
    {
        var due = await NextAsync();
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", Anna);

        Assert.Empty(await DueAsync(Anna));
        Assert.Equal(0, await AddAsync());
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due, _fridayMorning));
    }

    [Fact]
    public async Task A_week_that_was_not_counted_has_none()
    {
        var due = await NextAsync();
        Assert.IsType<NudgeDecision.Drop>(await DecideAsync(due with { Subject = "2026-W50" }, _fridayMorning.AddDays(14)));
    }

    [Fact]
    public async Task Its_button_sends_a_link_and_leaves_it_as_it_is()
    {
        var send = Assert.IsType<NudgeDecision.Send>(await DecideAsync(await NextAsync(), _fridayMorning));
        var shown = _desk.Channel.Show(RecordingChannel.Direct(Anna), send.Card, send.Key.ToString());
        await _desk.PressAsync(_desk.Channel.Messages[shown.Message], "Open insights");

        Assert.Equal(new Uri("https://coach.example/insights-of-anna"), _desk.Reply!.Link!.Target);
        Assert.Equal(send.Card, _desk.Channel.Messages[shown.Message].Card);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Properties.Any(value => $"{value.Value}".Contains("insights-of-anna", StringComparison.Ordinal)));
    }

    private Task WriteFiguresAsync() => _desk.Get<InsightsTable>().WriteAsync(
        Anna.Home, [new GroupWeek(InsightsTable.Everyone, new IsoWeek(2026, 47), 40, new Dictionary<string, Figure>())], default);

    private async Task<DueNudge> NextAsync(PersonAddress? person = null)
    {
        await AddAsync();
        return Assert.Single(await DueAsync(person ?? Anna));
    }

    private Task<int> AddAsync() => _desk.Get<DigestsDue>().AddAsync(default);

    private Task<NudgeDecision> DecideAsync(DueNudge due, DateTimeOffset now) => _desk.Get<NudgeDecider>().DecideAsync(due, now, default);

    private Task<ChatAnswer> NameAsync(string verb, PersonAddress lead) => _desk.TakeAsync(Command($"lead {verb} @one") with { Mentioned = [lead] });

    private CommandTurn Command(string text) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Person = Anna,
        Conversation = RecordingChannel.Direct(Anna),
        At = _desk.Clock.GetUtcNow(),
        Command = "coach",
        Text = text,
    };

    private async Task<IReadOnlyList<DueNudge>> DueAsync(PersonAddress person)
    {
        var page = await _desk.Get<DueTable>().ReadDueAsync(_desk.Get<ShardMap>().Of(person), _desk.Clock.GetUtcNow().AddDays(30), "", default);
        return [.. page.Rows.Select(row => row.Nudge).Where(nudge => nudge.Person == person && nudge.Kind == NudgeKind.Digest)];
    }

    private sealed class Links : IOneTimeLinks
    {
        public Uri Make(OneTimePage page, PersonAddress person) => new($"https://coach.example/{page.ToString().ToLowerInvariant()}-of-{person.Person}");
    }
}
