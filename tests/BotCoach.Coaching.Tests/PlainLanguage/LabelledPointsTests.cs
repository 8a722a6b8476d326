using BotCoach.Testing;
using Xunit.Abstractions;

namespace BotCoach.Coaching.Tests;

/// <summary>How often the check is right, on points that were labelled by hand.</summary>
public sealed class LabelledPointsTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.9;
    private const double LeastRecall = 0.8;

    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();
    private static readonly LabelledPoint[] _all = [.. LabelledPoint.Sets.SelectMany(LabelledPoint.Read)];

    public static TheoryData<string> Sets => new(LabelledPoint.Sets);

    [Theory]
    [MemberData(nameof(Sets))]
    public void Remarks_on_a_set_are_right_and_few_are_missing(string set) => Judge(set, LabelledPoint.Read(set));

    [Fact]
    public void Remarks_in_all_are_right_and_few_are_missing() => Judge("all", _all);

    /// <summary>The yardstick: the same terms, found wherever they stand.</summary>
    [Fact]
    public void Without_the_rules_for_common_words_it_would_cry_wolf()
    {
        var lexicon = PlainLexicon.Load();
        var bare = new PlainLanguageCheck(new PlainLexicon([.. lexicon.Terms.Select(term => term with { Sense = null })], lexicon.Vocabulary));
        LabelledPoint[] unseen = [.. LabelledPoint.Read("held-out")];

        var score = PlainLanguageScore.Of(bare, unseen);

        output.WriteLine($"held-out without rules: {score}");
        Assert.True(score.Precision < PlainLanguageScore.Of(_check, unseen).Precision - 0.1, $"{score}");
    }

    [Fact]
    public void Many_points_are_labelled_most_of_them_as_a_manager_would_say_them()
    {
        var kinds = _all.CountBy(point => point.Kind).ToDictionary();

        Assert.True(_all.Length >= 300);
        Assert.True(kinds["real"] >= 150);
        Assert.True(kinds["tricky"] >= 100);
        Assert.True(kinds["spanish"] + kinds["mixed"] >= 30);
        Assert.True(kinds["points"] >= 10);
        Assert.Distinct(_all.Select(point => point.Text));
    }

    private void Judge(string name, IReadOnlyList<LabelledPoint> points)
    {
        var score = PlainLanguageScore.Of(_check, points);
        output.WriteLine($"{name}, {points.Count} points: {score}");
        foreach (var kind in points.GroupBy(point => point.Kind))
        {
            output.WriteLine($"  {kind.Key}: {PlainLanguageScore.Of(_check, kind)}");
        }

        foreach (var line in score.Report)
        {
            output.WriteLine(line);
        }

        Assert.True(score.Precision >= LeastPrecision, $"{name}: {score}");
        Assert.True(score.Recall >= LeastRecall, $"{name}: {score}");
    }
}
