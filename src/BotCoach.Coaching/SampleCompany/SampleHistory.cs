using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Coaching;

/// <summary>
/// Writes the history of a <see cref="SampleCompany"/> into a store, as the coach would have left it: the rows are the
/// product's own, and the figures are counted and made by the same code, week after week as time would have gone. Nothing
/// of it is due, so nobody is ever sent anything.
/// </summary>
public sealed class SampleHistory
{
    // Writers wait for the disk together; the deliveries of a shard are all in memory, so not too many shards at once.
    private const int Together = 8;

    private const string Version = "sample";

    // When a week is over everywhere: the last place on earth is twelve hours behind; see ClosedWeek.
    private static readonly TimeOnly _weekIsOver = new(12, 0);

    private readonly ITableStore _store;
    private readonly PracticeCatalogue _catalogue = PracticeCatalogue.Load();
    private readonly WeekClock _clock = new();
    private readonly ShardMap _shards;
    private readonly GroupsTable _groups;
    private readonly DeliveriesTable _deliveries;
    private readonly InsightsUpdate _update;
    private readonly SampleCompany _company;
    private readonly IsoWeek _first;
    private readonly SamplePerson[] _people;

    /// <summary>Makes one.</summary>
    /// <param name="store">A store with its tables.</param>
    /// <param name="shards">Its shards.</param>
    /// <param name="protection">The key ring that encrypts the workspace's secret.</param>
    /// <param name="company">The company.</param>
    /// <param name="last">The last week of its history; over.</param>
    public SampleHistory(ITableStore store, ShardMap shards, IDataProtectionProvider protection, SampleCompany company, IsoWeek last)
    {
        ArgumentNullException.ThrowIfNull(company);
        _store = store;
        _shards = shards;
        _company = company;
        _first = last.Plus(1 - company.Weeks);
        _people = [.. Enumerable.Range(0, company.People).Select(number => SamplePerson.Of(company, number))];
        _groups = new GroupsTable(store);
        _deliveries = new DeliveriesTable(store, shards);
        var (pulses, keys, insights) = (new PulseTable(store), new WorkspaceKeys(store, protection, _clock), new InsightsTable(store));
        var stale = new StaleWeeks(store);
        _update = new InsightsUpdate(
            store,
            _groups,
            new Harvest(store, _deliveries, new People(store, new ChatChannels([]), _clock), pulses, keys, _catalogue),
            new Rollup(_groups, pulses, insights, keys, _catalogue),
            new LateAnswers(store, _groups, _clock),
            stale,
            new GroupRemovals(store, _groups, pulses, insights, stale, _clock),
            _clock);
    }

    /// <summary>Writes it.</summary>
    /// <param name="counted">Is told of each week whose figures were made.</param>
    /// <param name="cancellationToken">Gives up; what was written by then stays.</param>
    /// <returns>How many replies it holds; null when the workspace has rows already, and then nothing was written.</returns>
    public async Task<int?> WriteAsync(IProgress<IsoWeek>? counted, CancellationToken cancellationToken) =>
        await HasRowsAsync(cancellationToken) ? null : await WriteBesideAsync(counted, cancellationToken);

    /// <summary>Writes it, whoever else belongs to the workspace.</summary>
    /// <param name="counted">Is told of each week whose figures were made.</param>
    /// <param name="cancellationToken">Gives up; what was written by then stays.</param>
    /// <returns>How many replies it holds.</returns>
    public async Task<int> WriteBesideAsync(IProgress<IsoWeek>? counted, CancellationToken cancellationToken)
    {
        await _groups.WriteAsync([GroupsTable.List(_company.Home)], cancellationToken);
        await _groups.WriteAsync([GroupsTable.WriteLead(_company.Lead, At(_first)), .. Groups(), .. _people.SelectMany(Members)], cancellationToken);
        var replies = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, _people.Length).GroupBy(number => _shards.Of(_people[number].Address)),
            parallel,
            async (shard, token) => Interlocked.Add(ref replies, await WriteAsync([.. shard], token)));

        for (var place = 0; place < _company.Weeks; place++)
        {
            var week = _first.Plus(place);
            await Parallel.ForEachAsync(
                _people.Where(person => person.Stops == place),
                parallel,
                async (person, token) => await PeopleOf().WriteAsync([Plan(person, PlanStatus.Stopped, At(week))], token));
            _clock.MoveTo(At(week.Plus(1)));
            await _update.RunAsync(_company.Home, cancellationToken);
            counted?.Report(week);
        }

        return replies;
    }

    private static DateTimeOffset At(IsoWeek week) => new(week.Monday.ToDateTime(_weekIsOver), TimeSpan.Zero);

    private ITable PeopleOf() => _store.Table(PeopleTable.Name);

    private async Task<bool> HasRowsAsync(CancellationToken cancellationToken)
    {
        var home = GroupsTable.PartitionOf(_company.Home);
        foreach (var table in new[] { GroupsTable.Name, InsightsTable.Name })
        {
            if ((await _store.Table(table).QueryAsync(new RowRange(home), take: 1, cancellationToken)).Rows.Count > 0)
            {
                return true;
            }
        }

        return await PeopleOf().PartitionsAsync(PartitionRange.WithPrefix($"{home}|"), cancellationToken).AnyAsync(cancellationToken);
    }

    private IEnumerable<RowWrite> Groups() => _company.Groups.Select((name, place) =>
        GroupsTable.Write(_company.Home, new Group(SampleCompany.GroupId(place), name, Plan: "standard", At(_first).AddDays(-14).AddMinutes(place))));

    private IEnumerable<RowWrite> Members(SamplePerson person) => person.Groups.Select(group => GroupsTable.Write(new GroupMember
    {
        Person = person.Address,
        Group = SampleCompany.GroupId(group),
        Status = person.Status,
        Since = At(_first.Plus((person.Leaves ?? person.Joins) - 1)),
        Stays = person.Status is MemberStatus.Accepted or MemberStatus.Left
            ? [new Stay(_first.Plus(person.Joins), person.Leaves is { } leaves ? _first.Plus(leaves) : null)]
            : [],
    }));

    private async Task<int> WriteAsync(IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var replies = 0;
        List<Delivery> deliveries = [];
        foreach (var number in numbers)
        {
            var person = _people[number];
            if (person.Status is MemberStatus.Invited or MemberStatus.Declined)
            {
                continue;
            }

            var weeks = Enumerable.Range(0, _company.Weeks)
                .Select(place => SampleWeek.Of(_company, number, person, place, _first.Plus(place), _catalogue)).ToList();
            RowWrite[] writes = [Profile(person), Plan(person, PlanStatus.Active, At(_first.Plus(person.Joins - 1))), .. weeks.SelectMany(week => week.Writes)];
            await PeopleOf().WriteUnlessGoneAsync(writes, cancellationToken);
            deliveries.AddRange(weeks.SelectMany(week => week.Deliveries));
            replies += writes.Count(write => write.Key.Row.StartsWith("reply ", StringComparison.Ordinal));
        }

        await _deliveries.RecordAsync(deliveries, cancellationToken);
        return replies;
    }

    private RowWrite.Insert Profile(SamplePerson person) => new()
    {
        Key = PeopleTable.Profile(person.Address),
        Properties = ProfileRow.Write(new Profile
        {
            Person = person.Address,
            Name = person.Name,
            Zone = person.Zone,
            Locale = "en-GB",
            MetAt = At(_first.Plus(person.Joins - 1)),
        }),
    };

    private static RowWrite.Upsert Plan(SamplePerson person, PlanStatus status, DateTimeOffset since) => new()
    {
        Key = PeopleTable.Plan(person.Address),
        Properties = PlanRow.Write(new Plan
        {
            Template = person.Plan.Id,
            Cadence = new Cadence { Cron = person.Plan.Cron },
            Status = status,
            Version = Version,
            Since = since,
            FirstSequence = person.FirstSequence,
        }),
    };

    // The weeks go by as they are written.
    private sealed class WeekClock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public void MoveTo(DateTimeOffset now) => _now = now;

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
