using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams.Tests;

public sealed class ServiceUrlPolicyTests
{
    private static bool Allows(string? url, TeamsOptions? options = null, IHostEnvironment? environment = null) =>
        new ServiceUrlPolicy(Options.Create(options ?? new TeamsOptions()), environment ?? TestEnvironment.Production)
            .TryAllow(url, out _);

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net/emea/aa0e8400-e29b-41d4-a716-446655440000/")]
    [InlineData("https://SMBA.TrafficManager.NET/in")]
    [InlineData("https://smba.trafficmanager.net:443/apac/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public void The_connector_of_the_public_cloud_is_allowed(string url) => Assert.True(Allows(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("/teams/")]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("https://example.net/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://evilsmba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://evil.example/?smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net/?next=https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net/#teams")]
    [InlineData("https://ſmba.trafficmanager.net/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://localhost/")]
    [InlineData("http://localhost:56150/_connector")]
    public void Any_other_address_is_not(string? url) => Assert.False(Allows(url));

    [Theory]
    [InlineData("https://connector.example.net/", true)]
    [InlineData("https://a.b.example.net/", true)]
    [InlineData("https://example.net/", false)]
    [InlineData("https://.example.net/", false)]
    [InlineData("https://badexample.net/", false)]
    [InlineData("https://example.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/", false)]
    public void A_configured_domain_means_every_host_below_it_and_takes_the_place_of_the_default(string url, bool allowed) =>
        Assert.Equal(allowed, Allows(url, new TeamsOptions { AllowedServiceHosts = [".Example.net"] }));

    [Theory]
    [InlineData("https://smba.example.net/", true)]
    [InlineData("https://a.smba.example.net/", false)]
    public void A_configured_host_means_that_host_alone(string url, bool allowed) =>
        Assert.Equal(allowed, Allows(url, new TeamsOptions { AllowedServiceHosts = ["smba.example.net"] }));

    [Theory]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://127.0.0.1:56150/")]
    [InlineData("http://[::1]:56150/")]
    [InlineData("https://localhost:8443/")]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    public void An_unauthenticated_playground_in_Development_may_be_on_loopback(string url) =>
        Assert.True(Allows(url, new TeamsOptions { AllowUnauthenticated = true }, TestEnvironment.Development));

    [Theory]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://192.168.0.7/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("ftp://localhost/")]
    public void And_nowhere_else(string url) =>
        Assert.False(Allows(url, new TeamsOptions { AllowUnauthenticated = true }, TestEnvironment.Development));

    [Fact]
    public void Loopback_is_refused_outside_Development_and_to_a_bot_with_credentials()
    {
        const string Local = "http://localhost:56150/";

        Assert.False(Allows(Local, new TeamsOptions { AllowUnauthenticated = true }, TestEnvironment.Production));
        Assert.False(Allows(Local, new TeamsOptions { AllowUnauthenticated = true, AppId = Gatehouse.AppId }, TestEnvironment.Development));
        Assert.False(Allows(Local, new TeamsOptions(), TestEnvironment.Development));
    }

    [Fact]
    public void The_address_to_use_is_the_one_that_was_checked()
    {
        var policy = new ServiceUrlPolicy(Options.Create(new TeamsOptions()), TestEnvironment.Production);

        Assert.True(policy.TryAllow(Gatehouse.ServiceUrl, out var address));
        Assert.Equal(new Uri(Gatehouse.ServiceUrl), address);
    }
}
