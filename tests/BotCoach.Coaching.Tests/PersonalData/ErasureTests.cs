using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

public sealed class ErasureTests : IAsyncLifetime
{
    private const string Word = "Xanthippe";

    private CoachDesk _desk = null!;

    private PersonAddress Zoe => _desk.Anna with { Person = "zoe-4711" };

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync(configure: services => services
        .AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Forgetting_is_asked_twice()
    {
        await LiveAsync();
        await _desk.CommandAsync("coach", "forget me", Zoe);
        await _desk.PressAsync(_desk.Reply!, "Go on", Zoe);
        Assert.NotEmpty(await TracesAsync());
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Keep everything", Zoe);

        Assert.NotEmpty(await TracesAsync());
    }

    [Fact]
    public async Task Nothing_of_the_person_is_left_in_any_table()
    {
        await LiveAsync();
        await CountAsync();
        var before = await TracesAsync();
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", Zoe);

        Assert.Equal(["Deliveries", "Due", "Failures", "Groups", "People", "Pulse"], before.Select(trace => trace.Table).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(await TracesAsync());
    }

    [Fact]
    public async Task The_figures_are_made_again_without_them()
    {
        await LiveAsync();
        await CountAsync();
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", Zoe);
        var made = await _desk.Get<InsightsUpdate>().RunAsync(_desk.Anna.Home, CancellationToken.None);

        Assert.Contains(new IsoWeek(2026, 49), made);
    }

    [Fact]
    public async Task Whoever_writes_again_is_met_as_somebody_new()
    {
        await LiveAsync();
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", Zoe);
        await _desk.SayAsync("hello", Zoe);

        Assert.Equal("A coach for the part of your job beyond your own team", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task The_turn_that_asked_resurrects_nobody_when_it_comes_again()
    {
        await LiveAsync();
        var turn = new ButtonTurn { Id = "again", Person = Zoe, Conversation = RecordingChannel.Direct(Zoe), At = _desk.Clock.GetUtcNow(), Action = new CardAction(ErasureCards.ReallyAction) };
        await Task.WhenAll(_desk.TakeAsync(turn), _desk.TakeAsync(turn));
        await _desk.TakeAsync(turn);

        Assert.Empty(await TracesAsync());
    }

    [Fact]
    public async Task What_was_on_its_way_and_left_a_row_behind_is_erased_a_little_later()
    {
        await LiveAsync();
        await _desk.PressAsync(ErasureCards.Really(Language.English), "Erase everything", Zoe);
        var late = NudgeKey.OfPractice(new DateOnly(2026, 11, 23), "speak-early", 0);
        await _desk.Get<DeliveriesTable>().RecordAsync(
            [new Delivery { Person = Zoe, Key = late, Outcome = DeliveryOutcome.Sent, At = _desk.Clock.GetUtcNow() }], CancellationToken.None);
        Assert.Equal(0, await _desk.Get<Erasures>().RunAgainAsync(CancellationToken.None));
        Assert.NotEmpty(await TracesAsync());

        _desk.Clock.Advance(Erasures.Again);
        _desk.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, await _desk.Get<Erasures>().RunAgainAsync(CancellationToken.None));
        Assert.Empty(await TracesAsync());
        Assert.Equal(0, await _desk.Get<Erasures>().RunAgainAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_export_holds_every_row_that_an_erasure_takes_away_and_reads_well()
    {
        await LiveAsync();
        await CountAsync();
        var export = await _desk.Get<Export>().MakeAsync(Zoe, CancellationToken.None);

        Assert.All(await TracesAsync(), trace => Assert.Contains($"\"row\": \"{trace.Row}\"", export.Json, StringComparison.Ordinal));
        Assert.Contains($"Check alignment with your manager: 4 of 5, {Word} agreed", export.Text, StringComparison.Ordinal);
        Assert.Contains("Active, active since", export.Text, StringComparison.Ordinal);
        Assert.Contains("left out: Speak early", export.Text, StringComparison.Ordinal);
        Assert.Contains("zone Europe/Berlin, you chose Europe/Lisbon", export.Text, StringComparison.Ordinal);
        Assert.Contains("meeting sheets an hour before", export.Text, StringComparison.Ordinal);
        Assert.Contains("\"practicesOff\": \"speak-early\"", export.Json, StringComparison.Ordinal);
        Assert.Contains("\"ownZone\": \"Europe/Lisbon\"", export.Json, StringComparison.Ordinal);
        Assert.Contains("\"sheetLead\": \"Hour\"", export.Json, StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(export.Json);
        Assert.Equal("zoe-4711", json.RootElement.GetProperty("person").GetString());
    }

    // A week with the coach: a plan, answers, a meeting, a group.
    private async Task LiveAsync()
    {
        await _desk.SayAsync("hello", Zoe);
        await _desk.CommandAsync("coach", "plan active", Zoe);
        await SetAsync(new SettingChange.Practice("speak-early", IsOn: false));
        await SetAsync(new SettingChange.Zone("Europe/Lisbon"));
        await SetAsync(new SettingChange.Sheets(SheetLead.Hour));
        await _desk.CommandAsync("coach", "group new Platform");
        await _desk.TakeAsync(Command("group Platform add @zoe", _desk.Anna) with { Mentioned = [Zoe] });
        var group = (await _desk.Get<GroupsTable>().GroupsAsync(_desk.Anna.Home, CancellationToken.None)).Single();
        await _desk.PressAsync(MembershipCards.Invitation(Language.English, group), "Accept", Zoe);
        _desk.Clock.Advance(TimeSpan.FromDays(7));
        await _desk.CommandAsync("coach", "try align-with-manager", Zoe);
        await _desk.CommandAsync("coach", $"reply 4, {Word} agreed", Zoe);
        await FailAsync();
    }

    private Task<ChatAnswer> SetAsync(SettingChange change) => _desk.TakeAsync(new ButtonTurn
    {
        Id = change.Write(),
        Person = Zoe,
        Conversation = RecordingChannel.Direct(Zoe),
        At = _desk.Clock.GetUtcNow(),
        Action = SettingsAction.Make(change),
    });

    // A nudge that could not be sent, and one that cannot even be read.
    private async Task FailAsync()
    {
        var now = _desk.Clock.GetUtcNow();
        var nudge = new DueNudge { Person = Zoe, Kind = NudgeKind.Practice, DueAt = now.AddDays(30), Version = "lost" };
        await _desk.Get<FailuresTable>().KeepAsync(
            [new FailedNudge(nudge, NudgeKey.OfPractice(new DateOnly(2026, 11, 24), "speak-early", 0), now, "internal_error")], CancellationToken.None);
        var due = _desk.Get<DueTable>();
        var shard = due.Shards.Of(Zoe);
        await due.AddAsync([nudge], CancellationToken.None);
        var row = (await due.ReadDueAsync(shard, nudge.DueAt, "", CancellationToken.None)).Rows.Single(row => row.Nudge.Version == "lost");
        await _desk.Store.Table(DueTable.Name).WriteAsync(
            [new RowWrite.Replace { Key = row.Key, Properties = new RowProperties { { "Kind", "Practice" } } }], CancellationToken.None);
        var page = await due.ReadDueAsync(shard, nudge.DueAt, "", CancellationToken.None);
        await due.PutAsideAsync(Assert.Single(page.Unreadable), CancellationToken.None);
    }

    private async Task CountAsync()
    {
        _desk.Clock.MoveTo(new DateTimeOffset(2026, 12, 7, 13, 0, 0, TimeSpan.Zero));
        await _desk.Get<InsightsUpdate>().RunAsync(_desk.Anna.Home, CancellationToken.None);
    }

    private CommandTurn Command(string text, PersonAddress person) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Person = person,
        Conversation = RecordingChannel.Direct(person),
        At = _desk.Clock.GetUtcNow(),
        Command = "coach",
        Text = text,
    };

    // Every row of every table that names the person or a pseudonym of theirs, or holds a word of theirs.
    private async Task<IReadOnlyList<(string Table, string Row)>> TracesAsync()
    {
        var pseudonym = new Pseudonyms(await _desk.Get<WorkspaceKeys>().OfAsync(Zoe.Home, CancellationToken.None)).Of(Zoe, 0);
        string[] theirs = [Zoe.Person, Word, pseudonym];
        return
        [
            .. (await StoreScan.ReadAsync(_desk.Store, CoachingServices.Tables))
                .Where(trace => theirs.Any(text => trace.Text.Contains(text, StringComparison.Ordinal)))
                .Select(trace => (trace.Table, trace.Key.Row)),
        ];
    }
}
