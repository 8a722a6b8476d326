using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Takes away every row that names a person or speaks of them, under their pseudonyms too. Doing it twice, or twice at
/// once, does no harm; what is cut short is finished by doing it again.
/// </summary>
internal sealed class Erasure(
    ITableStore store,
    ShardMap shards,
    GroupsTable groups,
    PulseTable pulses,
    StaleWeeks stale,
    LateAnswers lateAnswers,
    GroupRows groupRows,
    WorkspaceKeys keys,
    TimeProvider clock)
{
    // How many of a person's days are looked at side by side.
    private const int DaysAtOnce = 16;

    private readonly ITable _people = store.Table(PeopleTable.Name);
    private readonly ITable _due = store.Table(DueTable.Name);
    private readonly ITable _deliveries = store.Table(DeliveriesTable.Name);

    /// <summary>Erases a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="since">The first day on which something may have been sent to them; see <see cref="FirstDayAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(PersonAddress person, DateOnly since, CancellationToken cancellationToken)
    {
        await EraseCountsAsync(person, cancellationToken);
        await lateAnswers.ForgetAsync(person, cancellationToken);
        await groupRows.ForgetAsync(person, cancellationToken);
        await EraseDueAsync(person, cancellationToken);
        await EraseDeliveriesAsync(person, since, cancellationToken);
        await _people.DeleteRangeAsync(new RowRange(PeopleTable.PartitionOf(person)), _ => true, cancellationToken);
    }

    /// <summary>The day before the person met the coach; yesterday for somebody who never did.</summary>
    public async Task<DateOnly> FirstDayAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var row = await _people.ReadAsync(PeopleTable.Profile(person), cancellationToken);
        var since = row?.Properties.Time("MetAt") ?? clock.GetUtcNow();
        return DateOnly.FromDateTime(since.UtcDateTime).AddDays(-1);
    }

    // What was counted goes first, and the membership that leads to it after that.
    private async Task EraseCountsAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var members = await groups.OfPersonAsync(person, cancellationToken);
        if (members.Count > 0)
        {
            var pseudonyms = new Pseudonyms(await keys.OfAsync(person.Home, cancellationToken));
            var last = IsoWeek.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Plus(1);
            foreach (var member in members)
            {
                foreach (var (stay, times) in member.Stays.Select((stay, times) => (stay, times)))
                {
                    for (var week = stay.From; week <= last && (stay.Before is not { } before || week < before); week = week.Plus(1))
                    {
                        if (await pulses.ForgetAsync(person.Home, member.Group, week, pseudonyms.Of(person, times), cancellationToken))
                        {
                            await stale.NoteAsync(person.Home, week, cancellationToken);
                        }
                    }
                }
            }
        }

        await groups.WriteAsync([.. members.Select(GroupsTable.Delete), GroupsTable.DeleteLead(person)], cancellationToken);
    }

    private async Task EraseDueAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var names = $" {PeopleTable.PartitionOf(person)} ";
        await _due.DeleteRangeAsync(
            new RowRange(ShardMap.Name(shards.Of(person))), row => row.Key.Row.Contains(names, StringComparison.Ordinal), cancellationToken);
    }

    // A delivery stands under the local day of its nudge, which may be tomorrow in UTC.
    private Task EraseDeliveriesAsync(PersonAddress person, DateOnly since, CancellationToken cancellationToken)
    {
        var until = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        var days = Enumerable.Range(0, until.DayNumber - since.DayNumber + 1).Select(since.AddDays);
        return Parallel.ForEachAsync(
            days,
            new ParallelOptions { MaxDegreeOfParallelism = DaysAtOnce, CancellationToken = cancellationToken },
            async (day, token) => await _deliveries.DeleteRangeAsync(DeliveriesTable.OfDay(shards, person, day), _ => true, token));
    }
}
