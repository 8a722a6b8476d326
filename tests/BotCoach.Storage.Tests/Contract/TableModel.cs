namespace BotCoach.Storage.Tests;

/// <summary>A partition of a table as a dictionary: what a transaction ought to do.</summary>
internal sealed class TableModel
{
    private readonly Dictionary<string, (RowVersion Version, RowProperties Properties)> _rows = new(StringComparer.Ordinal);

    public IEnumerable<string> Rows => _rows.Keys.Order(StringComparer.Ordinal);

    public RowVersion? Version(string row) => _rows.TryGetValue(row, out var found) ? found.Version : null;

    public RowProperties Properties(string row) => _rows[row].Properties;

    /// <summary>The conflict that the writes end in; null when they take place.</summary>
    public WriteResult? Conflict(IReadOnlyList<RowWrite> writes)
    {
        for (var i = 0; i < writes.Count; i++)
        {
            var current = Version(writes[i].Key.Row);
            switch (writes[i])
            {
                case RowWrite.Upsert:
                case RowWrite.Insert when current is null:
                    break;
                case RowWrite.Insert:
                    return new WriteResult.AlreadyExists(i);
                case var _ when current is null:
                    return new WriteResult.NotFound(i);
                case RowWrite.Replace { Version: { } version } when version != current:
                case RowWrite.Merge { Version: { } merged } when merged != current:
                case RowWrite.Delete { Version: { } deleted } when deleted != current:
                    return new WriteResult.Changed(i);
            }
        }

        return null;
    }

    public void Apply(IReadOnlyList<RowWrite> writes, IReadOnlyList<RowVersion?> versions)
    {
        foreach (var (write, version) in writes.Zip(versions))
        {
            var row = write.Key.Row;
            switch (write)
            {
                case RowWrite.Insert insert:
                    _rows.Add(row, (version!.Value, insert.Properties));
                    break;
                case RowWrite.Upsert upsert:
                    _rows[row] = (version!.Value, upsert.Properties);
                    break;
                case RowWrite.Replace replace:
                    _rows[row] = (version!.Value, replace.Properties);
                    break;
                case RowWrite.Merge merge:
                    var names = _rows[row].Properties.Concat(merge.Properties).ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
                    var merged = new RowProperties();
                    foreach (var name in names)
                    {
                        merged.Add(name.Key, name.Last());
                    }

                    _rows[row] = (version!.Value, merged);
                    break;
                case RowWrite.Delete:
                    _rows.Remove(row);
                    break;
            }
        }
    }
}
