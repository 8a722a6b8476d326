using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Takes away what is too old, once a day. How far it has come stands in the store, so that one that was cut short goes on
/// there, and a service that is started again and again does not read everything each time.
/// </summary>
public sealed class Retention
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    // People between two notes of how far it has come.
    private const int BetweenNotes = 100;

    // The partition of the Due table that holds what the store as a whole is set to; no shard has this name.
    private static readonly RowKey Row = new("settings", "retention");

    private readonly ITable _table;
    private readonly IEnumerable<IRetainedRows> _rows;
    private readonly PeopleRetention _people;
    private readonly RetentionOptions _options;
    private readonly TimeProvider _clock;

    internal Retention(ITableStore store, IEnumerable<IRetainedRows> rows, PeopleRetention people, RetentionOptions options, TimeProvider clock)
    {
        _table = store.Table(DueTable.Name);
        (_rows, _people, _options, _clock) = (rows, people, options, clock);
    }

    /// <summary>Takes away what is too old, unless that was done within a day.</summary>
    /// <returns>How many rows of each kind went, and only kinds of which some did.</returns>
    public async Task<IReadOnlyDictionary<string, long>> RunAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var note = (await _table.ReadAsync(Row, cancellationToken))?.Properties;
        var isToday = note?.Time("BegunAt") is { } last && now - last < Daily;
        if (isToday && note!.Time("FinishedAt") is not null)
        {
            return new Dictionary<string, long>(StringComparer.Ordinal);
        }

        var begun = isToday ? note!.Time("BegunAt")!.Value : now;
        var from = isToday ? note!.Text("After") ?? "" : "";
        var (limits, pace) = (RetentionLimits.At(now, _options.Months), new GentlePace(_clock));
        Dictionary<string, long> gone = new(StringComparer.Ordinal);
        foreach (var rows in _rows)
        {
            gone[rows.Name] = await rows.ForgetAsync(limits, pace, cancellationToken);
        }

        // Most of the store, and so the part that is gone on with: the others are quick to see that there is nothing left.
        var seen = 0;
        gone["people"] = await _people.ForgetAsync(limits, pace, from, NoteAsync, cancellationToken);
        await WriteAsync(new RowProperties { { "BegunAt", begun }, { "FinishedAt", _clock.GetUtcNow() } });
        return gone.Where(kind => kind.Value > 0).ToDictionary(StringComparer.Ordinal);

        Task NoteAsync(string person) => ++seen % BetweenNotes == 0
            ? WriteAsync(new RowProperties { { "BegunAt", begun }, { "After", person } })
            : Task.CompletedTask;

        Task WriteAsync(RowProperties properties) => _table.WriteAsync([new RowWrite.Upsert { Key = Row, Properties = properties }], cancellationToken);
    }
}
