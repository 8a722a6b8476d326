using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Coaching.Tests;

public sealed class RetentionTests
{
    private const string Old = "Xanthippe";
    private const string Recent = "Zenobia";

    private static readonly PersonAddress _zoe = new(RecordingChannel.ChannelName, "T1", "zoe");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_people_said_and_did_two_years_ago_is_gone_and_what_is_recent_or_open_stays(bool onAzurite)
    {
        await using var scanned = await OpenAsync(onAzurite);
        var desk = scanned.Desk;
        await LiveAsync(desk, Old);
        await MoveToAsync(desk, new DateTimeOffset(2028, 11, 27, 9, 0, 0, TimeSpan.Zero));
        await LiveAsync(desk, Recent);
        var open = await OpenRowsAsync(scanned);
        await MoveToAsync(desk, new DateTimeOffset(2029, 1, 8, 13, 0, 0, TimeSpan.Zero));
        Assert.Equal(["Deliveries", "Due", "Failures", "Groups", "Insights", "People", "Pulse"], await OldTablesAsync(scanned));

        var counts = await desk.Get<Retention>().RunAsync(CancellationToken.None);

        Assert.Empty(await OldTablesAsync(scanned));
        Assert.Equal(["deliveries", "figures", "groups", "people"], counts.Keys.Order(StringComparer.Ordinal));
        var left = (await scanned.FindAsync(CoachingServices.Tables, "")).Select(row => (row.Table, row.Row)).ToHashSet();
        Assert.All(open, row => Assert.Contains(row, left));
        Assert.Contains("4 of 5", (await desk.Get<Export>().MakeAsync(_zoe, CancellationToken.None)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_is_remembered_for_five_weeks_and_what_it_said_for_longer()
    {
        await using var scanned = await OpenAsync(onAzurite: false);
        var desk = scanned.Desk;
        await LiveAsync(desk, Old);
        desk.Clock.Advance(TimeSpan.FromDays(34.9));
        await desk.Get<Retention>().RunAsync(CancellationToken.None);
        Assert.Contains("turn", await KindsAsync(desk));

        desk.Clock.Advance(TimeSpan.FromDays(1.2));
        await desk.Get<Retention>().RunAsync(CancellationToken.None);

        Assert.Empty(new[] { "turn", "sent", "long", "awaited" }.Intersect(await KindsAsync(desk)));
        Assert.Empty(new[] { "profile", "plan", "reply", "useful", "put-off", "meeting", "agenda", "word" }.Except(await KindsAsync(desk)));
    }

    [Fact]
    public async Task Every_kind_of_row_of_a_person_goes_some_day_or_is_known_to_stay()
    {
        string[] stay = ["profile", "plan", "word", "agenda", "digest"];
        var kinds = typeof(PeopleTable).GetMethods()
            .Where(method => method.ReturnType == typeof(RowKey))
            .Select(method => (RowKey)method.Invoke(null, [.. method.GetParameters().Select(parameter =>
                parameter.ParameterType == typeof(PersonAddress) ? _zoe
                : parameter.ParameterType == typeof(NudgeKey) ? NudgeKey.OfPractice(new DateOnly(2026, 11, 23), "speak-early", 0)
                : (object)"text")])!)
            .Select(PeopleTable.KindOf);

        Assert.Equal(kinds.Order(StringComparer.Ordinal), PeopleRetention.Kinds.Concat(stay).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_ended_it_long_ago_is_forgotten_and_whoever_has_a_plan_or_a_group_or_leads_is_not()
    {
        await using var scanned = await OpenAsync(onAzurite: false);
        var desk = scanned.Desk;
        PersonAddress[] people = [.. new[] { "stopped", "said-hello", "planned", "in-group", "leads" }.Select(name => desk.Anna with { Person = name })];
        foreach (var person in people)
        {
            await desk.SayAsync("hello", person);
        }

        await desk.CommandAsync("coach", "plan active", people[0]);
        await desk.CommandAsync("coach", "stop", people[0]);
        await desk.CommandAsync("coach", "plan active", people[2]);
        await desk.CommandAsync("coach", "group new Platform");
        await InviteAsync(desk, people[3]);
        await desk.Get<GroupsTable>().WriteAsync([GroupsTable.WriteLead(people[4], desk.Clock.GetUtcNow())], CancellationToken.None);
        await desk.Store.Table(PeopleTable.Name).WriteAsync([DigestSettings.Write(people[0], isWanted: false)], CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(700));
        await desk.Get<Retention>().RunAsync(CancellationToken.None);
        Assert.All(await Task.WhenAll(people.Select(person => desk.RowsAsync(person))), Assert.NotEmpty);

        desk.Clock.Advance(TimeSpan.FromDays(40));
        await desk.Get<Retention>().RunAsync(CancellationToken.None);

        Assert.Equal([0, 0, 2, 1, 1], (await Task.WhenAll(people.Select(person => desk.RowsAsync(person)))).Select(rows => rows.Count));
    }

    [Fact]
    public async Task Whoever_no_longer_leads_goes_with_what_they_chose_about_the_digest()
    {
        await using var scanned = await OpenAsync(onAzurite: false);
        var (desk, ben) = (scanned.Desk, scanned.Desk.Anna with { Person = "ben" });
        var groups = desk.Get<GroupsTable>();
        await groups.WriteAsync([GroupsTable.WriteLead(ben, desk.Clock.GetUtcNow())], CancellationToken.None);
        await desk.CommandAsync("coach", "digest off", ben);
        desk.Clock.Advance(TimeSpan.FromDays(740));
        await desk.Get<Retention>().RunAsync(CancellationToken.None);
        Assert.Equal(["digest", "profile"], (await desk.RowsAsync(ben)).Select(row => row.Key.Row));

        await groups.WriteAsync([GroupsTable.DeleteLead(ben)], CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Get<Retention>().RunAsync(CancellationToken.None);
        Assert.Empty(await desk.RowsAsync(ben));
    }

    [Fact]
    public async Task It_is_done_once_a_day_whenever_it_is_asked_for()
    {
        await using var scanned = await OpenAsync(onAzurite: false);
        var retention = scanned.Desk.Get<Retention>();
        await retention.RunAsync(CancellationToken.None);
        var calls = scanned.Store.Calls;
        scanned.Desk.Clock.Advance(TimeSpan.FromHours(23));
        await retention.RunAsync(CancellationToken.None);
        Assert.Equal(calls + 1, scanned.Store.Calls);

        scanned.Desk.Clock.Advance(TimeSpan.FromHours(1));
        await retention.RunAsync(CancellationToken.None);
        Assert.True(scanned.Store.Calls > calls + 10);
    }

    [Fact]
    public async Task One_that_is_cut_short_again_and_again_comes_to_its_end_without_beginning_anew()
    {
        const int People = 450;
        await using var scanned = await OpenAsync(onAzurite: false);
        var table = scanned.Desk.Store.Table(PeopleTable.Name);
        for (var number = 0; number < People; number++)
        {
            var key = PeopleTable.Turn(scanned.Desk.Anna with { Person = $"p{number:D3}" }, "t");
            await table.WriteAsync([new RowWrite.Insert { Key = key, Properties = new RowProperties { { "At", scanned.Desk.Clock.GetUtcNow() } } }], CancellationToken.None);
        }

        scanned.Desk.Clock.Advance(TimeSpan.FromDays(36));
        var runs = 1;
        for (; ; runs++)
        {
            // Enough for 150 people and the rest, which is three calls for each.
            scanned.Store.BreakAfter(500);
            if (await Record.ExceptionAsync(() => scanned.Desk.Get<Retention>().RunAsync(CancellationToken.None)) is null)
            {
                break;
            }

            scanned.Desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        scanned.Store.Heal();
        Assert.InRange(runs, 3, 6);
        Assert.Empty(await scanned.FindAsync([PeopleTable.Name], ""));
    }

    private static Task<ScannedDesk> OpenAsync(bool onAzurite) => ScannedDesk.OpenAsync(
        onAzurite, services => services.AddSingleton(Options.Create(new ProgrammeOptions { Leads = $"{RecordingChannel.ChannelName}:T1:anna" })));

    // Some days with the coach in which a person leaves rows of every kind, all at the time that the clock shows.
    private static async Task LiveAsync(CoachDesk desk, string word)
    {
        await desk.SayAsync("hello", _zoe);
        await desk.CommandAsync("coach", "plan active", _zoe);
        await desk.CommandAsync("coach", $"group new {word}");
        await InviteAsync(desk, _zoe, word);
        var now = desk.Clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var group = (await desk.Get<GroupsTable>().GroupsAsync(_zoe.Home, CancellationToken.None))[^1];
        await desk.TakeAsync(new ButtonTurn
        {
            Id = Guid.NewGuid().ToString(),
            Person = _zoe,
            Conversation = RecordingChannel.Direct(_zoe),
            At = now,
            Action = new CardAction("membership.accept", group.Id),
        });
        await desk.Get<GroupsTable>().WriteAsync([GroupsTable.Write(_zoe.Home, new GroupPause(group.Id, day, day.AddDays(1)))], CancellationToken.None);
        await desk.CommandAsync("coach", "try align-with-manager", _zoe);
        await desk.CommandAsync("coach", $"reply 4, {word} agreed", _zoe);

        var nudge = NudgeKey.OfPractice(day, "speak-early", 0);
        var due = new DueNudge { Person = _zoe, Kind = NudgeKind.Practice, DueAt = now, Version = "lost" };
        await desk.Get<FailuresTable>().KeepAsync([new FailedNudge(due, nudge, now, "internal_error")], CancellationToken.None);
        var unreadable = new RowProperties { { "Key", $"{KeyEncoding.EncodeTime(now)} {PeopleTable.PartitionOf(_zoe)} Practice" }, { "Reason", word } };
        await desk.Get<ITableStore>().Table(DueTable.Name).WriteAsync(
            [new RowWrite.Insert { Key = new RowKey(DueTable.AsidePartition, $"000-{day:yyyy}"), Properties = unreadable }], CancellationToken.None);
        var text = new RowProperties { { "At", now }, { "Since", now }, { "StartsAt", now }, { "Text", word }, { "Word", word }, { "Useful", true }, { "Practice", "speak-early" } };
        RowKey[] others =
        [
            PeopleTable.LongMessage(_zoe, word), PeopleTable.AwaitedPreRead(_zoe), PeopleTable.PutOff(_zoe, nudge), PeopleTable.Useful(_zoe, nudge),
            PeopleTable.PreRead(_zoe, $"m-{day:yyyy}"),
        ];
        await desk.Get<ITableStore>().Table(PeopleTable.Name).WriteAsync([.. others.Select(key => new RowWrite.Upsert { Key = key, Properties = text })], CancellationToken.None);
        var meeting = new Meeting { Id = $"m-{day:yyyy}", Name = word, StartsAt = now, Minutes = 30, Goal = "", FirstPoint = "", Version = "v", SavedAt = now };
        await desk.Get<ITableStore>().Table(PeopleTable.Name).WriteAsync(
            [
                MeetingRow.Save(_zoe, meeting, version: null),
                MeetingRow.Save(_zoe, meeting with { Id = $"coming-{day:yyyy}", Name = "", StartsAt = now.AddMonths(27) }, version: null),
                CompanyWord.Save(_zoe, $"arr{day:yyyy}", now),
            ],
            CancellationToken.None);
    }

    private static async Task MoveToAsync(CoachDesk desk, DateTimeOffset to)
    {
        // The week in which they joined, and one more, are counted when they are over.
        foreach (var weeks in new[] { 2, 3 })
        {
            desk.Clock.MoveTo(desk.Clock.GetUtcNow().AddDays(7 * weeks));
            await desk.Get<InsightsUpdate>().RunAsync(_zoe.Home, CancellationToken.None);
        }

        desk.Clock.MoveTo(to);
    }

    // Not looked at: what is open, which names the day on which it began, and what waits for its time, which nobody delivers here.
    private static async Task<IEnumerable<string>> OldTablesAsync(ScannedDesk scanned) =>
        (await scanned.FindAsync(CoachingServices.Tables, Old, "20261123", "20261124", "2026-11-2", "2026-W"))
            .Where(row => row.Table switch
            {
                "Due" => row.Text.StartsWith(DueTable.AsidePartition, StringComparison.Ordinal),
                "Groups" => row.Row.StartsWith("pause ", StringComparison.Ordinal),
                "People" => row.Row is not ("profile" or "plan" or "word arr2026") && !row.Row.StartsWith("meeting coming-", StringComparison.Ordinal),
                _ => true,
            })
            .Select(row => row.Table).Distinct().Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<(string Table, string Row)>> OpenRowsAsync(ScannedDesk scanned) =>
    [
        .. (await scanned.FindAsync(CoachingServices.Tables, Recent, "plan", "profile", "coming-", "Accepted", "20281127", "2028-W"))
            .Select(row => (row.Table, row.Row))
            .Where(row => row.Row.Split(' ')[0] is not ("turn" or "sent" or "long" or "awaited")),
    ];

    private static async Task<IReadOnlySet<string>> KindsAsync(CoachDesk desk) =>
        (await desk.RowsAsync(_zoe)).Select(row => row.Key.Row.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

    private static Task<ChatAnswer> InviteAsync(CoachDesk desk, PersonAddress person, string group = "Platform") => desk.TakeAsync(new CommandTurn
    {
        Id = Guid.NewGuid().ToString(),
        Person = desk.Anna,
        Conversation = RecordingChannel.Direct(desk.Anna),
        At = desk.Clock.GetUtcNow(),
        Command = "coach",
        Text = $"group {group} add @person",
        Mentioned = [person],
    });
}
