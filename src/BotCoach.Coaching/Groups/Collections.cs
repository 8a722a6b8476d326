using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>The groups of the platform that the bot is in, such as channels: some platforms list people nowhere else.</summary>
internal sealed class Collections(ITableStore store) : ICollectionNoticeHandler
{
    private const string Prefix = "collection ";

    private readonly ITable _table = store.Table(GroupsTable.Name);

    public Task HandleAsync(CollectionNotice notice, CancellationToken cancellationToken)
    {
        var key = new RowKey(GroupsTable.PartitionOf(notice.Workspace), Prefix + KeyEncoding.Encode(notice.Collection));
        return notice.IsMember
            ? _table.WriteAsync([new RowWrite.Upsert { Key = key, Properties = [] }], cancellationToken)
            : _table.DeleteAsync([key], cancellationToken);
    }

    /// <summary>Those of a workspace, by the platform's ids.</summary>
    public async Task<IReadOnlyCollection<string>> OfAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        List<string> collections = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(GroupsTable.PartitionOf(workspace), Prefix), cancellationToken))
        {
            collections.Add(KeyEncoding.Decode(row.Key.Row[Prefix.Length..]));
        }

        return collections;
    }
}
