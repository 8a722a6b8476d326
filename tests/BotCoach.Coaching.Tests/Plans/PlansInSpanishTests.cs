using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A plan from the welcome to its end, told to somebody who reads Spanish.</summary>
public sealed class PlansInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await SpanishDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_welcome_offers_three_plans_with_their_first_date()
    {
        await _desk.SayAsync("hola");

        Assert.Equal(
            """
            Tu coach para lo que va más allá de tu propio equipo
            Recibes un aviso breve en un buen momento y ayuda con las reuniones de dirección. Tus respuestas y tus notas son solo para ti; quien lidera un programa solo ve grupos de cinco o más personas.
            Ligero · uno a la semana: Los lunes. Primer aviso: hoy 09:15.
            Estándar · tres a la semana: Lun, mié, jue. Primer aviso: hoy 09:15.
            Activo · cada día laborable: Lun a vie. Primer aviso: hoy 09:15.
            ¿Cuánto quieres recibir?
            [Ligero] [Estándar*] [Activo] [Ahora no]
            (No envío nada hasta que elijas. Con /coach parar termina cuando quieras.)
            """,
            _desk.Last.Card.Read());
        await _desk.PressAsync(_desk.Last, "Ahora no");
        Assert.Equal("De acuerdo, no hay nada programado", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_chosen_plan_says_its_days_its_zone_and_what_comes_next()
    {
        await _desk.SayAsync("hola");
        await _desk.PressAsync(_desk.Last, "Estándar");

        Assert.Equal(
            """
            Tienes el plan Estándar
            Los lunes, miércoles y jueves a las 09:15, hora de Ciudad de México. Próximo aviso: hoy 09:15.
            [Cambiar] [¿Por qué estos?] [Ajustes]
            (Con /coach pausa descansa, con /coach parar termina.)
            """,
            _desk.Last.Card.Read());
        await _desk.PressAsync(_desk.Last, "¿Por qué estos?");
        Assert.Equal("Hay 23 prácticas y a cada una le llega su turno. Las tres próximas:", _desk.Last.Card.Text);
        Assert.Equal("Habla pronto", _desk.Last.Card.Facts[2].Label);
        await _desk.PressAsync(_desk.Last, "Volver");
        await _desk.PressAsync(_desk.Last, "Cambiar");
        Assert.Equal("El próximo aviso llega a la primera hora del plan que elijas.", _desk.Last.Card.Text);
    }

    [Fact]
    public async Task A_pause_and_its_end_name_the_day_as_Spanish_does()
    {
        await _desk.CommandAsync("coach", "plan estándar");
        await _desk.CommandAsync("coach", "pausa hasta 7 dic");
        Assert.Equal("En pausa hasta el lunes 7 de diciembre", _desk.Reply!.Title);
        Assert.Equal("El primer aviso después: lun 7 dic, 09:15. Las reuniones que preparaste reciben su hoja igualmente.", _desk.Reply.Text);

        await _desk.CommandAsync("coach", "reanudar");
        Assert.Equal(("Seguimos", "Tienes el plan Estándar. Próximo aviso: hoy 09:15."), (_desk.Reply!.Title, _desk.Reply.Text));
        await _desk.CommandAsync("coach", "pausa hasta cuando sea");
        Assert.StartsWith("No puedo leer “hasta cuando sea” como una fecha por venir.", _desk.Reply!.Text, StringComparison.Ordinal);
        await _desk.CommandAsync("coach", "parar");
        Assert.Equal("Terminado", _desk.Reply!.Title);
        await _desk.CommandAsync("coach", "pausa");
        Assert.Equal("No hay nada que pausar", _desk.Reply!.Title);
    }

    [Fact]
    public async Task A_plan_of_ones_own_is_called_so()
    {
        await _desk.CommandAsync("coach", "plan estándar");
        await _desk.OpenSettingsAsync("Avisos");
        await _desk.PressAsync(_desk.Last, "Vie");
        await _desk.CommandAsync("coach", "plan");

        Assert.Equal("Tienes un plan propio", _desk.Reply!.Title);
        Assert.StartsWith("Los lunes, miércoles, jueves y viernes a las 09:15, hora de Ciudad de México.", _desk.Reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "Las tres próximas:")]
    [InlineData(1, "Las próximas:")]
    public void How_many_come_is_said_where_it_is_three(int count, string end) =>
        Assert.EndsWith(end, PlanTexts.In(Language.Spanish).EachThatIsOnHasItsTurn(count), StringComparison.Ordinal);
}
