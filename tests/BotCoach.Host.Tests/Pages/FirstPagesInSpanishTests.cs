using System.Net;

namespace BotCoach.Host.Tests;

/// <summary>The pages for whoever nothing is known of but what their browser asks for.</summary>
public sealed class FirstPagesInSpanishTests
{
    [Fact]
    public async Task The_first_page_says_in_Spanish_what_runs_and_leaves_the_steps_as_the_log_has_them()
    {
        await using var host = await RunningHost.StartAsync();
        var page = await GetAsync(host, "/");

        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("BotCoach está en marcha", page, StringComparison.Ordinal);
        Assert.Contains("Sin configurar", page, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"en\">Set Slack:SigningSecret and Slack:BotToken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Not set up", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cannot_install_anything_is_told_in_Spanish()
    {
        await using var host = await RunningHost.StartAsync();
        var page = await GetAsync(host, InstallPages.BeginPath);

        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("Aquí no hay nada que instalar", page, StringComparison.Ordinal);
        Assert.Contains("Saltar al contenido", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_that_began_elsewhere_is_refused_in_Spanish()
    {
        await using var slack = await InstallableSlack.StartAsync();
        await using var host = await RunningHost.StartAsync(
            ("environment", "Development"), ("Slack:ClientId", InstallableSlack.ClientId), ("Slack:ClientSecret", "hush-hush"), ("Slack:SigningSecret", "hush-hush"));
        var page = await GetAsync(host, InstallPages.CallbackPath);

        Assert.Contains("Esto no empezó aquí", page, StringComparison.Ordinal);
        Assert.Contains("No se instaló nada.", page, StringComparison.Ordinal);
        Assert.Contains("Empezar de nuevo", page, StringComparison.Ordinal);
    }

    private static async Task<string> GetAsync(RunningHost host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("es-AR,es;q=0.9,en;q=0.5");
        using var reply = await host.Http.SendAsync(request);
        return WebUtility.HtmlDecode(await reply.Content.ReadAsStringAsync());
    }
}
