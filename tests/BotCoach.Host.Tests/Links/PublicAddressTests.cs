using System.Net;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

public sealed class PublicAddressTests
{
    private static readonly PersonAddress _anna = new("slack", "T1", "anna");

    [Theory]
    [InlineData("http://coach.example.com")]
    [InlineData("https://coach.example.com/botcoach")]
    [InlineData("https://anna@coach.example.com")]
    [InlineData("ftp://coach.example.com")]
    [InlineData("coach.example.com")]
    public async Task An_address_that_cannot_be_used_keeps_the_service_from_starting(string address)
    {
        var problem = await Assert.ThrowsAsync<ConfigurationException>(() => RunningHost.StartAsync(("Host:PublicUrl", address)));
        Assert.Contains("Host:PublicUrl", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_there_are_no_links_outside_development()
    {
        await using var host = await RunningHost.StartAsync();
        Assert.Null(host.Services.GetRequiredService<IOneTimeLinks>().Make(OneTimePage.Insights, _anna));
        Assert.Contains("Set Host:PublicUrl", await host.Http.GetStringAsync(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_secure_wherever_tls_ends()
    {
        await using var host = await RunningHost.StartAsync(("Host:PublicUrl", "https://coach.example.com"), ("Programme:Leads", "slack:T1:anna"));
        var link = host.Services.GetRequiredService<IOneTimeLinks>().Make(OneTimePage.Insights, _anna)!;
        Assert.Equal("coach.example.com", link.Host);

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        using var reply = await http.PostAsync(new Uri(link.PathAndQuery, UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        var cookie = Assert.Single(reply.Headers.GetValues("Set-Cookie"));
        foreach (var part in new[] { "botcoach-insights=", "path=/insights", "secure", "samesite=lax", "httponly" })
        {
            Assert.Contains(part, cookie, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("anna", cookie, StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", reply.Headers.GetValues("Strict-Transport-Security").Single());
    }
}
