using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The key points against two baselines, held against what a reader chose by hand.</summary>
public sealed class SummaryComparisonTests
{
    [Fact]
    public void Key_points_are_nearer_to_a_readers_than_the_first_sentences_and_than_those_of_the_weightiest_words()
    {
        var all = PreReadSample.All.Select(SummaryComparison.Of).ToList();

        Assert.True(Mean(all, one => one.KeyPoints.One.F) > Mean(all, one => one.First.One.F) + 0.05);
        Assert.True(Mean(all, one => one.KeyPoints.One.F) > Mean(all, one => one.TfIdf.One.F) + 0.05);
        Assert.True(Mean(all, one => one.KeyPoints.L.F) > Mean(all, one => one.First.L.F) + 0.05);
        Assert.True(Mean(all, one => one.KeyPoints.L.F) > Mean(all, one => one.TfIdf.L.F) + 0.05);
    }

    [Fact]
    public void That_holds_for_pre_reads_by_which_no_rule_was_made()
    {
        var all = PreReadSample.Unseen.Select(SummaryComparison.Of).ToList();

        Assert.Equal(3, all.Count);
        Assert.True(Mean(all, one => one.KeyPoints.One.F) > Math.Max(Mean(all, one => one.First.One.F), Mean(all, one => one.TfIdf.One.F)));
        Assert.True(Mean(all, one => one.KeyPoints.L.F) > Math.Max(Mean(all, one => one.First.L.F), Mean(all, one => one.TfIdf.L.F)));
    }

    [Fact]
    public void Rouge_1_counts_common_words_no_oftener_than_both_have_them()
    {
        var score = Rouge.One(["The cat sat on the mat."], ["the cat the cat lay on a mat"]);

        // the, the, cat, on, mat
        Assert.Equal(5d / 8, score.Recall, 6);
        Assert.Equal(5d / 6, score.Precision, 6);
        Assert.Equal(2 * 5d / 14, score.F, 6);
    }

    [Fact]
    public void Rouge_L_unites_the_longest_common_subsequences_of_a_sentence()
    {
        // The example of Lin, 2004, section 3.2: w1 w2 with the first and w1 w3 w5 with the second unite to four of five words.
        var score = Rouge.L(["w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"], ["w1 w2 w3 w4 w5"]);

        Assert.Equal(4d / 5, score.Recall, 6);
        Assert.Equal(4d / 10, score.Precision, 6);
    }

    [Fact]
    public void Nothing_in_common_scores_nothing_and_the_same_scores_one()
    {
        Assert.Equal(0, Rouge.One(["a b"], ["c d"]).F);
        Assert.Equal(0, Rouge.L([], ["c d"]).F);
        Assert.Equal(1, Rouge.One(["a b", "c"], ["c", "a b"]).F);
        Assert.Equal(1, Rouge.L(["a b", "c"], ["c", "a b"]).F);
    }

    private static double Mean(List<SummaryComparison> all, Func<SummaryComparison, double> score) => all.Average(score);
}
