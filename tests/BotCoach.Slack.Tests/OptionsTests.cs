using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Slack.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Empty_texts_count_as_not_set()
    {
        var options = Read(("Slack:SigningSecret", ""), ("Slack:BotToken", " "), ("Slack:ApiBaseUrl", ""));
        Assert.Null(options.SigningSecret);
        Assert.Null(options.BotToken);
        Assert.Equal("https://slack.com/api/", options.ApiBaseUrl);
    }

    [Theory]
    [InlineData("http://127.0.0.1:3000/api", "http://127.0.0.1:3000/api/")]
    [InlineData("https://slack-gov.com/api/", "https://slack-gov.com/api/")]
    public void The_address_of_the_web_api_may_be_set(string set, string used) =>
        Assert.Equal(used, Read(("Slack:ApiBaseUrl", set)).ApiBaseUrl);

    [Theory]
    [InlineData("http://example.com/api/")]
    [InlineData("slack.com/api")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_no_token_should_go_to_is_refused_by_name(string set)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(("Slack:ApiBaseUrl", set)));
        Assert.Contains("Slack:ApiBaseUrl", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("belong together", "Slack:ClientId", "1.2")]
    [InlineData("belong together", "Slack:ClientSecret", "s")]
    [InlineData("one of the two", "Slack:ClientId", "1.2", "Slack:ClientSecret", "s", "Slack:BotToken", "xoxb-1")]
    [InlineData("1 to 10", "Slack:SocketConnections", "0")]
    [InlineData("1 to 10", "Slack:SocketConnections", "11")]
    public void Settings_that_cannot_be_meant_are_refused_by_name(string said, params string[] settings)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read([.. settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1]))]));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Slack:", refusal.Message, StringComparison.Ordinal);
    }

    private static SlackOptions Read(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        using var services = new ServiceCollection().AddLogging().AddSlack(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<SlackOptions>>().Value;
    }
}
