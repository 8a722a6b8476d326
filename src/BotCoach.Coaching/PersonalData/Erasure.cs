using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Takes away every row that is about a person, under their pseudonyms too. Doing it twice, or twice at once, does no harm;
/// what is cut short is finished by doing it again.
/// </summary>
internal sealed class Erasure(ITableStore store, PersonalRows personal, StaleWeeks stale, GroupRows groupRows)
{
    // What leads to other rows goes after them: the membership after what was counted, the profile at the very end.
    private static readonly string[] _order =
        [PulseTable.Name, DueTable.Name, DeliveriesTable.Name, FailuresTable.Name, InsightsTable.Name, GroupsTable.Name, PeopleTable.Name];

    /// <summary>Erases a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="since">The first day on which something may have been sent to them; see <see cref="PersonalRows.FirstDayAsync"/>.</param>
    /// <param name="former">Groups that they belonged to and whose rows may be gone by now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(PersonAddress person, DateOnly since, IReadOnlyList<FormerMember> former, CancellationToken cancellationToken)
    {
        var rows = (await personal.ReadAsync(person, since, former, cancellationToken)).ToLookup(row => row.Table, row => row.Row.Key, StringComparer.Ordinal);
        foreach (var week in rows[PulseTable.Name].Select(PulseTable.WeekOf).ToHashSet())
        {
            await stale.NoteAsync(person.Home, week, cancellationToken);
        }

        foreach (var table in _order)
        {
            await store.Table(table).DeleteAsync(rows[table], cancellationToken);
        }

        await groupRows.ForgetAsync(person, cancellationToken);
    }
}
