using System.Globalization;

namespace BotCoach.Storage;

/// <summary>Writes to rows of one partition, turned into bytes by the caller so that the writer has less to do.</summary>
internal sealed class RowTransaction
{
    private readonly string _table;
    private readonly byte[] _partition;
    private readonly List<(RowWrite Write, byte[] Row, byte[] Properties)> _writes;

    /// <param name="table">The table.</param>
    /// <param name="writes">Writes that passed <see cref="RuleCheck.Writes"/>.</param>
    public RowTransaction(string table, IReadOnlyList<RowWrite> writes)
    {
        _table = table;
        _partition = CodeUnitText.Encode(writes[0].Key.Partition);
        _writes = writes.Select(write => (
            write,
            CodeUnitText.Encode(write.Key.Row),
            write.NewProperties() is { } properties ? PropertyCodec.Encode(properties) : [])).ToList();
    }

    /// <summary>About how many bytes it writes.</summary>
    public int Bytes => _writes.Sum(w => _partition.Length + w.Row.Length + w.Properties.Length);

    /// <summary>The version as callers see it.</summary>
    public static RowVersion Version(long version) => new(version.ToString(CultureInfo.InvariantCulture));

    /// <summary>Does the writes up to the first conflict.</summary>
    /// <returns>What became of them; when it is a conflict, what was done is not to be kept.</returns>
    public (WriteResult Result, bool Kept) Apply(SqliteSession session)
    {
        var rows = session.Rows(_table);
        var versions = new RowVersion?[_writes.Count];
        for (var i = 0; i < _writes.Count; i++)
        {
            var (write, row, properties) = _writes[i];
            var current = write is RowWrite.Upsert ? null : rows.Find(_partition, row);
            if (Conflict(write, current, i) is { } conflict)
            {
                return (conflict, false);
            }

            if (write is RowWrite.Delete)
            {
                rows.Delete(_partition, row);
                continue;
            }

            var version = session.NextVersion();
            rows.Put(_partition, row, version, write is RowWrite.Merge ? Merge(write.Key, current!, properties) : properties);
            versions[i] = Version(version);
        }

        return (new WriteResult.Written(versions), true);
    }

    private static WriteResult? Conflict(RowWrite write, StoredRow? current, int index) => write switch
    {
        RowWrite.Upsert => null,
        RowWrite.Insert => current is null ? null : new WriteResult.AlreadyExists(index),
        _ when current is null => new WriteResult.NotFound(index),
        _ when write.ExpectedVersion() is { } expected && expected != Version(current.Version) => new WriteResult.Changed(index),
        _ => null,
    };

    /// <exception cref="ArgumentException">The two together make too large a row.</exception>
    private static byte[] Merge(RowKey key, StoredRow current, byte[] changes)
    {
        var changed = PropertyCodec.Decode(changes);
        var before = PropertyCodec.Decode(current.Properties);
        var merged = new RowProperties(before.Count + changed.Count);
        foreach (var (name, value) in before.Where(p => changed.Value(p.Key) is null).Concat(changed))
        {
            merged.Add(name, value);
        }

        RuleCheck.Row(key, merged);
        return PropertyCodec.Encode(merged);
    }
}
