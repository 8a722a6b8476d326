using System.Security.Cryptography;
using System.Text;
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

    /// <summary>The partition of rows that could not be read, and are kept out of the way.</summary>
    public const string AsidePartition = "aside";

    private readonly ITable _table = store.Table(Name);

    /// <summary>How people are spread.</summary>
    public ShardMap Shards => shards;

    /// <summary>
    /// Adds nudges; adding one again changes nothing but its row's state. They are written before the
    /// plan or meeting that they belong to: should that write never come, no version will ever match theirs.
    /// </summary>
    public async Task AddAsync(IReadOnlyList<DueNudge> nudges, CancellationToken cancellationToken)
    {
        foreach (var transaction in nudges.Select(Add).InTransactions())
        {
            await _table.WriteAsync(transaction, cancellationToken);
        }
    }

    /// <summary>Adds a nudge unless it is there already.</summary>
    /// <returns>Whether it was added.</returns>
    public Task<bool> AddUnlessThereAsync(DueNudge nudge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        return InsertAsync(nudge, Properties(nudge), cancellationToken);
    }

    /// <summary>Adds a nudge that may have been sent before, unless it is there already.</summary>
    /// <returns>Whether it was added.</returns>
    public Task<bool> PutBackAsync(DueNudge nudge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(nudge);
        var properties = Properties(nudge);
        properties.Add("MayBeSent", true);
        return InsertAsync(nudge, properties, cancellationToken);
    }

    /// <summary>Reads a full page of what is due in a shard, earliest first, claimed or not.</summary>
    public Task<DuePage> ReadDueAsync(int shard, DateTimeOffset now, string from, CancellationToken cancellationToken) =>
        ReadDueAsync(shard, now, from, TableRules.MaxPage, cancellationToken);

    /// <summary>Reads a page of what is due in a shard, earliest first, claimed or not.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="now">Nudges due at this instant belong to it.</param>
    /// <param name="from">Where the page starts; the empty text for the first.</param>
    /// <param name="take">How many rows at most, from 1 to <see cref="TableRules.MaxPage"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DuePage> ReadDueAsync(int shard, DateTimeOffset now, string from, int take, CancellationToken cancellationToken)
    {
        var range = new RowRange(ShardMap.Name(shard), from, KeyEncoding.EncodeTime(now.AddTicks(1)));
        var page = await _table.QueryAsync(range, take, cancellationToken);
        List<DueRow> rows = new(page.Rows.Count);
        List<UnreadableDueRow> unreadable = [];
        foreach (var row in page.Rows)
        {
            try
            {
                rows.Add(Read(row));
            }
            catch (InvalidDataException broken)
            {
                unreadable.Add(new UnreadableDueRow(row, broken.Message));
            }
        }

        return new DuePage(rows, page.Next) { Unreadable = unreadable };
    }

    /// <summary>Where the rows begin that follow a row's workspace at its due time: workspaces are together there.</summary>
    public static string PastWorkspace(DueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var person = PeopleTable.PartitionOf(row.Nudge.Person);
        var workspace = person[..(person.LastIndexOf('|') + 1)];
        return RowRange.WithPrefix(row.Key.Partition, $"{KeyEncoding.EncodeTime(row.Nudge.DueAt)} {workspace}").Before!;
    }

    /// <summary>
    /// Moves a row that cannot be read out of its shard, into the partition <see cref="AsidePartition"/>, with all that it
    /// holds: there it harms nothing, and can be looked at.
    /// </summary>
    /// <returns>The key of the row there.</returns>
    public async Task<string> PutAsideAsync(UnreadableDueRow unreadable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        var row = unreadable.Row;
        var aside = $"{row.Key.Partition}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Key.Row)))[..16]}";
        var properties = new RowProperties { { "Key", row.Key.Row }, { "Reason", unreadable.Reason } };
        foreach (var (name, value) in row.Properties.Where(property => property.Key is not ("Key" or "Reason")))
        {
            properties.Add(name, value);
        }

        // It is there twice for a moment, and never nowhere.
        await _table.WriteAsync([new RowWrite.Upsert { Key = new RowKey(AsidePartition, aside), Properties = properties }], cancellationToken);
        await _table.WriteAsync([new RowWrite.Delete { Key = row.Key, Version = row.Version }], cancellationToken);
        return aside;
    }

    /// <summary>Holds rows of one shard until an instant.</summary>
    /// <returns>
    /// The rows in their new state, except that <see cref="DueRow.MayBeSent"/> is what it was before; or null when another
    /// node changed one of them meanwhile: then none is held.
    /// </returns>
    public async Task<IReadOnlyList<DueRow>?> ClaimAsync(
        IReadOnlyList<DueRow> rows, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var writes = rows.Select(row => new RowWrite.Merge
        {
            Key = row.Key,
            Version = row.RowVersion,
            Properties = new RowProperties { { "ClaimedUntil", until }, { "MayBeSent", true } },
        });
        return await _table.WriteAsync([.. writes], cancellationToken) is WriteResult.Written written
            ? [.. rows.Zip(written.Versions, (row, version) => row with { RowVersion = version!.Value, ClaimedUntil = until, IsFresh = row.ClaimedUntil is null })]
            : null;
    }

    /// <summary>Takes rows that are held off the table and puts what follows them in their place, all or none.</summary>
    /// <param name="changes">Rows of one shard with what follows each; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when another node changed one of the rows meanwhile: then nothing changed here.</returns>
    public async Task<bool> CompleteAsync(
        IReadOnlyList<(DueRow Row, DueNudge? Next)> changes, CancellationToken cancellationToken)
    {
        // A row may be named once in a transaction, and two plans may meet in one nudge.
        Dictionary<RowKey, RowWrite> writes = [];
        foreach (var (row, _) in changes)
        {
            writes.Add(row.Key, new RowWrite.Delete { Key = row.Key, Version = row.RowVersion });
        }

        foreach (var next in changes.Select(change => change.Next).OfType<DueNudge>())
        {
            var key = KeyOf(next);
            writes[key] = writes.GetValueOrDefault(key) is RowWrite.Delete { Version: var version }
                ? new RowWrite.Replace { Key = key, Version = version, Properties = Properties(next) }
                : Add(next);
        }

        return writes.Count == 0 || await _table.WriteAsync([.. writes.Values], cancellationToken) is WriteResult.Written;
    }

    /// <summary>Lets rows of one shard that are held rest, all or none.</summary>
    /// <returns>False when another node changed one of the rows meanwhile: then nothing changed here.</returns>
    public async Task<bool> RestAsync(IReadOnlyList<DueRest> rests, CancellationToken cancellationToken)
    {
        var writes = rests.Select(rest => new RowWrite.Merge
        {
            Key = rest.Row.Key,
            Version = rest.Row.RowVersion,
            Properties = new RowProperties { { "ClaimedUntil", rest.Until }, { "Attempts", rest.Attempts }, { "MayBeSent", rest.MayBeSent } },
        });
        return await _table.WriteAsync([.. writes], cancellationToken) is WriteResult.Written;
    }

    private async Task<bool> InsertAsync(DueNudge nudge, RowProperties properties, CancellationToken cancellationToken) =>
        await _table.WriteAsync([new RowWrite.Insert { Key = KeyOf(nudge), Properties = properties }], cancellationToken) is WriteResult.Written;

    private RowWrite.Upsert Add(DueNudge nudge) => new() { Key = KeyOf(nudge), Properties = Properties(nudge) };

    private RowKey KeyOf(DueNudge nudge) => new(
        ShardMap.Name(shards.Of(nudge.Person)),
        $"{KeyEncoding.EncodeTime(nudge.DueAt)} {PeopleTable.PartitionOf(nudge.Person)} {nudge.Kind} {KeyEncoding.Encode(nudge.Subject)} {nudge.Version}");

    internal static RowProperties Properties(DueNudge nudge) => new()
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
        { "IsRetry", nudge.IsRetry ? true : null },
    };

    /// <exception cref="InvalidDataException">The row is no due nudge.</exception>
    internal static DueNudge ReadNudge(TableRow row) => new()
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
        IsRetry = row.Properties.Flag("IsRetry") ?? false,
    };

    private static DueRow Read(TableRow row) => new(
        ReadNudge(row),
        row.Key,
        row.Version,
        row.Properties.Time("ClaimedUntil"),
        // A claim of an earlier version says nothing of it.
        row.Properties.Flag("MayBeSent") ?? row.Properties.Time("ClaimedUntil") is not null);
}
