using System.Runtime.CompilerServices;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the Failures table: a partition for each shard, and in it each nudge that was given up, under its
/// person and its key, until it is sent after all.
/// </summary>
public sealed class FailuresTable(ITableStore store, ShardMap shards)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Failures";

    private readonly ITable _table = store.Table(Name);

    /// <summary>Keeps nudges that were given up; one that is kept already is kept as it failed last.</summary>
    public async Task KeepAsync(IEnumerable<FailedNudge> failures, CancellationToken cancellationToken)
    {
        var writes = failures
            .DistinctBy(failure => (failure.Person, failure.Key))
            .Select(failure => new RowWrite.Upsert { Key = KeyOf(failure.Person, failure.Key), Properties = Properties(failure) });
        foreach (var transaction in writes.InTransactions())
        {
            await _table.WriteAsync(transaction, cancellationToken);
        }
    }

    /// <summary>The nudge of that key that was given up; null when there is none.</summary>
    public async Task<FailedNudge?> FindAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken) =>
        await _table.ReadAsync(KeyOf(person, nudge), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>All that were given up, shard by shard.</summary>
    public async IAsyncEnumerable<FailedNudge> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var shard = 0; shard < shards.Count; shard++)
        {
            await foreach (var row in _table.ReadRangeAsync(new RowRange(ShardMap.Name(shard)), cancellationToken))
            {
                yield return Read(row);
            }
        }
    }

    /// <summary>Takes a nudge off the list; one that is not there stays so.</summary>
    public Task RemoveAsync(FailedNudge failure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return _table.WriteAsync([new RowWrite.Delete { Key = KeyOf(failure.Person, failure.Key) }], cancellationToken);
    }

    /// <summary>The range that holds what could not be sent to a person.</summary>
    internal static RowRange OfPerson(ShardMap shards, PersonAddress person) =>
        RowRange.WithPrefix(ShardMap.Name(shards.Of(person)), $"{PeopleTable.PartitionOf(person)} ");

    private RowKey KeyOf(PersonAddress person, NudgeKey nudge) =>
        new(ShardMap.Name(shards.Of(person)), $"{PeopleTable.PartitionOf(person)} {nudge}");

    private static RowProperties Properties(FailedNudge failure)
    {
        var properties = DueTable.Properties(failure.Nudge);
        properties.Add("Nudge", failure.Key.ToString());
        properties.Add("FailedAt", failure.At);
        properties.Add("Reason", failure.Reason);
        return properties;
    }

    private static FailedNudge Read(TableRow row) => new(
        DueTable.ReadNudge(row),
        NudgeKey.TryParse(row.Required("Nudge"), out var key) ? key.Value : throw new InvalidDataException("A stored failure names no nudge."),
        row.Required(row.Properties.Time("FailedAt"), "FailedAt"),
        row.Required("Reason"));
}
