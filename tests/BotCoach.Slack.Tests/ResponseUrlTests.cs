using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Slack.Tests;

/// <summary>An answer goes to Slack's own addresses, and to no other that a request names, signed or not.</summary>
public sealed class ResponseUrlTests : IAsyncLifetime
{
    private FakeSlack _slack = null!;
    private FakeSlack _stranger = null!;

    public async Task InitializeAsync() => (_slack, _stranger) = (await FakeSlack.StartAsync(), await FakeSlack.StartAsync());

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _stranger.DisposeAsync();
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://127.0.0.1:1/hooks")]
    [InlineData("http://hooks.slack.com/commands/1")]
    [InlineData("https://hooks.slack.com:8443/commands/1")]
    [InlineData("https://hooks.slack.com.example.net/commands/1")]
    [InlineData("https://hooks.slack.com@example.net/commands/1")]
    [InlineData("https://example.net/hooks.slack.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://hooks.slack.com/")]
    [InlineData("hooks.slack.com/commands/1")]
    public async Task An_answer_never_goes_to_an_address_of_somebodys_choice(string address) =>
        Assert.Equal(new SlackReply.Refused("foreign_response_url"), await RespondAsync(address));

    [Fact]
    public async Task An_answer_goes_to_the_host_of_the_web_api_and_not_to_another_port_of_it()
    {
        Assert.IsType<SlackReply.Ok>(await RespondAsync(_slack.ResponseUrl));
        Assert.Equal(new SlackReply.Refused("foreign_response_url"), await RespondAsync(_stranger.ResponseUrl));
        Assert.Single(_slack.Calls);
        Assert.Empty(_stranger.Calls);
    }

    private async Task<SlackReply> RespondAsync(string address)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Slack:ApiBaseUrl", _slack.ApiBaseUrl)]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSlack(configuration).BuildServiceProvider();
        return await services.GetRequiredService<SlackWebApi>().RespondAsync(new Uri(address, UriKind.RelativeOrAbsolute), SlackMessage.Of("Hello."), replace: false, default);
    }
}
