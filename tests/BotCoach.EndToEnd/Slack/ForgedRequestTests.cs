using System.Net;
using BotCoach.Chat;

namespace BotCoach.EndToEnd;

/// <summary>Requests that Slack did not send, or that somebody sends again.</summary>
public sealed class ForgedRequestTests : IAsyncLifetime
{
    private static readonly PersonAddress _anna = new("slack", LocalWorkspace.TeamId, LocalWorkspace.Anna.Id);

    private HostOnSlack _world = null!;
    private string _body = null!;

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync();
        _body = SlackRequests.Message(_anna.Person, await _world.DirectConversationAsync(_anna.Person), "hello", "Ev0FORGED");
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Whatever_is_forged_too_old_or_from_the_future_is_refused_without_effect_and_the_real_one_is_taken()
    {
        await _world.RunHostAsync();
        var now = TimeProvider.System.GetUtcNow();
        using var stranger = new SlackRequests(_world.Address, "another-secret");

        foreach (var path in new[] { "slack/events", "slack/interactions", "slack/commands" })
        {
            await AssertRefusedAsync(_world.Requests.PostAsync(_body, path: path, signature: ""));
            await AssertRefusedAsync(_world.Requests.PostAsync(_body, path: path, signature: $"v0={new string('0', 64)}"));
            await AssertRefusedAsync(_world.Requests.PostAsync(_body, path: path, signature: "v0=nonsense"));
            await AssertRefusedAsync(_world.Requests.PostAsync(_body, path: path, signedAt: now.AddMinutes(-6)));
            await AssertRefusedAsync(_world.Requests.PostAsync(_body, path: path, signedAt: now.AddMinutes(6)));
            await AssertRefusedAsync(stranger.PostAsync(_body, path: path));
        }

        Assert.Empty(await _world.Store.RowsAsync(_anna, "turn "));
        Assert.Empty(await _world.MessagesToAsync(_anna.Person));
        Assert.Equal(HttpStatusCode.OK, (await _world.Requests.PostAsync(_body, signedAt: now.AddMinutes(-4))).Status);
        Assert.Single(await _world.MessagesToAsync(_anna.Person));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Without_a_secret_everything_is_refused_even_what_is_signed_with_nothing(string secret)
    {
        _world.Settings["Slack:SigningSecret"] = secret;
        await _world.RunHostAsync();
        using var nothing = new SlackRequests(_world.Address, secret);

        await AssertRefusedAsync(nothing.PostAsync(_body));
        await AssertRefusedAsync(nothing.PostAsync(_body, signature: ""));
        await AssertRefusedAsync(_world.Requests.PostAsync(_body));
        Assert.Empty(await _world.MessagesToAsync(_anna.Person));
    }

    private static async Task AssertRefusedAsync(Task<SlackResponse> answer) => Assert.Equal(HttpStatusCode.Unauthorized, (await answer).Status);
}
