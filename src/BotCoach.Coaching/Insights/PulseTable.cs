using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the Pulse table: a partition for each group and week, and in it what each pseudonym did.
/// </summary>
internal sealed class PulseTable(ITableStore store)
{
    public const string Name = "Pulse";

    private readonly ITable _table = store.Table(Name);

    /// <summary>Everything that is counted of a group in a week.</summary>
    public async Task<IReadOnlyList<Pulse>> ReadAsync(
        WorkspaceAddress workspace, string group, IsoWeek week, CancellationToken cancellationToken)
    {
        List<Pulse> pulses = [];
        await foreach (var row in _table.ReadRangeAsync(new RowRange(PartitionOf(workspace, group, week)), cancellationToken))
        {
            pulses.Add(Read(row));
        }

        return pulses;
    }

    /// <summary>Makes what is counted of a pseudonym in a group and week be what is given, and nothing else.</summary>
    public async Task ReplaceAsync(
        WorkspaceAddress workspace, string group, IsoWeek week, string pseudonym, IReadOnlyList<Pulse> pulses, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(workspace, group, week);
        Dictionary<string, Pulse> kept = new(StringComparer.Ordinal);
        await foreach (var row in _table.ReadRangeAsync(OfPseudonym(workspace, group, week, pseudonym), cancellationToken))
        {
            kept.Add(row.Key.Row, Read(row));
        }

        var wanted = pulses.ToDictionary(KeyOf, StringComparer.Ordinal);
        List<RowWrite> writes =
        [
            .. kept.Keys.Where(row => !wanted.ContainsKey(row)).Select(row => new RowWrite.Delete { Key = new RowKey(partition, row) }),
            .. wanted.Where(pulse => kept.GetValueOrDefault(pulse.Key) != pulse.Value)
                .Select(pulse => new RowWrite.Upsert { Key = new RowKey(partition, pulse.Key), Properties = Properties(pulse.Value) }),
        ];
        foreach (var chunk in writes.Chunk(TableRules.MaxTransaction))
        {
            if (await _table.WriteAsync(chunk, cancellationToken) is not WriteResult.Written)
            {
                // A row was deleted by another run that does the same; that run leaves what this one wants.
                throw new TableUnavailableException("Two runs count the same person at once.");
            }
        }
    }

    /// <summary>The rows of everything that is counted of a group in a week.</summary>
    public async Task<IReadOnlyList<RowKey>> KeysAsync(
        WorkspaceAddress workspace, string group, IsoWeek week, CancellationToken cancellationToken)
    {
        List<RowKey> keys = [];
        await foreach (var row in _table.ReadRangeAsync(new RowRange(PartitionOf(workspace, group, week)), cancellationToken))
        {
            keys.Add(row.Key);
        }

        return keys;
    }

    /// <summary>The range that holds what is counted of a pseudonym.</summary>
    public static RowRange OfPseudonym(WorkspaceAddress workspace, string group, IsoWeek week, string pseudonym) =>
        RowRange.WithPrefix(PartitionOf(workspace, group, week), $"{pseudonym} ");

    /// <summary>What is counted of the group of a row before a week, and where the next group begins.</summary>
    public static (PartitionRange Before, PartitionRange? Next) OfGroupBefore(RowKey row, IsoWeek week)
    {
        var group = row.Partition[..(row.Partition.LastIndexOf('|') + 1)];
        return (new PartitionRange(group, $"{group}{week}"), new PartitionRange(PartitionRange.WithPrefix(group).Before!));
    }

    /// <summary>The week of a row.</summary>
    public static IsoWeek WeekOf(RowKey row) => IsoWeek.TryParse(row.Partition.Split('|')[^1], out var week)
        ? week.Value
        : throw new InvalidDataException("A partition of the Pulse table names no week.");

    private static string PartitionOf(WorkspaceAddress workspace, string group, IsoWeek week) =>
        $"{GroupsTable.PartitionOf(workspace)}|{KeyEncoding.Encode(group)}|{week}";

    private static string KeyOf(Pulse pulse) => $"{pulse.Pseudonym} {pulse.Subject}";

    private static RowProperties Properties(Pulse pulse) => pulse switch
    {
        Pulse.Member member => new RowProperties { { "Kind", "Member" }, { "Active", member.IsActive } },
        Pulse.Nudge nudge => new RowProperties
        {
            { "Kind", "Nudge" },
            { "Practice", nudge.Practice },
            { "Answered", nudge.IsAnswered },
            { "Value", nudge.Value },
            { "Useful", nudge.IsUseful },
        },
        Pulse.Meeting meeting => new RowProperties
        {
            { "Kind", "Meeting" },
            { "Spoke", meeting.Spoke?.ToString() },
            { "Goal", meeting.Goal?.ToString() },
            { "FollowedUp", meeting.IsFollowedUp },
        },
        _ => throw new InvalidOperationException($"Not a known pulse: {pulse.GetType().Name}."),
    };

    private static Pulse Read(TableRow row)
    {
        var space = row.Key.Row.IndexOf(' ', StringComparison.Ordinal);
        var (pseudonym, subject) = (row.Key.Row[..space], row.Key.Row[(space + 1)..]);
        return row.Required("Kind") switch
        {
            "Member" => new Pulse.Member { Pseudonym = pseudonym, Subject = subject, IsActive = row.Required(row.Properties.Flag("Active"), "Active") },
            "Nudge" => new Pulse.Nudge
            {
                Pseudonym = pseudonym,
                Subject = subject,
                Practice = row.Required("Practice"),
                IsAnswered = row.Required(row.Properties.Flag("Answered"), "Answered"),
                Value = row.Properties.Text("Value"),
                IsUseful = row.Properties.Flag("Useful"),
            },
            "Meeting" => new Pulse.Meeting
            {
                Pseudonym = pseudonym,
                Subject = subject,
                Spoke = row.Properties.Text("Spoke") is null ? null : row.RequiredEnum<Spoke>("Spoke"),
                Goal = row.Properties.Text("Goal") is null ? null : row.RequiredEnum<GoalResult>("Goal"),
                IsFollowedUp = row.Required(row.Properties.Flag("FollowedUp"), "FollowedUp"),
            },
            var kind => throw new InvalidDataException($"A stored pulse is of the unknown kind '{kind}'."),
        };
    }
}
