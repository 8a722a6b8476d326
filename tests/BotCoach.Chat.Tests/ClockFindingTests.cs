namespace BotCoach.Chat.Tests;

public sealed class ClockFindingTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, FindingState.Right, "Agrees with slack.com.")]
    [InlineData(9, FindingState.Right, "Agrees with slack.com.")]
    [InlineData(-40, FindingState.Note, "40 seconds behind slack.com.")]
    [InlineData(200, FindingState.Note, "3 minutes ahead of slack.com.")]
    [InlineData(300, FindingState.Wrong, "5 minutes ahead of slack.com.")]
    [InlineData(-90_000, FindingState.Wrong, "25 hours behind slack.com.")]
    public void A_clock_is_wrong_from_five_minutes_on(int seconds, FindingState state, string says)
    {
        var finding = ClockFinding.Of("slack.com", _now, _now + TimeSpan.FromSeconds(seconds));

        Assert.Equal(state, finding.State);
        Assert.StartsWith(says, finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_does_not_say_the_time_tells_nothing_of_a_clock() =>
        Assert.Equal(FindingState.Note, ClockFinding.Of("slack.com", null, _now).State);
}
