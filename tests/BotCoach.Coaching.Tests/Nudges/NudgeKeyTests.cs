namespace BotCoach.Coaching.Tests;

public sealed class NudgeKeyTests
{
    [Theory]
    [InlineData("20261123.align-with-manager.2")]
    [InlineData("20261123.align-with-manager.2.try-0a1b")]
    [InlineData("20261126.meeting-check.0a1b2c3d")]
    public void A_key_reads_back_as_it_was_written(string text)
    {
        Assert.True(NudgeKey.TryParse(text, out var key));
        Assert.Equal(text, key.Value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("20261123")]
    [InlineData("20261123..2")]
    [InlineData("20261123.align-with-manager.")]
    [InlineData("20261323.align-with-manager.2")]
    [InlineData("20261123.align-with-manager.2.try.more")]
    [InlineData("answer Ev1")]
    public void Anything_else_is_no_key(string text) => Assert.False(NudgeKey.TryParse(text, out _));
}
