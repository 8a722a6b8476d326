namespace BotCoach.Chat.Tests;

public sealed class RateWindowTests
{
    [Fact]
    public void Windows_are_read_as_they_are_written()
    {
        Assert.True(RateWindow.TryParseAll("7/1s, 60/30s,300/1m , 1800/1h", out var windows));
        Assert.Equal(
            [
                new RateWindow(7, TimeSpan.FromSeconds(1)),
                new RateWindow(60, TimeSpan.FromSeconds(30)),
                new RateWindow(300, TimeSpan.FromMinutes(1)),
                new RateWindow(1800, TimeSpan.FromHours(1)),
            ],
            windows);
        Assert.Equal("7/1s, 60/30s, 300/1m, 1800/1h", string.Join(", ", windows));
    }

    [Theory]
    [InlineData("none")]
    [InlineData(" None ")]
    public void No_limit_has_a_word_of_its_own(string text)
    {
        Assert.True(RateWindow.TryParseAll(text, out var windows));
        Assert.Empty(windows);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("50")]
    [InlineData("50/s")]
    [InlineData("50/1")]
    [InlineData("0/1s")]
    [InlineData("50/0s")]
    [InlineData("-1/1s")]
    [InlineData("1.5/1s")]
    [InlineData("50/1d")]
    [InlineData("50/1s,")]
    [InlineData("50/1s none")]
    [InlineData("50/25h")]
    [InlineData("50/99999999999h")]
    [InlineData("50/2147483647h")]
    public void Anything_else_is_no_window(string? text) => Assert.False(RateWindow.TryParseAll(text, out _));

    [Fact]
    public void Even_spread_messages_are_an_interval_apart() =>
        Assert.Equal(TimeSpan.FromMilliseconds(20), new RateWindow(50, TimeSpan.FromSeconds(1)).Interval);
}
