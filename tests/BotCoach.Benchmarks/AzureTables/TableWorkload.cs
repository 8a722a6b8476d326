namespace BotCoach.Benchmarks;

/// <summary>Something that a client is measured at.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Callers">How many do it at the same time.</param>
/// <param name="Operations">How many times it is done in a round, at <c>--operations 100</c>.</param>
/// <param name="Act">Does the one of that number; throws when the answer is not what it should be.</param>
internal sealed record TableWorkload(string Name, int Callers, int Operations, Func<TableClient, int, Task> Act)
{
    // Azurite looks through a whole partition for a row, which the real service does not: where one row is meant, or
    // a hundred, partitions are as small as a person's, so that Azurite's share of the time is small too.
    private const int RowsOfPerson = 20;
    private const int People = 50;
    private const string FullPage = "page";

    // Rows are there already when they are written again: every round finds the table as the one before.
    public static IReadOnlyList<TableWorkload> All { get; } =
    [
        new("upsert, 1 caller", 1, 500, UpsertAsync),
        new(Crowd, 32, 2_000, UpsertAsync),
        new("transaction of 100", 1, 20, TransactAsync),
        new(PointRead, 1, 1_000, ReadAsync),
        new("point read, 32 callers", 32, 2_000, ReadAsync),
        new(Query, 1, 20, QueryAsync),
    ];

    public const string Crowd = "upsert, 32 callers";

    public const string PointRead = "point read, 1 caller";

    public const string Query = "query of 1,000 rows";

    /// <summary>Puts every row in place.</summary>
    public static async Task FillAsync(TableClient client)
    {
        await client.MakeTableAsync();
        for (var first = 0; first < TableClient.QueriedRows; first += TableClient.TransactionRows)
        {
            await client.TransactAsync(Rows(FullPage, first, TableClient.TransactionRows));
        }

        for (var person = 0; person < People; person++)
        {
            await client.TransactAsync(Rows(PartitionOf(person), 0, RowsOfPerson));
        }
    }

    private static Task UpsertAsync(TableClient client, int number) => client.UpsertAsync(RowOfPerson(number));

    private static Task TransactAsync(TableClient client, int number) =>
        client.TransactAsync(Rows($"transaction {number % People}", 0, TableClient.TransactionRows));

    private static async Task ReadAsync(TableClient client, int number)
    {
        var expected = RowOfPerson(number);
        Require(await client.ReadAsync(expected.Partition, expected.Key) == expected);
    }

    private static async Task QueryAsync(TableClient client, int number)
    {
        var rows = await client.QueryAsync(FullPage);
        Require(rows.Count == TableClient.QueriedRows && rows[number % rows.Count] == DueColumns.Number(FullPage, number % rows.Count));
    }

    private static DueColumns RowOfPerson(int number) =>
        DueColumns.Number(PartitionOf(number % People), number / People % RowsOfPerson);

    private static string PartitionOf(int person) => $"person {person}";

    private static DueColumns[] Rows(string partition, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => DueColumns.Number(partition, number))];

    private static void Require(bool isRight)
    {
        if (!isRight)
        {
            throw new BenchmarkException("A row was read that is not the one that was written.");
        }
    }
}
