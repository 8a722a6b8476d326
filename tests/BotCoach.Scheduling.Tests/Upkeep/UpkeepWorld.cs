using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Scheduling.Tests;

/// <summary>
/// Workspaces whose people have been with the coach for a while, so that every table has rows of each, on a store of the
/// test's choice that can fail at any call.
/// </summary>
internal sealed class UpkeepWorld : IAsyncDisposable
{
    /// <summary>Every table of the coach and of the scheduling.</summary>
    public static readonly IReadOnlyList<string> Tables = [.. CoachingServices.Tables, .. SchedulingServices.Tables];

    private readonly IAsyncDisposable? _own;

    private UpkeepWorld(CoachDesk desk, WatchedStore store, IAsyncDisposable? own) => (Desk, Store, _own) = (desk, store, own);

    public CoachDesk Desk { get; }

    public WatchedStore Store { get; }

    /// <summary>Opens one.</summary>
    /// <param name="azure">The connection string of an account; null for a SQLite store in memory.</param>
    /// <param name="leads">The people who lead programmes.</param>
    public static async Task<UpkeepWorld> OpenAsync(string? azure, params IReadOnlyList<PersonAddress> leads)
    {
        // The real clock: the service refuses a request whose date is not today's.
        var account = azure is null ? null : new AzureTableStore(
            new AzureTableStoreOptions { ConnectionString = azure, AttemptTime = TimeSpan.FromSeconds(30), Deadline = TimeSpan.FromMinutes(1) }, TimeProvider.System);
        var desk = await CoachDesk.OpenAsync(configure: services => services
            .AddSingleton<ITableStore>(new WatchedStore(
                account ?? (ITableStore)services.Last(service => service.ServiceType == typeof(ITableStore)).ImplementationInstance!))
            .AddSingleton(Options.Create(new ProgrammeOptions { Leads = string.Join(',', leads.Select(lead => $"{lead.Channel}:{lead.Workspace}:{lead.Person}")) })));
        var store = (WatchedStore)desk.Get<ITableStore>();
        await store.EnsureTablesAsync(Tables, CancellationToken.None);
        return new UpkeepWorld(desk, store, account);
    }

    /// <summary>
    /// A week with the coach: a plan, a group with its invitation, a meeting, answers, a nudge that failed and one that
    /// cannot be read, slots for sending. It begins on the Monday at which the desk's clock stands.
    /// </summary>
    public async Task LiveAsync(PersonAddress lead, PersonAddress person)
    {
        await Desk.CommandAsync("coach", "plan active", person);
        await Desk.CommandAsync("coach", "group new Platform", lead);
        await Desk.TakeAsync(new CommandTurn
        {
            Id = Guid.NewGuid().ToString(),
            Person = lead,
            Conversation = RecordingChannel.Direct(lead),
            At = Desk.Clock.GetUtcNow(),
            Command = "coach",
            Text = "group Platform add @person",
            Mentioned = [person],
        });
        var group = (await Desk.Get<GroupsTable>().GroupsAsync(person.Home, CancellationToken.None))[^1];
        await Desk.TakeAsync(new ButtonTurn
        {
            Id = Guid.NewGuid().ToString(),
            Person = person,
            Conversation = RecordingChannel.Direct(person),
            At = Desk.Clock.GetUtcNow(),
            Action = new CardAction("membership.accept", group.Id),
        });
        await Desk.CommandAsync("coach", "try align-with-manager", person);
        await Desk.CommandAsync("coach", "reply 4, we agreed", person);
        await FailAsync(person);
        await new SlotsTable(Store).LeaseAsync((person.Channel, person.Workspace), TimeSpan.TicksPerSecond, Desk.Clock.GetUtcNow, known: null);
    }

    /// <summary>Lets the figures be made of the weeks that are over.</summary>
    public Task CountAsync(WorkspaceAddress workspace) => Desk.Get<InsightsUpdate>().RunAsync(workspace, CancellationToken.None);

    public Task<IReadOnlyList<StoreScan.Trace>> ScanAsync() => StoreScan.ReadAsync(Store, Tables);

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    private async Task FailAsync(PersonAddress person)
    {
        var now = Desk.Clock.GetUtcNow();
        var nudge = new DueNudge { Person = person, Kind = NudgeKind.Practice, DueAt = now.AddDays(30), Version = "lost" };
        await Desk.Get<FailuresTable>().KeepAsync(
            [new FailedNudge(nudge, NudgeKey.OfPractice(DateOnly.FromDateTime(now.UtcDateTime), "speak-early", 0), now, "internal_error")], CancellationToken.None);
        var due = Desk.Get<DueTable>();
        await due.AddAsync([nudge], CancellationToken.None);
        var page = await due.ReadDueAsync(due.Shards.Of(person), nudge.DueAt, "", CancellationToken.None);
        var row = page.Rows.Single(row => row.Nudge.Person == person && row.Nudge.Version == "lost");
        await Store.Table(DueTable.Name).WriteAsync(
            [new RowWrite.Replace { Key = row.Key, Properties = new RowProperties { { "Kind", "Practice" } } }], CancellationToken.None);
        page = await due.ReadDueAsync(due.Shards.Of(person), nudge.DueAt, "", CancellationToken.None);
        await due.PutAsideAsync(page.Unreadable.Single(unreadable => unreadable.Row.Key == row.Key), CancellationToken.None);
    }
}
