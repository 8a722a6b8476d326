using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams.Tests;

public sealed class ConnectorAccessTests : IDisposable
{
    private readonly ManualClock _clock = new(TeamsWorld.Now);
    private readonly FakeCredential _credential;
    private readonly ConnectorAccess _access;

    public ConnectorAccessTests()
    {
        _credential = new(_clock);
        _access = new(_credential, needsToken: true, _clock, NullLogger<ConnectorAccess>.Instance);
    }

    public void Dispose() => _access.Dispose();

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_it_ends()
    {
        Assert.Equal(new ConnectorToSend.Go("token 1"), await GetAsync());
        _clock.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.Equal(new ConnectorToSend.Go("token 1"), await GetAsync());
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(new ConnectorToSend.Go("token 2"), await GetAsync());
        Assert.Equal(["https://api.botframework.com/.default"], _credential.Scopes.Distinct());
    }

    [Fact]
    public async Task Everyone_who_waits_for_a_token_gets_the_same_one()
    {
        var gate = new TaskCompletionSource();
        _credential.Gate = gate.Task;
        var all = Enumerable.Range(0, 20).Select(_ => GetAsync()).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(all), granted => Assert.Equal(new ConnectorToSend.Go("token 1"), granted));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_next_call_asks_again()
    {
        _credential.Fails = true;
        Assert.Equal(new ConnectorToSend.Stop("no_token"), await GetAsync());
        _credential.Fails = false;
        Assert.Equal(new ConnectorToSend.Go("token 1"), await GetAsync());
    }

    [Fact]
    public async Task A_playground_wants_no_token_and_a_bot_without_credential_has_none()
    {
        using var playground = new ConnectorAccess(null, needsToken: false, _clock, NullLogger<ConnectorAccess>.Instance);
        using var bare = new ConnectorAccess(null, needsToken: true, _clock, NullLogger<ConnectorAccess>.Instance);
        Assert.Equal(new ConnectorToSend.Go(null), await playground.GetAsync(CancellationToken.None));
        Assert.Equal(new ConnectorToSend.Stop("not_configured"), await bare.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_token_goes_with_every_call_and_without_one_nothing_leaves()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
        var client = new ConnectorClient(
            new ConnectorHttp(services.GetRequiredService<IHttpClientFactory>(), _access, _clock),
            Options.Create(new TeamsOptions { AppId = Gatehouse.AppId }));
        var serviceUrl = new Uri(connector.ServiceUrl);

        Assert.IsType<ConnectorReply.Ok>(await client.CreateConversationAsync(serviceUrl, Activities.Tenant, Activities.Anna, CancellationToken.None));
        Assert.IsType<ConnectorReply.Ok>(await client.SendAsync(serviceUrl, "19:a/b@thread;messageid=1", [], ConnectorTries.One, CancellationToken.None));
        Assert.Equal(["Bearer token 1", "Bearer token 1"], connector.Calls.Select(call => call.Authorization));
        Assert.Equal($"28:{Gatehouse.AppId}", connector.Creations.Single().Body.Text("bot", "id"));
        Assert.Equal("/v3/conversations/19:a/b@thread;messageid=1/activities", connector.Sends.Single().Path);

        _credential.Fails = true;
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new ConnectorReply.NoAnswer("no_token", MayHaveArrived: false), await client.SendAsync(serviceUrl, "a", [], ConnectorTries.One, CancellationToken.None));
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public void The_credential_is_the_one_that_is_configured()
    {
        var ids = new TeamsOptions { AppId = Gatehouse.AppId, TenantId = Activities.Tenant };
        Assert.Null(ConnectorCredential.Of(ids, TestEnvironment.Production, federatedTokenFile: ""));
        Assert.IsType<WorkloadIdentityCredential>(ConnectorCredential.Of(ids, TestEnvironment.Production, federatedTokenFile: "/var/run/token"));
        ids.ClientSecret = "secret";
        Assert.IsType<ClientSecretCredential>(ConnectorCredential.Of(ids, TestEnvironment.Production, federatedTokenFile: "/var/run/token"));
        ids.ManagedIdentityClientId = Gatehouse.AppId;
        Assert.IsType<ManagedIdentityCredential>(ConnectorCredential.Of(ids, TestEnvironment.Production));
        Assert.Null(ConnectorCredential.Of(new TeamsOptions { ClientSecret = "secret" }, TestEnvironment.Production));
        Assert.Null(ConnectorCredential.Of(new TeamsOptions { AllowUnauthenticated = true, ClientSecret = "secret" }, TestEnvironment.Development));
    }

    private Task<ConnectorToSend> GetAsync() => _access.GetAsync(CancellationToken.None);

    private sealed class FakeCredential(ManualClock clock) : TokenCredential
    {
        private int _given;

        public List<string> Scopes { get; } = [];

        public Task Gate { get; set; } = Task.CompletedTask;

        public bool Fails { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("The bot waits for nothing with a thread.");

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            await Gate.WaitAsync(cancellationToken);
            return Fails
                ? throw new AuthenticationFailedException("AADSTS7000215")
                : new AccessToken($"token {++_given}", clock.GetUtcNow().AddHours(1));
        }
    }
}
