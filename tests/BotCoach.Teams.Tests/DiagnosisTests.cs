using System.Net;
using Azure.Core;
using Azure.Identity;
using BotCoach.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams.Tests;

/// <summary>What an operator is told about the way to Teams.</summary>
public sealed class DiagnosisTests : IAsyncLifetime, IDisposable
{
    private readonly TokenForge _forge = new();
    private KeySource _keys = null!;

    public async Task InitializeAsync() => _keys = await KeySource.StartAsync(_forge.Published("msteams"));

    public async Task DisposeAsync() => await _keys.DisposeAsync();

    public void Dispose() => _forge.Dispose();

    [Fact]
    public async Task A_bot_that_gets_its_token_and_reaches_everyone_is_right()
    {
        var findings = await LookAsync(Ids());

        Assert.All(findings, finding => Assert.Equal(FindingState.Right, finding.State));
        Assert.Equal(["Teams token", "Teams keys", "Clock", "Teams connector"], findings.Select(finding => finding.Subject));
    }

    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret provided. Trace ID: 1", "Microsoft Entra does not take Teams:ClientSecret (AADSTS7000215).")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "Teams:ClientSecret has run out")]
    [InlineData("AADSTS700016: Application was not found in the directory.", "Microsoft Entra knows no application Teams:AppId")]
    [InlineData("AADSTS90002: Tenant not found.", "Microsoft Entra knows no tenant Teams:TenantId")]
    [InlineData("AADSTS50034: The user does not exist.", "Microsoft Entra refuses a token (AADSTS50034).")]
    [InlineData("No response from hush-host.", "Microsoft Entra gave no token.")]
    public async Task A_refused_token_says_what_to_do(string said, string says)
    {
        var finding = Assert.Single(await LookAsync(Ids(), () => throw new AuthenticationFailedException(said)), finding => finding.State is FindingState.Wrong);

        Assert.StartsWith(says, finding.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_told_by_their_host()
    {
        _keys.IsDown = true;

        var finding = Assert.Single(await LookAsync(Ids()), finding => finding.State is FindingState.Wrong);

        Assert.StartsWith("The signing keys at 127.0.0.1 (Teams:OpenIdMetadataUrl) cannot be read", finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_reached_is_told_by_its_host()
    {
        var finding = Assert.Single(await LookAsync(Ids(), connectorAnswers: false), finding => finding.State is FindingState.Wrong);

        Assert.StartsWith("smba.trafficmanager.net cannot be reached", finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_a_credential_cannot_send() => Assert.Contains(
        await LookAsync(Ids(), credential: null),
        finding => finding.State is FindingState.Wrong && finding.Says.StartsWith("Teams:ClientSecret", StringComparison.Ordinal));

    [Fact]
    public async Task Teams_that_is_not_set_up_is_no_fault() =>
        Assert.Equal(FindingState.Note, Assert.Single(await LookAsync(new TeamsOptions())).State);

    private TeamsOptions Ids() => new() { AppId = Gatehouse.AppId, TenantId = Activities.Tenant, OpenIdMetadataUrl = _keys.MetadataUrl };

    private static AccessToken Granted() => new("token", DateTimeOffset.MaxValue);

    private static Task<IReadOnlyList<Finding>> LookAsync(TeamsOptions options) => LookAsync(options, Granted);

    private static Task<IReadOnlyList<Finding>> LookAsync(TeamsOptions options, bool connectorAnswers) => LookAsync(options, Granted, connectorAnswers);

    private static async Task<IReadOnlyList<Finding>> LookAsync(TeamsOptions options, Func<AccessToken>? credential, bool connectorAnswers = true)
    {
        var services = new ServiceCollection();
        services.AddHttpClient(ConnectorAuthentication.ClientName);
        services.AddHttpClient(ConnectorHttp.Client).ConfigurePrimaryHttpMessageHandler(() => new Connector(connectorAnswers));
        await using var provider = services.BuildServiceProvider();
        var given = credential is null ? null : DelegatedTokenCredential.Create((_, _) => credential(), (_, _) => ValueTask.FromResult(credential()));
        return await new TeamsDiagnosis(
            provider.GetRequiredService<IHttpClientFactory>(), Options.Create(options), TestEnvironment.Production, TimeProvider.System, (_, _) => given).LookAsync(default);
    }

    /// <summary>The real Connector's place: it has nothing to say at its root.</summary>
    private sealed class Connector(bool answers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answers
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound))
            : Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.NameResolutionError));
    }
}
