using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>Looks into the file that a host left behind.</summary>
internal static class StoredReplies
{
    /// <summary>Counts the people whose one reply is not there, or not in their exact words.</summary>
    public static async Task<int> CountMissingAsync(string file, IEnumerable<int> people)
    {
        await using var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = file });
        await store.EnsureTablesAsync([PeopleTable.Name], CancellationToken.None);
        var table = store.Table(PeopleTable.Name);
        var missing = 0;
        foreach (var person in people)
        {
            var partition = PeopleTable.PartitionOf(new PersonAddress("slack", SlackWire.Workspace, SlackWire.Person(person)));
            var replies = await table.QueryAsync(RowRange.WithPrefix(partition, "reply "), take: 2, CancellationToken.None);
            if (replies.Rows is not [var reply]
                || reply.Properties.Number("Number") != CommandLoad.Value
                || reply.Properties.Text("Line") != CommandLoad.Line(person))
            {
                missing++;
            }
        }

        return missing;
    }
}
