using Microsoft.Extensions.Hosting;

namespace BotCoach.Teams.Tests;

public sealed class TeamsOptionsValidationTests
{
    private const string TenantId = "aa0e8400-e29b-41d4-a716-446655440000";

    private static TeamsOptions Good() => new() { AppId = Gatehouse.AppId, TenantId = TenantId };

    private static IReadOnlyList<string> Failures(TeamsOptions options, IHostEnvironment? environment = null) =>
        [.. new TeamsOptionsValidation(environment ?? TestEnvironment.Production).Validate(null, options).Failures ?? []];

    [Fact]
    public void A_bot_with_an_app_id_and_a_tenant_is_good() => Assert.Empty(Failures(Good()));

    [Fact]
    public void No_Teams_at_all_is_good() => Assert.Empty(Failures(new TeamsOptions()));

    [Fact]
    public void An_app_id_that_is_no_GUID_is_named()
    {
        var options = Good();
        options.AppId = "my-bot";

        Assert.StartsWith("Teams:AppId ", Assert.Single(Failures(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("contoso")]
    public void A_tenant_that_is_missing_or_no_GUID_is_named(string? tenant)
    {
        var options = Good();
        options.TenantId = tenant;

        Assert.StartsWith("Teams:TenantId ", Assert.Single(Failures(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_managed_identity_that_is_no_GUID_is_named()
    {
        var options = Good();
        options.ManagedIdentityClientId = "my-identity";

        Assert.StartsWith("Teams:ManagedIdentityClientId ", Assert.Single(Failures(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public void Unauthenticated_is_refused_outside_Development(string environment)
    {
        var failure = Assert.Single(Failures(new TeamsOptions { AllowUnauthenticated = true }, new TestEnvironment(environment)));

        Assert.StartsWith("Teams:AllowUnauthenticated ", failure, StringComparison.Ordinal);
        Assert.Contains(environment, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Unauthenticated_is_good_in_Development() =>
        Assert.Empty(Failures(new TeamsOptions { AllowUnauthenticated = true }, TestEnvironment.Development));

    [Fact]
    public void Unauthenticated_beside_an_app_id_is_refused_even_in_Development()
    {
        var options = Good();
        options.AllowUnauthenticated = true;

        Assert.StartsWith(
            "Teams:AllowUnauthenticated ", Assert.Single(Failures(options, TestEnvironment.Development)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("login.botframework.com")]
    [InlineData("http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("file:///etc/keys.json")]
    public void A_metadata_address_without_https_is_named(string url)
    {
        var options = Good();
        options.OpenIdMetadataUrl = url;

        Assert.StartsWith("Teams:OpenIdMetadataUrl ", Assert.Single(Failures(options)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smba.example.net", true)]
    [InlineData(".example.net", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData(".net", false)]
    [InlineData("localhost", false)]
    [InlineData("*.example.net", false)]
    [InlineData("..example.net", false)]
    [InlineData("example.net.", false)]
    [InlineData("https://smba.example.net", false)]
    [InlineData("smba.example.net/teams", false)]
    [InlineData("smba.example.net:443", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("bücher.example", false)]
    public void An_allowed_host_is_a_host_name_or_a_domain_and_a_bad_one_is_named_by_its_place(string host, bool good)
    {
        var options = Good();
        options.AllowedServiceHosts = ["smba.trafficmanager.net", host];

        var failures = Failures(options);

        Assert.Equal(good, failures.Count == 0);
        Assert.All(failures, failure => Assert.StartsWith("Teams:AllowedServiceHosts:1 ", failure, StringComparison.Ordinal));
    }
}
