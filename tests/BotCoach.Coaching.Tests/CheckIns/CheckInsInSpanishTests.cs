using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A nudge and what is answered to it, told to somebody who reads Spanish.</summary>
public sealed class CheckInsInSpanishTests : IAsyncLifetime
{
    private const string Title = "Comprueba que vas en línea con tu manager";

    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await SpanishDesk.OpenAsync();
        await _desk.SayAsync("hola");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_nudge_is_answered_on_a_scale_and_in_words_and_taken_back()
    {
        await _desk.CommandAsync("coach", "probar align-with-manager");
        Assert.Equal(Title, _desk.Last.Card.Title);
        Assert.Equal("Lo pediste con probar.", _desk.Last.Card.Context);
        Assert.Equal("Responder con palabras", _desk.Last.Card.Input!.Label);
        Assert.Equal(["Útil", "Ahora no", "Más tarde", "Mañana", "La próxima semana"], _desk.Last.Card.Labels().Skip(5));

        await _desk.PressAsync(_desk.Last, "3");
        Assert.StartsWith("Dijiste: 3 de 5.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.EndsWith("Escribe una línea aquí, o déjalo así.", _desk.Last.Card.Text, StringComparison.Ordinal);
        await _desk.WriteAsync(_desk.Last, "el orden cambió el viernes");
        Assert.EndsWith(" · “el orden cambió el viernes”", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Cambiar la línea", _desk.Last.Card.Input!.Label);
        await _desk.PressAsync(_desk.Last, "Deshacer");
        await _desk.PressAsync(_desk.Last, "Deshacer");
        Assert.Equal("Lo pediste con probar.", _desk.Last.Card.Context);
    }

    [Fact]
    public async Task A_nudge_is_put_off_until_a_time_that_is_said()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.PressAsync(_desk.Last, "Mañana");
        Assert.Equal("Volveré a esto: mañana 12:00.", _desk.Last.Card.Text);
        await _desk.PressAsync(_desk.Last, "Responder ahora");
        await _desk.PressAsync(_desk.Last, "La próxima semana");
        Assert.Equal("Volveré a esto: lun 30 nov, 12:00.", _desk.Last.Card.Text);
    }

    [Fact]
    public async Task A_message_is_taken_as_the_answer_and_one_that_is_too_long_is_not()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.CommandAsync("coach", $"reply {new string('a', 1_234)}");
        Assert.Equal("Tiene 1.234 caracteres y guardo hasta 500. Envíame lo esencial; no se guardó nada.", _desk.Reply!.Text);
        await _desk.CommandAsync("coach", "responder 4, acordamos el orden");

        Assert.Equal("Guardado como tu respuesta", _desk.Reply!.Title);
        await _desk.PressAsync(_desk.Reply, "Deshacer");
    }

    [Fact]
    public async Task Of_two_open_questions_the_person_says_which()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.CommandAsync("coach", "probar habla pronto");
        await _desk.SayAsync("el orden cambió el viernes");

        Assert.Equal(("¿Para cuál es esto?", "No se guarda nada hasta que elijas."), (_desk.Last.Card.Title, _desk.Last.Card.Context));
        Assert.Equal([Title, "Habla pronto"], _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task A_planned_nudge_says_from_which_plan_it_comes_and_that_a_pause_is_over()
    {
        await _desk.CommandAsync("coach", "plan estándar");
        await _desk.CommandAsync("coach", "pausa hasta 7 dic");
        var nudge = Assert.Single(await _desk.PlannedAsync());
        var sent = Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(nudge, nudge.DueAt, default));

        Assert.Equal("Tu pausa terminó y tu plan Estándar sigue. Con /coach pausa o /coach parar dejas de recibirlo.", sent.Card.Context);
        Assert.Equal(Title, sent.Card.Title);
    }
}
