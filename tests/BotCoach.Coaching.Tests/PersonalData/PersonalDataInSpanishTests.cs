using BotCoach.Chat;
using BotCoach.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Coaching.Tests;

/// <summary>Somebody in Mexico who takes a copy of everything, and then goes.</summary>
public sealed class PersonalDataInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync(configure: services => services.AddSingleton<IOneTimeLinks>(new Links()));
        _desk.Channel.People = _ => new PersonLookup.Found("Ana", "America/Mexico_City", "es-MX");
        await _desk.CommandAsync("coach", "plan active");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_copy_is_handed_out_in_their_language()
    {
        await _desk.CommandAsync("coach", "export");

        Assert.Equal("Una copia de todo lo que sé de ti", _desk.Reply!.Title);
        Assert.Equal("Obtener tu copia", _desk.Reply.Link!.Label);
        Assert.Equal("El enlace es solo para ti: funciona una vez, durante diez minutos.", _desk.Reply.Context);
    }

    [Fact]
    public async Task What_people_read_of_the_copy_is_in_their_language_and_the_machines_part_is_not()
    {
        await _desk.CommandAsync("prep", "meeting Comité de dirección 2026-12-03 10:00");
        await _desk.SubmitAsync(_desk.Form!, ("question1", "¿Qué cuesta el retraso?"));
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.CommandAsync("coach", "reply 4");
        var export = await _desk.Get<Export>().MakeAsync(_desk.Anna, CancellationToken.None);

        Assert.StartsWith("# Lo que BotCoach guarda sobre Ana", export.Text, StringComparison.Ordinal);
        foreach (var line in new[]
        {
            "Hecho el 23 de noviembre de 2026, 02:02. Las horas son las de America/Mexico_City.",
            "## Perfil", "- nos conocimos el 23 de noviembre de 2026, 02:02", "- zona America/Mexico_City", "- idioma es-MX",
            "- Activo, en marcha desde el 23 de noviembre de 2026, 02:02",
            "- 23 de noviembre de 2026, 02:02, Comprueba que vas en línea con tu manager: 4 de 5",
            "- Comité de dirección, 3 de diciembre de 2026, 10:00", "- pregunta: ¿Qué cuesta el retraso?",
            "## Grupos", "Nada.", "El archivo que acompaña a este contiene cada fila tal como está guardada.",
        })
        {
            Assert.Contains(line, export.Text.Split('\n').Select(each => each.TrimEnd('\r')));
        }

        Assert.Contains("\"exportedAt\"", export.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Being_forgotten_is_asked_twice_and_done_once()
    {
        await _desk.CommandAsync("coach", "forget me");
        Assert.Equal("¿Olvidar todo lo que sé de ti?", _desk.Reply!.Title);
        var really = Shown(await _desk.PressAsync(_desk.Reply, "Continuar"));
        Assert.Equal("¿Borrarlo todo ahora?", really.Title);

        Assert.Equal(
            "Todo lo tuyo está borrado y no llegará nada más. Si me escribes de nuevo, será como la primera vez.",
            Shown(await _desk.PressAsync(really, "Borrarlo todo")).Text);
    }

    private static Card Shown(ChatAnswer answer) => (answer.Replacement ?? answer.Reply)!;

    private sealed class Links : IOneTimeLinks
    {
        public Uri Make(OneTimePage page, PersonAddress person) => new($"https://coach.example/{page}/{person.Person}");
    }
}
