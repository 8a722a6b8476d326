using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotCoach.Host.Tests;

/// <summary>The page around the conversation speaks as its visitor does.</summary>
public sealed partial class SandboxInSpanishTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async Task InitializeAsync() => _host = await RunningHost.StartAsync(("environment", "Development"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("es-MX,es;q=0.9", "es", "Escribe al coach o pon /", "Zona de pruebas")]
    [InlineData("fi", "en", "Write to the coach, or type /", "Sandbox")]
    public async Task The_page_is_served_in_the_language_of_the_browser(string asked, string language, string hint, string label)
    {
        using var visitor = Visitor(asked);
        var page = await visitor.GetStringAsync("/");

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"placeholder=\"{hint}\"", page, StringComparison.Ordinal);
        Assert.Contains($"aria-label=\"{label}\"", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("data-says=\"\\w+\"></", page);
    }

    [Fact]
    public async Task The_page_the_clock_and_what_to_try_are_in_the_language_of_the_visitor()
    {
        using var visitor = Visitor("es-MX");
        await VisitAsync(visitor, "es-MX");
        var news = await NewsAsync(visitor);

        Assert.Equal(("es", "Todavía no hay nada previsto"), (news.Page!.Language, news.Page.Words["nothingPlanned"]));
        Assert.Contains(new ScreenCommand("/coach ayuda", "lo que puedes pedir"), news.Page.Commands);
        Assert.Equal("Elige cuánto debe enviar el coach", news.Tour[0].Says);
        Assert.Matches("^(lun|mar|mié|jue|vie|sáb|dom) \\d+ \\w+, \\d\\d:\\d\\d$", news.Clock.Now);
        Assert.All(news.Items.Where(item => item.Card is not null), item => Assert.Equal("es", item.Card!.Language));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(visitor, "/sandbox/turns", new { id = "1", kind = "message", text = "plan active" }));
        Assert.Matches("^Adelantar: tu próximo aviso, (hoy|mañana|(lun|mar|mié|jue|vie|sáb|dom) \\d+ \\w+,) \\d\\d:\\d\\d$", (await NewsAsync(visitor)).Clock.Next!);
    }

    [Fact]
    public void A_visitor_who_chooses_another_language_has_the_page_in_it_at_once_and_once()
    {
        var screen = new SandboxScreen(Chat.Language.English);
        var watched = screen.WatchAsync(TimeSpan.FromSeconds(30), CancellationToken.None).GetAsyncEnumerator();
        Assert.Equal("en", Next().Page!.Language);

        screen.Speak(Chat.Language.English);
        screen.Speak(Chat.Language.Spanish);
        screen.Show(form: null);
        Assert.Equal("Empezar de nuevo", Next().Page!.Words["startOver"]);
        Assert.Null(Next().Page);
        Assert.Equal("es", screen.All.Page!.Language);

        ScreenNews Next() => watched.MoveNextAsync().AsTask().Result ? watched.Current! : throw new InvalidOperationException("The screen has ended.");
    }

    [Fact]
    public async Task Script_and_markup_use_no_word_that_the_page_does_not_have_and_leave_none_out()
    {
        var words = ScreenPage.Of(Chat.Language.English).Words.Keys.Order();
        var markup = await _host.Http.GetStringAsync("/");
        var script = await _host.Http.GetStringAsync("/sandbox/sandbox.js");
        var used = Named().Matches(markup).Concat(Used().Matches(script)).Select(name => name.Groups["name"].Value);
        Assert.Equal(words, used.Distinct().Order());
    }

    private HttpClient Visitor(string language)
    {
        var visitor = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = _host.Address };
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return visitor;
    }

    private static async Task VisitAsync(HttpClient visitor, string locale) =>
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(visitor, "/sandbox/visit", new { zone = "America/Mexico_City", locale }));

    private static async Task<HttpStatusCode> PostAsync(HttpClient visitor, string path, object body)
    {
        using var reply = await visitor.PostAsJsonAsync(path, body);
        return reply.StatusCode;
    }

    // All that there is comes first.
    private static async Task<ScreenNews> NewsAsync(HttpClient visitor)
    {
        using var stream = await visitor.GetStreamAsync("/sandbox/news");
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync();
        return JsonSerializer.Deserialize<ScreenNews>(line!["data: ".Length..], JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex("data-(says|label|hint)=\"(?<name>\\w+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    [GeneratedRegex("\\bwords\\.(?<name>[a-z]\\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Used();
}
