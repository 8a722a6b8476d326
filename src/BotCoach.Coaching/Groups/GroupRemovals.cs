using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Takes groups away. A turn takes away the group itself, so that nobody sees it any more, and notes that the rest is to
/// follow; the job that counts, which alone writes counts and figures, does that. See docs/adr/0016-weeks-are-counted-when-they-are-over.md.
/// </summary>
internal sealed class GroupRemovals(ITableStore store, GroupsTable groups, PulseTable pulses, InsightsTable insights, StaleWeeks stale, TimeProvider clock)
{
    private const string Prefix = "removed ";

    private readonly ITable _table = store.Table(GroupsTable.Name);

    /// <summary>Takes a group away, and notes that what belongs to it is to follow.</summary>
    public async Task<IReadOnlyList<RowWrite>> BeginAsync(WorkspaceAddress workspace, Group group, CancellationToken cancellationToken)
    {
        var pauses = await groups.PausesAsync(workspace, cancellationToken);
        return
        [
            new RowWrite.Upsert { Key = KeyOf(workspace, group.Id), Properties = new RowProperties { { "CreatedAt", group.CreatedAt } } },
            GroupsTable.Delete(workspace, group.Id),
            .. pauses.Where(pause => pause.Group == group.Id).Select(pause => GroupsTable.Delete(workspace, pause)),
        ];
    }

    /// <summary>
    /// Takes away what belonged to groups that are gone: what was counted, with a note of the weeks whose figures for everybody
    /// no longer fit, then their own figures, and the memberships, which lead to what was counted, at last. Whatever is cut
    /// short is done by the next run.
    /// </summary>
    public async Task FinishAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        await foreach (var note in _table.ReadRangeAsync(RowRange.WithPrefix(GroupsTable.PartitionOf(workspace), Prefix), cancellationToken))
        {
            var group = KeyEncoding.Decode(note.Key.Row[Prefix.Length..]);
            var members = await MembersAsync(workspace, group, cancellationToken);
            var created = IsoWeek.Of(DateOnly.FromDateTime(note.Required(note.Properties.Time("CreatedAt"), "CreatedAt").UtcDateTime));
            var first = members.SelectMany(member => member.Stays).Select(stay => stay.From).Append(created).Min();
            var last = ClosedWeek.At(clock.GetUtcNow());
            for (var week = first; week <= last; week = week.Plus(1))
            {
                await TakeAwayAsync(workspace, group, week, cancellationToken);
            }

            await groups.WriteAsync(members.Select(GroupsTable.Delete), cancellationToken);
            await _table.DeleteAsync([note.Key], cancellationToken);
        }
    }

    private async Task TakeAwayAsync(WorkspaceAddress workspace, string group, IsoWeek week, CancellationToken cancellationToken)
    {
        if (await pulses.KeysAsync(workspace, group, week, cancellationToken) is { Count: > 0 } counted)
        {
            await stale.NoteAsync(workspace, week, cancellationToken);
            await store.Table(PulseTable.Name).DeleteAsync(counted, cancellationToken);
        }

        await insights.DeleteAsync(workspace, group, week, cancellationToken);
    }

    private async Task<IReadOnlyList<GroupMember>> MembersAsync(WorkspaceAddress workspace, string group, CancellationToken cancellationToken)
    {
        List<GroupMember> members = [];
        await foreach (var member in groups.MembersAsync(workspace, cancellationToken))
        {
            if (member.Group == group)
            {
                members.Add(member);
            }
        }

        return members;
    }

    private static RowKey KeyOf(WorkspaceAddress workspace, string group) =>
        new(GroupsTable.PartitionOf(workspace), Prefix + KeyEncoding.Encode(group));
}
