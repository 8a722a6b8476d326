using Microsoft.Data.Sqlite;

namespace BotCoach.Storage;

/// <summary>A row as it lies in the database.</summary>
internal sealed record StoredRow(byte[] Row, long Version, byte[] Properties);

/// <summary>The prepared commands of one table on one connection.</summary>
internal sealed class SqliteRows(SqliteConnection connection, string table) : IDisposable
{
    private readonly Command _find = new(
        connection, $"SELECT row, version, properties FROM \"{table}\" WHERE partition = $0 AND row = $1");

    private readonly Command _fromOn = new(
        connection,
        $"SELECT row, version, properties FROM \"{table}\" WHERE partition = $0 AND row >= $1 ORDER BY row LIMIT $2");

    private readonly Command _between = new(
        connection,
        $"SELECT row, version, properties FROM \"{table}\" WHERE partition = $0 AND row >= $1 AND row < $3 ORDER BY row LIMIT $2");

    private readonly Command _keysFromOn = new(
        connection, $"SELECT partition, row FROM \"{table}\" WHERE partition >= $0 ORDER BY partition, row LIMIT $1");

    private readonly Command _keysBetween = new(
        connection, $"SELECT partition, row FROM \"{table}\" WHERE partition >= $0 AND partition < $2 ORDER BY partition, row LIMIT $1");

    private readonly Command _put = new(connection, $"INSERT OR REPLACE INTO \"{table}\" VALUES ($0, $1, $2, $3)");

    private readonly Command _delete = new(connection, $"DELETE FROM \"{table}\" WHERE partition = $0 AND row = $1");

    public StoredRow? Find(byte[] partition, byte[] row)
    {
        using var reader = _find.With(partition, row).ExecuteReader();
        return reader.Read() ? ReadRow(reader) : null;
    }

    /// <summary>Rows in order, and the key of the one that follows them, if one does.</summary>
    public (IReadOnlyList<StoredRow> Rows, byte[]? Next) Range(
        byte[] partition, byte[] from, byte[]? before, int take, CancellationToken cancellationToken)
    {
        var command = before is null
            ? _fromOn.With(partition, from, take + 1L)
            : _between.With(partition, from, take + 1L, before);
        using var reader = command.ExecuteReader();
        var rows = new List<StoredRow>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rows.Count == take)
            {
                return (rows, reader.GetFieldValue<byte[]>(0));
            }

            rows.Add(ReadRow(reader));
        }

        return (rows, null);
    }

    /// <summary>The first keys of the partitions from a key on, in order.</summary>
    public IReadOnlyList<(byte[] Partition, byte[] Row)> FirstKeys(byte[] from, byte[]? before, int take)
    {
        var command = before is null ? _keysFromOn.With(from, (long)take) : _keysBetween.With(from, (long)take, before);
        using var reader = command.ExecuteReader();
        var keys = new List<(byte[], byte[])>();
        while (reader.Read())
        {
            keys.Add((reader.GetFieldValue<byte[]>(0), reader.GetFieldValue<byte[]>(1)));
        }

        return keys;
    }

    public void Put(byte[] partition, byte[] row, long version, byte[] properties) =>
        _put.With(partition, row, version, properties).ExecuteNonQuery();

    public void Delete(byte[] partition, byte[] row) => _delete.With(partition, row).ExecuteNonQuery();

    public void Dispose()
    {
        _find.Dispose();
        _fromOn.Dispose();
        _between.Dispose();
        _keysFromOn.Dispose();
        _keysBetween.Dispose();
        _put.Dispose();
        _delete.Dispose();
    }

    private static StoredRow ReadRow(SqliteDataReader reader) =>
        new(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));

    /// <summary>A command with numbered parameters, compiled when it is first used.</summary>
    private sealed class Command(SqliteConnection connection, string sql) : IDisposable
    {
        private readonly SqliteCommand _command = new(sql, connection);

        public SqliteCommand With(params ReadOnlySpan<object> values)
        {
            if (_command.Parameters.Count == 0)
            {
                _command.Prepare();
            }

            for (var i = 0; i < values.Length; i++)
            {
                if (i == _command.Parameters.Count)
                {
                    _command.Parameters.Add(new SqliteParameter($"${i}", values[i]));
                }
                else
                {
                    _command.Parameters[i].Value = values[i];
                }
            }

            return _command;
        }

        public void Dispose() => _command.Dispose();
    }
}
