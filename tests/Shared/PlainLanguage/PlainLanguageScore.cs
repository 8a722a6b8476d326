using System.Globalization;
using BotCoach.Coaching;

namespace BotCoach.Testing;

/// <summary>
/// How well the check for tech tongues does on labelled points. A remark is right when it covers exactly a labelled span.
/// </summary>
/// <param name="Right">Remarks on labelled spans.</param>
/// <param name="FalseAlarms">Other remarks.</param>
/// <param name="Missed">Labelled spans without a remark.</param>
/// <param name="Report">A line for each point where something is wrong: its place, and what.</param>
public sealed record PlainLanguageScore(int Right, int FalseAlarms, int Missed, IReadOnlyList<string> Report)
{
    /// <summary>The share of the remarks that are right.</summary>
    public double Precision => (double)Right / (Right + FalseAlarms);

    /// <summary>The share of the labelled spans that got a remark.</summary>
    public double Recall => (double)Right / (Right + Missed);

    /// <summary>Reviews some points.</summary>
    public static PlainLanguageScore Of(PlainLanguageCheck check, IEnumerable<LabelledPoint> points)
    {
        var (right, falseAlarms, missed) = (0, 0, 0);
        List<string> report = [];
        foreach (var point in points)
        {
            HashSet<LabelledSpan> found =
                [.. check.Review(point.Text, point.CompanyWords).Remarks.Select(remark => new LabelledSpan(remark.Start, remark.Length))];
            List<LabelledSpan> wrong = [.. found.Except(point.Spans)];
            List<LabelledSpan> overlooked = [.. point.Spans.Except(found)];
            right += found.Count - wrong.Count;
            falseAlarms += wrong.Count;
            missed += overlooked.Count;
            if (wrong.Count + overlooked.Count > 0)
            {
                report.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{point.Set}:{point.Line} {string.Join(", ", wrong.Select(span => $"false '{Words(point, span)}'").Concat(overlooked.Select(span => $"missed '{Words(point, span)}'")))} in: {point.Text}"));
            }
        }

        return new PlainLanguageScore(right, falseAlarms, missed, report);
    }

    private static string Words(LabelledPoint point, LabelledSpan span) => point.Text.Substring(span.Start, span.Length);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"precision {Precision:0.000}, recall {Recall:0.000} ({Right} right, {FalseAlarms} false alarms, {Missed} missed)");
}
