using System.Globalization;

namespace BotCoach.Benchmarks;

/// <summary>A client of a table service, with a table of its own, doing what is measured.</summary>
internal abstract class TableClient
{
    /// <summary>How many rows a transaction writes: as many as one may.</summary>
    public const int TransactionRows = 100;

    /// <summary>How many rows the queried partition has: as many as a page holds.</summary>
    public const int QueriedRows = 1_000;

    /// <summary>Makes the table.</summary>
    public abstract Task MakeTableAsync();

    /// <summary>Puts one row in place.</summary>
    public abstract Task UpsertAsync(DueColumns row);

    /// <summary>Puts rows of one partition in place, all or none.</summary>
    public abstract Task TransactAsync(IReadOnlyList<DueColumns> rows);

    /// <summary>Reads one row and looks at its columns.</summary>
    /// <returns>What the row holds.</returns>
    public abstract Task<DueColumns> ReadAsync(string partition, string key);

    /// <summary>Reads a partition of at most a page and looks at the columns of its rows.</summary>
    /// <returns>What the rows hold.</returns>
    public abstract Task<IReadOnlyList<DueColumns>> QueryAsync(string partition);
}

/// <summary>A row like those of the coach's Due table, which it writes and reads most.</summary>
internal sealed record DueColumns(
    string Partition,
    string Key,
    string Channel,
    string Workspace,
    string Person,
    string Kind,
    string Subject,
    DateTimeOffset DueAt,
    string Version,
    int Sequence,
    int SentToday,
    bool EndsPause,
    int Attempts)
{
    private static readonly DateTimeOffset _first = new(2026, 11, 23, 8, 15, 0, TimeSpan.Zero);

    /// <summary>The one of that number.</summary>
    public static DueColumns Number(string partition, int number)
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"U{number:D8}");
        var dueAt = _first.AddSeconds(number);
        return new DueColumns(
            partition, KeyOf(number), "slack", "T0BENCH", person, "Practice", "", dueAt, "1f0c9a7b3d5e2f48", number % 24, 0, EndsPause: false, 0);
    }

    /// <summary>The row key of that number.</summary>
    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{_first.AddSeconds(number):yyyyMMddHHmmssfffffff} slack|T0BENCH|U{number:D8} Practice  1f0c9a7b3d5e2f48");
}
