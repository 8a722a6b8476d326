using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Testing;

/// <summary>Figures as a rollup leaves them, of every kind that there is: numbers, ends of ranges, and reasons why there is none.</summary>
internal static class SeededInsights
{
    /// <summary>Makes groups.</summary>
    public static IReadOnlyList<Group> Groups(DateTimeOffset now, params IReadOnlyList<string> names) =>
        [.. names.Select((name, place) => new Group(string.Create(CultureInfo.InvariantCulture, $"g{place + 1}"), name, Plan: null, now.AddDays(-200 + place)))];

    /// <summary>Writes groups, and figures of each of them and of everybody for some weeks up to the last one.</summary>
    public static async Task WriteAsync(ITableStore store, WorkspaceAddress home, IReadOnlyList<Group> groups, IsoWeek last, int weeks)
    {
        await new GroupsTable(store).WriteAsync(groups.Select(group => GroupsTable.Write(home, group)), CancellationToken.None);
        foreach (var week in Weeks(groups, last, weeks).GroupBy(figures => figures.Week))
        {
            await new InsightsTable(store).WriteAsync(home, [.. week], CancellationToken.None);
        }
    }

    /// <summary>Figures of groups and of everybody for some weeks up to the last one.</summary>
    public static IReadOnlyList<GroupWeek> Weeks(IReadOnlyList<Group> groups, IsoWeek last, int weeks)
    {
        var measures = Measure.All(PracticeCatalogue.Load());
        string[] ids = [InsightsTable.Everyone, .. groups.Select(group => group.Id)];
        return
        [
            .. Enumerable.Range(0, weeks).SelectMany(week =>
                ids.Select((id, place) => new GroupWeek(id, last.Plus(-week), Enrolled(place), Figures(measures, place, week)))),
        ];
    }

    private static int Enrolled(int place) => place == 0 ? 120 : 10 + (5 * (place % 7));

    private static Dictionary<string, Figure> Figures(IReadOnlyList<Measure> measures, int place, int week) =>
        measures.Index().ToDictionary(measure => measure.Item.Id, measure => Of(measure.Item, place, week, measure.Index), StringComparer.Ordinal);

    private static Figure Of(Measure measure, int place, int week, int number)
    {
        var wave = (Math.Sin((1.7 * place) + (0.45 * week) + number) + 1) / 2;
        var isPractice = number >= Measure.OfGroup.Count;
        return (measure.Kind, place + week + number) switch
        {
            (_, var odd) when odd % 23 == 7 => new Figure.Withheld(WithheldReason.TooClose),
            (_, var odd) when isPractice && odd % 11 == 3 => new Figure.Withheld(WithheldReason.Nothing),
            (_, var odd) when isPractice && (odd % 3 != 0 || place > 1) => new Figure.Withheld(WithheldReason.TooFew),
            (MeasureKind.Share, _) when place == 3 => new Figure.Withheld(WithheldReason.TooFew),
            (MeasureKind.Share, _) when wave < 0.06 => new Figure.Shown(0.125, FigureBound.AtMost, Enrolled(place)),
            (MeasureKind.Share, _) when wave > 0.96 => new Figure.Shown(0.884, FigureBound.AtLeast, Enrolled(place)),
            (MeasureKind.Share, _) => new Figure.Shown(0.3 + (0.5 * wave), FigureBound.About, Enrolled(place)),
            (MeasureKind.Mean, _) => new Figure.Shown(
                Math.Round(measure.Lowest + ((0.35 + (0.4 * wave)) * (measure.Bins - 1)), 1), FigureBound.About, Enrolled(place)),
            _ => new Figure.Shown(Math.Round(Enrolled(place) * (1 + wave)), FigureBound.About, Enrolled(place)),
        };
    }
}
