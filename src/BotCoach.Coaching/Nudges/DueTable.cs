using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the Due table: a partition for each shard, ordered by due time, so that what is due is the
/// head of the partition and the rest is never read.
/// </summary>
public sealed class DueTable(ITableStore store, ShardMap shards)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Due";

    private readonly ITable _table = store.Table(Name);

    /// <summary>How people are spread.</summary>
    public ShardMap Shards => shards;

    /// <summary>
    /// Adds nudges; adding one again changes nothing but its row's state. They are written before the
    /// plan or meeting that they belong to: should that write never come, no version will ever match theirs.
    /// </summary>
    public async Task AddAsync(IReadOnlyList<DueNudge> nudges, CancellationToken cancellationToken)
    {
        foreach (var chunk in nudges.Select(Add).GroupBy(write => write.Key.Partition, StringComparer.Ordinal).SelectMany(shard => shard.Chunk(TableRules.MaxTransaction)))
        {
            await _table.WriteAsync(chunk, cancellationToken);
        }
    }

    /// <summary>Reads a page of what is due in a shard, earliest first, claimed or not.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="now">Nudges due at this instant belong to it.</param>
    /// <param name="from">Where the page starts; the empty text for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The rows, and where the next page starts; null when this was the last.</returns>
    public async Task<(IReadOnlyList<DueRow> Rows, string? Next)> ReadDueAsync(
        int shard, DateTimeOffset now, string from, CancellationToken cancellationToken)
    {
        var range = new RowRange(ShardMap.Name(shard), from, KeyEncoding.EncodeTime(now.AddTicks(1)));
        var page = await _table.QueryAsync(range, TableRules.MaxTransaction, cancellationToken);
        return ([.. page.Rows.Select(Read)], page.Next);
    }

    /// <summary>Holds rows of one shard until an instant.</summary>
    /// <returns>
    /// The rows in their new state, or null when another node changed one of them meanwhile: then none is held.
    /// </returns>
    public async Task<IReadOnlyList<DueRow>?> ClaimAsync(
        IReadOnlyList<DueRow> rows, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var writes = rows.Select(row => new RowWrite.Merge
        {
            Key = row.Key,
            Version = row.RowVersion,
            Properties = new RowProperties { { "ClaimedUntil", until } },
        });
        return await _table.WriteAsync([.. writes], cancellationToken) is WriteResult.Written written
            ? [.. rows.Zip(written.Versions, (row, version) => row with { RowVersion = version!.Value, ClaimedUntil = until })]
            : null;
    }

    /// <summary>Takes rows that are held off the table and puts what follows them in their place, all or none.</summary>
    /// <param name="changes">Rows of one shard with what follows each; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when another node changed one of the rows meanwhile: then nothing changed here.</returns>
    public async Task<bool> CompleteAsync(
        IReadOnlyList<(DueRow Row, DueNudge? Next)> changes, CancellationToken cancellationToken)
    {
        List<RowWrite> writes = [];
        foreach (var (row, next) in changes)
        {
            if (next is null || KeyOf(next) != row.Key)
            {
                writes.Add(new RowWrite.Delete { Key = row.Key, Version = row.RowVersion });
            }

            if (next is not null)
            {
                writes.Add(KeyOf(next) == row.Key
                    ? new RowWrite.Replace { Key = row.Key, Version = row.RowVersion, Properties = Properties(next) }
                    : Add(next));
            }
        }

        return writes.Count == 0 || await _table.WriteAsync(writes, cancellationToken) is WriteResult.Written;
    }

    /// <summary>Lets a held row rest.</summary>
    /// <param name="row">The row; when another node has changed it meanwhile, it stays as that node left it.</param>
    /// <param name="until">Until when.</param>
    /// <param name="attempts">How often sending it has failed by now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RestAsync(DueRow row, DateTimeOffset until, int attempts, CancellationToken cancellationToken) =>
        _table.WriteAsync(
            [
                new RowWrite.Merge
                {
                    Key = row.Key,
                    Version = row.RowVersion,
                    Properties = new RowProperties { { "ClaimedUntil", until }, { "Attempts", attempts } },
                },
            ],
            cancellationToken);

    private RowWrite.Upsert Add(DueNudge nudge) => new() { Key = KeyOf(nudge), Properties = Properties(nudge) };

    private RowKey KeyOf(DueNudge nudge) => new(
        ShardMap.Name(shards.Of(nudge.Person)),
        $"{KeyEncoding.EncodeTime(nudge.DueAt)} {PeopleTable.PartitionOf(nudge.Person)} {nudge.Kind} {KeyEncoding.Encode(nudge.Subject)} {nudge.Version}");

    private static RowProperties Properties(DueNudge nudge) => new()
    {
        { "Channel", nudge.Person.Channel },
        { "Workspace", nudge.Person.Workspace },
        { "Person", nudge.Person.Person },
        { "Kind", nudge.Kind.ToString() },
        { "Subject", nudge.Subject },
        { "DueAt", nudge.DueAt },
        { "Version", nudge.Version },
        { "Sequence", nudge.Sequence },
        { "SentToday", nudge.SentToday },
        { "EndsPause", nudge.EndsPause },
        { "Attempts", nudge.Attempts },
    };

    private static DueRow Read(TableRow row) => new(
        new DueNudge
        {
            Person = new PersonAddress(row.Required("Channel"), row.Required("Workspace"), row.Required("Person")),
            Kind = row.RequiredEnum<NudgeKind>("Kind"),
            Subject = row.Required("Subject"),
            DueAt = row.Required(row.Properties.Time("DueAt"), "DueAt"),
            Version = row.Required("Version"),
            Sequence = row.Required(row.Properties.Number("Sequence"), "Sequence"),
            SentToday = row.Required(row.Properties.Number("SentToday"), "SentToday"),
            EndsPause = row.Required(row.Properties.Flag("EndsPause"), "EndsPause"),
            Attempts = row.Required(row.Properties.Number("Attempts"), "Attempts"),
        },
        row.Key,
        row.Version,
        row.Properties.Time("ClaimedUntil"));
}
