using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>The figures of one group in one week.</summary>
/// <param name="Group">The group's id, or <see cref="InsightsTable.Everyone"/>.</param>
/// <param name="Week">The week.</param>
/// <param name="Enrolled">Roughly how many people count: at least so many, a multiple of five.</param>
/// <param name="Figures">By the id of the measure.</param>
public sealed record GroupWeek(string Group, IsoWeek Week, int Enrolled, IReadOnlyDictionary<string, Figure> Figures);

/// <summary>
/// The keys and columns of the Insights table: a partition for each workspace, and in it a row for each week and group.
/// What stands here is what may be shown: no exact count is kept, so nothing that reads this table can give one away.
/// </summary>
public sealed class InsightsTable(ITableStore store)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Insights";

    /// <summary>The group of all who are enrolled in the workspace.</summary>
    public const string Everyone = "everyone";

    // The measures of the group first and those of the practices apart: an overview of many groups reads the first alone.
    private const string GroupPrefix = "group ";
    private const string PracticesPrefix = "practices ";
    private const string BoundSuffix = "_Bound";
    private const string PeopleSuffix = "_People";
    private const string WithheldSuffix = "_Withheld";

    /// <summary>What the keys of rows begin with that are about a week, which follows.</summary>
    internal static readonly IReadOnlyList<string> WeeklyPrefixes =
        [GroupPrefix, PracticesPrefix, LateAnswers.Prefix, StaleWeeks.Prefix, InsightsUpdate.CountedPrefix];

    private static readonly HashSet<string> _ofGroup = [.. Measure.OfGroup.Select(measure => measure.Id)];

    private readonly ITable _table = store.Table(Name);

    /// <summary>The measures of all groups over some weeks, in the order of weeks and groups.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="from">The first week.</param>
    /// <param name="until">The last week.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<GroupWeek>> OverviewAsync(
        WorkspaceAddress workspace, IsoWeek from, IsoWeek until, CancellationToken cancellationToken)
    {
        List<GroupWeek> weeks = [];
        var range = new RowRange(GroupsTable.PartitionOf(workspace), $"{GroupPrefix}{from}", $"{GroupPrefix}{until.Plus(1)}");
        await foreach (var row in _table.ReadRangeAsync(range, cancellationToken))
        {
            weeks.Add(Read(row, GroupPrefix));
        }

        return weeks;
    }

    /// <summary>All measures of one group over some weeks, oldest week first; a week without figures is left out.</summary>
    public async Task<IReadOnlyList<GroupWeek>> OfGroupAsync(
        WorkspaceAddress workspace, string group, IsoWeek from, IsoWeek until, CancellationToken cancellationToken)
    {
        List<IsoWeek> weeks = [];
        for (var week = from; week <= until; week = week.Plus(1))
        {
            weeks.Add(week);
        }

        var read = await Task.WhenAll(weeks.Select(week => ReadAsync(workspace, group, week, cancellationToken)));
        return [.. read.OfType<GroupWeek>()];
    }

    /// <summary>Writes the figures of a week.</summary>
    internal async Task WriteAsync(WorkspaceAddress workspace, IReadOnlyList<GroupWeek> figures, CancellationToken cancellationToken)
    {
        var writes = figures.SelectMany(week => new[]
        {
            Write(workspace, week, GroupPrefix, _ofGroup.Contains),
            Write(workspace, week, PracticesPrefix, measure => !_ofGroup.Contains(measure)),
        });
        foreach (var chunk in writes.Chunk(TableRules.MaxTransaction))
        {
            await _table.WriteAsync(chunk, cancellationToken);
        }
    }

    /// <summary>Takes away the figures of a group in a week; where there are none, nothing changes.</summary>
    internal Task DeleteAsync(WorkspaceAddress workspace, string group, IsoWeek week, CancellationToken cancellationToken) =>
        _table.DeleteAsync([KeyOf(workspace, GroupPrefix, week, group), KeyOf(workspace, PracticesPrefix, week, group)], cancellationToken);

    private async Task<GroupWeek?> ReadAsync(WorkspaceAddress workspace, string group, IsoWeek week, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(
            _table.ReadAsync(KeyOf(workspace, GroupPrefix, week, group), cancellationToken),
            _table.ReadAsync(KeyOf(workspace, PracticesPrefix, week, group), cancellationToken));
        return rows switch
        {
            [null, _] => null,
            [{ } ofGroup, null] => Read(ofGroup, GroupPrefix),
            [{ } ofGroup, { } practices] => Read(ofGroup, GroupPrefix) is var read
                ? read with { Figures = read.Figures.Concat(Figures(practices)).ToDictionary(StringComparer.Ordinal) }
                : null,
            _ => null,
        };
    }

    private static RowKey KeyOf(WorkspaceAddress workspace, string prefix, IsoWeek week, string group) =>
        new(GroupsTable.PartitionOf(workspace), $"{prefix}{week} {KeyEncoding.Encode(group)}");

    private static RowWrite.Upsert Write(WorkspaceAddress workspace, GroupWeek week, string prefix, Func<string, bool> belongs)
    {
        var properties = new RowProperties { { "Enrolled", week.Enrolled } };
        foreach (var (measure, figure) in week.Figures.Where(figure => belongs(figure.Key)))
        {
            var name = Column(measure);
            if (figure is Figure.Shown shown)
            {
                properties.Add(name, shown.Value);
                properties.Add(name + PeopleSuffix, shown.AtLeast);
                properties.Add(name + BoundSuffix, shown.Bound is FigureBound.About ? null : shown.Bound.ToString());
            }
            else if (figure is Figure.Withheld withheld)
            {
                properties.Add(name + WithheldSuffix, withheld.Why.ToString());
            }
        }

        return new RowWrite.Upsert { Key = KeyOf(workspace, prefix, week.Week, week.Group), Properties = properties };
    }

    private static GroupWeek Read(TableRow row, string prefix) => row.Key.Row[prefix.Length..].Split(' ') is [var week, var group]
        && IsoWeek.TryParse(week, out var of)
            ? new GroupWeek(KeyEncoding.Decode(group), of.Value, row.Required(row.Properties.Number("Enrolled"), "Enrolled"), Figures(row))
            : throw new InvalidDataException("A stored row of figures names no week and group.");

    private static Dictionary<string, Figure> Figures(TableRow row)
    {
        Dictionary<string, Figure> figures = new(StringComparer.Ordinal);
        foreach (var (name, value) in row.Properties)
        {
            if (value is double number)
            {
                var bound = row.Properties.Text(name + BoundSuffix) is null ? FigureBound.About : row.RequiredEnum<FigureBound>(name + BoundSuffix);
                figures.Add(MeasureOf(name), new Figure.Shown(number, bound, row.Required(row.Properties.Number(name + PeopleSuffix), name + PeopleSuffix)));
            }
            else if (name.EndsWith(WithheldSuffix, StringComparison.Ordinal))
            {
                figures.Add(MeasureOf(name[..^WithheldSuffix.Length]), new Figure.Withheld(row.RequiredEnum<WithheldReason>(name)));
            }
        }

        return figures;
    }

    // The name of a column is an identifier, so the hyphens of a measure's id become underscores, singly.
    private static string Column(string measure) => measure.Replace('-', '_');

    private static string MeasureOf(string column) => column.Replace('_', '-');
}
