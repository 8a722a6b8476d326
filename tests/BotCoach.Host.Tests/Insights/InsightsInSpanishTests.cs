using System.Net;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Host.Tests;

/// <summary>Pages in the language of whoever opened them: of the person, as soon as the link says who it is, whatever the browser asks for.</summary>
public sealed class InsightsInSpanishTests : IAsyncLifetime
{
    private static readonly PersonAddress _ana = new("slack", "T1", "ana");
    private static readonly PersonAddress _ben = new("slack", "T1", "ben");

    private readonly MovableClock _clock = new();
    private RunningHost _host = null!;
    private WebVisitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await RunningHost.StartAsync(_clock, ("environment", "Development"), ("Programme:Leads", "slack:T1:ana,slack:T1:ben"));
        _visitor = _host.Visitor();
    }

    public async Task DisposeAsync()
    {
        await _visitor.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_lead_reads_the_link_the_overview_and_a_group_in_Spanish()
    {
        await SampleFigures.WriteAsync(_host.Services, _ana.Home, ClosedWeek.At(_clock.GetUtcNow()), "Plataforma", "Pagos", "Datos");
        await MeetAsync(_ana, "es-MX");
        var link = _visitor.Link(OneTimePage.Insights, _ana).PathAndQuery;
        AssertSays(await _visitor.GetAsync(link), "Qué ayuda a tus grupos", "La sesión queda abierta en este dispositivo durante ocho horas.", "Abrir los informes");

        AssertSays(
            await _visitor.PostAsync(link),
            "Todas las personas juntas", "Grupo por grupo", "Personas que cuentan", "De los avisos, respondidos, 12 semanas", "4 semanas", "Cerrar sesión", "Saltar al contenido",
            "Descargar esta tabla (CSV)", ", la última que se contó.");
        AssertSays(await _visitor.GetAsync("/insights/groups/g1"), "Todos los grupos", "Plataforma, semana a semana", "De un vistazo", "Alineación con su manager, 1 a 5", "▼\u00a0como\u00a0máximo");
        AssertSays(await _visitor.GetAsync("/insights/groups/none"), "Quizá el grupo se eliminó.");
        AssertSays(await _visitor.PostAsync("/insights/sign-out"), "Escribe /coach informes en el chat para volver.");
        AssertSays(await _visitor.GetAsync(link), "Este enlace ya se usó");
    }

    [Fact]
    public async Task A_file_has_Spanish_heads_and_numbers()
    {
        await SampleFigures.WriteAsync(_host.Services, _ana.Home, ClosedWeek.At(_clock.GetUtcNow()), "Plataforma");
        await MeetAsync(_ana, "es-MX");
        await _visitor.SignInAsync(OneTimePage.Insights, _ana);
        var file = (await _visitor.GetAsync("/insights/groups/everyone/weeks.csv")).Text.TrimStart('\uFEFF');

        Assert.StartsWith("Semana,Personas que cuentan,Tienen un plan en marcha,", file, StringComparison.Ordinal);
        Assert.Matches("[0-9]\u00a0%", file);
        Assert.Matches("\"[0-9],[0-9]\"", file);
        Assert.DoesNotMatch("[0-9]%|[0-9]\\.[0-9],", file);
    }

    [Fact]
    public async Task Two_leads_of_one_workspace_read_it_each_in_their_own()
    {
        await MeetAsync(_ana, "es-MX");
        await MeetAsync(_ben, "en-GB");
        await using var other = _host.Visitor();
        await _visitor.SignInAsync(OneTimePage.Insights, _ana);
        await other.SignInAsync(OneTimePage.Insights, _ben);

        AssertSays(await _visitor.GetAsync("/insights"), "Aún no hay grupos");
        var english = (await other.GetAsync("/insights")).Text;
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("No groups yet", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_that_somebody_chooses_is_that_of_their_next_page()
    {
        await MeetAsync(_ben, "en-GB");
        await _visitor.SignInAsync(OneTimePage.Insights, _ben);
        Assert.Contains("<html lang=\"en\">", (await _visitor.GetAsync("/insights")).Text, StringComparison.Ordinal);
        await MeetAsync(_ben, "es-ES");

        AssertSays(await _visitor.GetAsync("/insights"), "Aún no hay grupos");
    }

    [Fact]
    public async Task A_link_that_is_too_old_still_knows_whom_it_was_for()
    {
        await MeetAsync(_ana, "es-MX");
        var link = _visitor.Link(OneTimePage.Export, _ana).PathAndQuery;
        _clock.Advance(TimeSpan.FromMinutes(11));

        AssertSays(await _visitor.GetAsync(link), "Este enlace ya caducó", "Escribe /coach exportar en el chat.");
    }

    [Fact]
    public async Task Everybody_gets_their_copy_in_their_language()
    {
        await MeetAsync(_ana, "es-MX");
        AssertSays(await _visitor.SignInAsync(OneTimePage.Export, _ana), "Una copia de todo lo que se sabe de ti", "Para leer", "Para máquinas", "/coach olvídame");
        Assert.StartsWith("# Lo que BotCoach guarda sobre ", (await _visitor.GetAsync("/export/botcoach.md")).Text, StringComparison.Ordinal);
        AssertSays(await _visitor.PostAsync("/export/sign-out"), "La sesión está cerrada");
    }

    [Theory]
    [InlineData("/insights", "es-MX,es;q=0.9,en;q=0.8", "es", "Entra desde el chat")]
    [InlineData("/export", "fr, es;q=0.5", "es", "Entra desde el chat")]
    [InlineData("/links/forged", "es", "es", "Este enlace no funciona")]
    [InlineData("/insights", "en-GB,es;q=0.5", "en", "Please come in through the chat")]
    [InlineData("/links/forged", "", "en", "This link does not work")]
    public async Task Whoever_is_not_known_yet_reads_what_their_browser_asks_for(string path, string asked, string language, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", asked);
        using var response = await _host.Http.SendAsync(request);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(said, page, StringComparison.Ordinal);
    }

    private static void AssertSays(WebReply reply, params string[] said)
    {
        var page = WebUtility.HtmlDecode(reply.Text);
        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.All(said, words => Assert.Contains(words, page, StringComparison.Ordinal));
    }

    private async Task MeetAsync(PersonAddress person, string locale)
    {
        var profile = new Profile { Person = person, Name = person.Person, Zone = "Europe/Madrid", Locale = locale, MetAt = _clock.GetUtcNow() };
        await _host.Services.GetRequiredService<ITableStore>().Table(PeopleTable.Name).WriteAsync(
            [new RowWrite.Upsert { Key = PeopleTable.Profile(person), Properties = ProfileRow.Write(profile) }], CancellationToken.None);
    }
}
