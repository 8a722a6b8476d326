namespace BotCoach.Slack.Tests;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("ask <@U123> first", "ask @U123 first")]
    [InlineData("ask <@U123|ben>", "ask @ben")]
    [InlineData("in <#C123|general> or <#C124>", "in #general or #C124")]
    [InlineData("<!here> <!subteam^S1|@leads> <!channel>", "@here @leads @channel")]
    [InlineData("see <http://example.com|example.com>", "see example.com")]
    [InlineData("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2")]
    [InlineData("see <https://example.com/roadmap|the roadmap>", "see the roadmap (https://example.com/roadmap)")]
    [InlineData("write <mailto:a@b.com|a@b.com>", "write a@b.com")]
    [InlineData("*bold* :tada: `x`\nsecond line", "*bold* :tada: `x`\nsecond line")]
    [InlineData("<@U0BOT> prep meeting", "prep meeting")]
    [InlineData("prep <@U0BOT> meeting", "prep meeting")]
    [InlineData("prep meeting <@U0BOT|botcoach>", "prep meeting")]
    [InlineData("<>", "<>")]
    public void Words_are_read_as_they_were_typed(string sent, string typed) =>
        Assert.Equal(typed, MessageText.Read(sent, "U0BOT"));
}
