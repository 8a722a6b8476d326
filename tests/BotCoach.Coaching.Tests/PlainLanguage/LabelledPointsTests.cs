using BotCoach.Testing;
using Xunit.Abstractions;

namespace BotCoach.Coaching.Tests;

/// <summary>How often the check is right, on points that were labelled by hand.</summary>
public sealed class LabelledPointsTests(ITestOutputHelper output)
{
    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();

    [Theory]
    [InlineData("tuning")]
    [InlineData("held-out")]
    public void Remarks_on_a_set_are_right_and_few_are_missing(string set)
    {
        var score = PlainLanguageScore.Of(_check, LabelledPoint.Read(set));

        output.WriteLine($"{set}: {score}");
        foreach (var line in score.Report)
        {
            output.WriteLine(line);
        }

        Assert.True(score.Precision >= 0.9, $"{score}");
        Assert.True(score.Recall >= 0.8, $"{score}");
    }
}
