using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>Looks into the file that a host left behind.</summary>
internal static class StoredReplies
{
    /// <summary>Counts the people whose one reply is not there, or not in their exact words.</summary>
    public static async Task<int> CountMissingAsync(string file, IEnumerable<(PersonAddress Person, int Value, string Line)> replies)
    {
        await using var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = file });
        await store.EnsureTablesAsync([PeopleTable.Name], CancellationToken.None);
        var table = store.Table(PeopleTable.Name);
        var missing = 0;
        foreach (var (person, value, line) in replies)
        {
            var stored = await table.QueryAsync(RowRange.WithPrefix(PeopleTable.PartitionOf(person), "reply "), take: 2, CancellationToken.None);
            if (stored.Rows is not [var reply] || reply.Properties.Number("Number") != value || reply.Properties.Text("Line") != line)
            {
                missing++;
            }
        }

        return missing;
    }
}
