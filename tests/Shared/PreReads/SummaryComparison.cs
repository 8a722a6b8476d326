using BotCoach.Coaching;

namespace BotCoach.Testing;

/// <summary>The scores of one way to summarise.</summary>
internal sealed record SummaryScore(RougeScore One, RougeScore L);

/// <summary>The key points of one pre-read beside two baselines, held against the reference points.</summary>
internal sealed record SummaryComparison(string Name, int Points, SummaryScore KeyPoints, SummaryScore First, SummaryScore TfIdf)
{
    public static SummaryComparison Of(PreReadSample sample)
    {
        var preRead = PreRead.Parse(sample.Text);
        List<string> points = [.. new KeyPointFinder().Find(preRead).Select(point => point.Text)];
        return new SummaryComparison(
            sample.Name,
            points.Count,
            Score(points, sample),
            Score(Baselines.First(preRead, points.Count), sample),
            Score(Baselines.TfIdf(preRead, points.Count), sample));
    }

    private static SummaryScore Score(IReadOnlyList<string> summary, PreReadSample sample) =>
        new(Rouge.One(summary, sample.Reference), Rouge.L(summary, sample.Reference));
}
