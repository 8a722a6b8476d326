using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Old rows of groups: pauses that are over, lists that no lead acted upon, and where somebody stands who said no or left.
/// Groups, leads and memberships stay.
/// </summary>
internal sealed class GroupRetention(ITableStore store) : IRetainedRows
{
    public string Name => "groups";

    public async Task<long> ForgetAsync(RetentionLimits limits, GentlePace pace, CancellationToken cancellationToken)
    {
        var gone = 0L;
        var table = store.Table(GroupsTable.Name);
        await foreach (var workspace in table.PartitionsAsync(new PartitionRange(), cancellationToken))
        {
            for (RowRange? rest = new(workspace) { Select = ["Status", "Since", "Until", "At"] }; rest is not null;)
            {
                var page = await table.QueryAsync(rest, TableRules.MaxPage, cancellationToken);
                gone += await table.DeleteUnchangedAsync(page.Rows.Where(row => IsOld(row, limits)), cancellationToken);
                await pace.RestAsync(cancellationToken);
                rest = page.Next is { } from ? rest with { From = from } : null;
            }
        }

        return gone;
    }

    // A list holds half a thousand people: it is not for long.
    private static bool IsOld(TableRow row, RetentionLimits limits) => row.Key.Row.Split(' ', 2)[0] switch
    {
        "pause" => string.CompareOrdinal(row.Properties.Text("Until"), GroupsTable.Text(limits.FirstDay)) < 0,
        "found" => row.Properties.Time("At") < limits.Bookkeeping,
        "member" => row.Properties.Text("Status") is nameof(MemberStatus.Declined) or nameof(MemberStatus.Left) && row.Properties.Time("Since") < limits.Said,
        _ => false,
    };
}
