using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Notes whose answers to a week that was counted already may have changed since. A note is written before the change
/// itself, so that none is missed; one whose change never came costs a look and nothing else.
/// </summary>
internal sealed class LateAnswers(ITableStore store, GroupsTable groups, TimeProvider clock)
{
    // A turn is over long before: a note that is younger may be followed by its change.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    /// <summary>What the row of every note starts with.</summary>
    public const string Prefix = "late ";

    private readonly ITable _table = store.Table(InsightsTable.Name);

    /// <summary>
    /// Notes a person and the weeks whose counts some writes may change. Writes of this week need no note: it is counted
    /// when it is over. Neither do those of a person whom no group counts.
    /// </summary>
    public async Task NoteAsync(PersonState person, IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        var closed = ClosedWeek.At(clock.GetUtcNow());
        var weeks = writes.Select(write => PeopleTable.CountedDay(write, person.Zone))
            .OfType<DateOnly>()
            .Select(IsoWeek.Of)
            .Where(week => week <= closed)
            .ToHashSet();
        if (weeks.Count > 0 && (await groups.OfPersonAsync(person.Address, cancellationToken)).Any(member => member.Stays.Count > 0))
        {
            foreach (var week in weeks)
            {
                await NoteAsync(person.Address, week, cancellationToken);
            }
        }
    }

    /// <summary>Notes a person and a week. A week that is not over is counted anyhow, so it needs no note.</summary>
    public async Task NoteAsync(PersonAddress person, IsoWeek week, CancellationToken cancellationToken)
    {
        if (week <= ClosedWeek.At(clock.GetUtcNow()))
        {
            var note = new RowProperties { { "At", clock.GetUtcNow() } };
            await _table.WriteAsync([new RowWrite.Upsert { Key = KeyOf(person, week), Properties = note }], cancellationToken);
        }
    }

    /// <summary>The notes of a workspace whose turns are over.</summary>
    public async Task<IReadOnlyList<LateAnswer>> ReadAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        List<LateAnswer> notes = [];
        var range = RowRange.WithPrefix(GroupsTable.PartitionOf(workspace), Prefix);
        await foreach (var row in _table.ReadRangeAsync(range, cancellationToken))
        {
            if (row.Required(row.Properties.Time("At"), "At") + Settled <= clock.GetUtcNow()
                && row.Key.Row.Split(' ') is [_, var week, var person] && IsoWeek.TryParse(week, out var of))
            {
                notes.Add(new LateAnswer(
                    new PersonAddress(workspace.Channel, workspace.Workspace, KeyEncoding.Decode(person)), of.Value, row.Version));
            }
        }

        return notes;
    }

    /// <summary>Takes a note away; one that was written again meanwhile stays.</summary>
    public Task ForgetAsync(LateAnswer note, CancellationToken cancellationToken) =>
        _table.WriteAsync([new RowWrite.Delete { Key = KeyOf(note.Person, note.Week), Version = note.Version }], cancellationToken);

    private static RowKey KeyOf(PersonAddress person, IsoWeek week) =>
        new(GroupsTable.PartitionOf(person.Home), $"{Prefix}{week} {KeyEncoding.Encode(person.Person)}");
}

/// <summary>A person whose answers to a week may have changed.</summary>
internal sealed record LateAnswer(PersonAddress Person, IsoWeek Week, RowVersion Version);
