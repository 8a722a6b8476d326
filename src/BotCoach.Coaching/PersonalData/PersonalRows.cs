using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A row that is about a person.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Row">The row.</param>
internal sealed record PersonalRow(string Table, TableRow Row);

/// <summary>A group that a person belonged to.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="Stays">When.</param>
internal sealed record FormerMember(string Group, IReadOnlyList<Stay> Stays);

/// <summary>Finds every row of every table that is about a person: what an export shows is what an erasure takes away.</summary>
internal sealed class PersonalRows(ITableStore store, ShardMap shards, GroupsTable groups, WorkspaceKeys keys, TimeProvider clock)
{
    /// <summary>The day before the person met the coach; yesterday for somebody who never did.</summary>
    public async Task<DateOnly> FirstDayAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var row = await store.Table(PeopleTable.Name).ReadAsync(PeopleTable.Profile(person), cancellationToken);
        return DateOnly.FromDateTime((row?.Properties.Time("MetAt") ?? clock.GetUtcNow()).UtcDateTime).AddDays(-1);
    }

    /// <summary>The rows, table by table.</summary>
    /// <param name="person">The person.</param>
    /// <param name="since">The first day on which something may have been sent to them.</param>
    /// <param name="former">Groups that they belonged to and whose rows may be gone: under those they were counted as well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PersonalRow>> ReadAsync(
        PersonAddress person, DateOnly since, IReadOnlyList<FormerMember> former, CancellationToken cancellationToken)
    {
        List<PersonalRow> rows = [];
        foreach (var (table, range, isTheirs) in await RangesAsync(person, since, former, cancellationToken))
        {
            await foreach (var row in store.Table(table).ReadRangeAsync(range, cancellationToken))
            {
                if (isTheirs(row))
                {
                    rows.Add(new PersonalRow(table, row));
                }
            }
        }

        return rows;
    }

    // Where to look, and which rows there are the person's.
    private async Task<IReadOnlyList<(string Table, RowRange Range, Func<TableRow, bool> IsTheirs)>> RangesAsync(
        PersonAddress person, DateOnly since, IReadOnlyList<FormerMember> former, CancellationToken cancellationToken)
    {
        var (workspace, name) = (GroupsTable.PartitionOf(person.Home), KeyEncoding.Encode(person.Person));
        var inDue = $" {PeopleTable.PartitionOf(person)} ";
        List<(string, RowRange, Func<TableRow, bool>)> ranges =
        [
            (PeopleTable.Name, new RowRange(PeopleTable.PartitionOf(person)), _ => true),
            (DueTable.Name, new RowRange(ShardMap.Name(shards.Of(person))), row => row.Key.Row.Contains(inDue, StringComparison.Ordinal)),
            (DueTable.Name, new RowRange(DueTable.AsidePartition), row => row.Properties.Text("Key")?.Contains(inDue, StringComparison.Ordinal) ?? false),
            (FailuresTable.Name, FailuresTable.OfPerson(shards, person), _ => true),
            (GroupsTable.Name, GroupsTable.OfPerson(person), _ => true),
            (GroupsTable.Name, GroupsTable.AllLeads(person.Home), row => row.Key == GroupsTable.LeadKey(person)),
            (InsightsTable.Name, RowRange.WithPrefix(workspace, LateAnswers.Prefix), row => row.Key.Row.EndsWith($" {name}", StringComparison.Ordinal)),
        ];

        // A delivery stands under the local day of its nudge, which may be tomorrow in UTC.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        for (var day = since; day <= today.AddDays(1); day = day.AddDays(1))
        {
            ranges.Add((DeliveriesTable.Name, DeliveriesTable.OfDay(shards, person, day), _ => true));
        }

        ranges.AddRange((await CountedAsync(person, former, IsoWeek.Of(today).Plus(1), cancellationToken))
            .Select(range => (PulseTable.Name, range, (Func<TableRow, bool>)(_ => true))));
        return ranges;
    }

    // What was counted of them in each week of each stay.
    private async Task<IEnumerable<RowRange>> CountedAsync(
        PersonAddress person, IReadOnlyList<FormerMember> former, IsoWeek last, CancellationToken cancellationToken)
    {
        var members = (await groups.OfPersonAsync(person, cancellationToken)).Select(member => new FormerMember(member.Group, member.Stays)).Concat(former).ToList();
        if (members.Count == 0)
        {
            return [];
        }

        var pseudonyms = new Pseudonyms(await keys.OfAsync(person.Home, cancellationToken));
        HashSet<RowRange> ranges = [];
        foreach (var (member, stay, times) in members.SelectMany(member => member.Stays.Select((stay, times) => (member, stay, times))))
        {
            var pseudonym = pseudonyms.Of(person, times);
            for (var week = stay.From; week <= last && (stay.Before is not { } before || week < before); week = week.Plus(1))
            {
                ranges.Add(PulseTable.OfPseudonym(person.Home, member.Group, week, pseudonym));
            }
        }

        return ranges;
    }
}
