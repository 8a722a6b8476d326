using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A sheet from its pre-read to its goal, for a person whose chat speaks Spanish.</summary>
public sealed class SheetInSpanishTests : IAsyncLifetime
{
    private const string PreRead = """
        # Revisión del cuarto trimestre

        ## Resultados
        La retención neta de ingresos bajó al 104 % en el tercer trimestre, frente a un plan del 110 %.
        Suponemos que la pérdida de clientes se mantiene en el 4 % por trimestre.
        El margen bruto es del 71 %, dos puntos por debajo del presupuesto, porque la migración va con retraso.

        ## La migración
        La migración de la plataforma de facturación pasa del 12 de diciembre al 30 de enero.
        Hasta que termine pagamos las dos plataformas, lo que cuesta 180.000 euros al mes.
        Ventas ha prometido las nuevas facturas a tres grandes clientes para enero.

        ## Decisión
        Pedimos al comité que apruebe que dos ingenieros pasen de la aplicación móvil a la migración hasta febrero.
        La aplicación móvil se perdería entonces su lanzamiento en la feria del 20 de enero.
        """;

    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync();
        _desk.Channel.People = person => new PersonLookup.Found(person.Person, "Europe/Berlin", "es-MX");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_new_sheet_says_when_it_is_how_far_it_is_and_what_is_to_come()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");

        var sheet = _desk.Last.Card;
        Assert.Equal(
            "Jue 26 nov, 10:00 · 60 minutos\n▰▱▱▱▱ 1 de 5\nPega la lectura previa con el botón Lectura previa, o envíamela aquí como mensaje.",
            sheet.Text);
        Assert.Equal(
            ["Lectura previa", "Preguntas", "Comentarios", "Meta y qué decir primero", "Editar", "Avisarme 30 min antes", "Cancelar"],
            sheet.Labels());
        Assert.Equal("Te llegará: esta hoja a las 09:30, qué decir primero a las 09:55, una breve revisión a las 11:05.", sheet.Context);
        Assert.Equal("Dirección: ▰▱▱▱▱ 1 de 5", sheet.Summary);
    }

    [Fact]
    public async Task Another_time_for_the_sheet_is_named_with_its_day()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        await _desk.OpenAsync("Avisarme 30 min antes");
        var choice = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "El día laborable anterior, 16:00");

        Assert.Equal("Dirección: ¿cuándo quieres la hoja?", choice.Title);
        Assert.StartsWith("Comienzo: jue 26 nov, 10:00. ", choice.Text, StringComparison.Ordinal);
        Assert.StartsWith("Te llegará: esta hoja a las 16:00 del mié 25 nov, qué decir primero", _desk.Last.Card.Context, StringComparison.Ordinal);
        Assert.Contains("Avisarme el día anterior", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task The_pre_read_is_shown_with_its_places_and_its_size()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00", PreRead);
        var glance = _desk.Last.Card.Fact("Puntos clave");
        await _desk.OpenAsync("Lectura previa");

        var card = _desk.Last.Card;
        Assert.Equal("Dirección: lectura previa", card.Title);
        Assert.Contains("(sección ", glance, StringComparison.Ordinal);
        Assert.Contains("(una decisión, sección Decisión)", card.Fact("Puntos clave"), StringComparison.Ordinal);
        Assert.Contains(card.Facts, fact => fact.Label == "Preguntas de Finanzas" && fact.Value.StartsWith('¿'));
        Assert.Matches(@"^De \d{3} caracteres, con las palabras del original\. Nada de ello salió de este servicio\.$", card.Context);
        Assert.Equal(["Pegar otra", "Añadir más", "Enviarla como mensaje", "Volver a la hoja"], card.Labels());
    }

    [Fact]
    public async Task A_pre_read_sent_as_a_message_is_asked_for_and_taken()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        var first = _desk.Last;
        await _desk.OpenAsync("Lectura previa");
        await _desk.PressAsync(_desk.Last, "Enviarla como mensaje");
        var awaited = _desk.Last.Card;
        await _desk.SayAsync(PreRead);

        Assert.Equal("Dirección: envíame la lectura previa", awaited.Title);
        Assert.Contains("hasta 40.000 caracteres", awaited.Text, StringComparison.Ordinal);
        Assert.Equal("La hoja está ahora más abajo.", _desk.Channel.Messages[first.Message.Message].Card.Text);
        Assert.Contains("2 de 5", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_message_is_asked_about_with_the_dates_of_the_meetings()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        _desk.Clock.Advance(TimeSpan.FromMinutes(61));
        await _desk.SayAsync(PreRead);
        var question = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "No, olvídala");

        Assert.Equal("¿Es la lectura previa de una reunión?", question.Title);
        Assert.Equal(["Dirección, jue 26 nov, 10:00", "Otra reunión", "No, olvídala"], question.Labels());
        Assert.Equal(("Olvidado", "No guardé nada de ese mensaje."), (_desk.Last.Card.Title, _desk.Last.Card.Text));
    }

    [Fact]
    public async Task Questions_start_from_the_pre_read_and_a_form_says_what_is_missing()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00", PreRead);
        await _desk.OpenAsync("Preguntas");
        var empty = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "Usar");
        await _desk.PressAsync(_desk.Last, "Escribir una pregunta");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form, ("text", " "));

        Assert.Equal("Con dos o tres basta. Parte de una de estas o escribe la tuya.", empty.Text);
        Assert.Contains(empty.Choices, row => row.Label?.StartsWith("Punto de partida: sección ", StringComparison.Ordinal) is true && row.Prompt!.StartsWith('«'));
        Assert.Equal(("Una pregunta", "Guardar", "Tu pregunta"), (form.Title, form.Submit, form.Fields[0].Label));
        Assert.Equal("Aquí todavía no hay nada.", Assert.Single(_desk.Errors).Message);
        Assert.Contains(_desk.Last.Card.Choices, row => row.Label == "Pregunta 1");
    }

    [Theory]
    [InlineData("Hay que cambiar el ZQT y cuesta 40.000 euros.", "“ZQT” quizá no se entienda", "No toda la sala sabrá qué significa ZQT.", "Decirlo de otra forma, Todo el mundo lo sabe, Dejar lo mío")]
    [InlineData("Empezamos por la parte pequeña.", "¿Qué significa para el negocio?", "Di qué significa para los gastos, los ingresos, el riesgo, los plazos o los clientes.", "Añadirlo, Dejar lo mío")]
    [InlineData(
        "Los clientes que nos compran desde hace años y que pagan por mes quieren saber de una vez cuándo llega la factura nueva y cuánto les va a costar de verdad.",
        "Una frase larga", "Esta frase tiene 31 palabras; dicha en voz alta, con más de 25 cuesta seguirla.", "Acortarla, Dejar lo mío")]
    public async Task What_may_not_land_is_said_in_Spanish(string comment, string label, string why, string buttons)
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        await _desk.OpenAsync("Comentarios");
        await _desk.WriteOnAsync("Escribir un comentario", comment);

        var remark = Assert.Single(_desk.Last.Card.Choices, row => row.Choices.Any(choice => choice.Label == "Dejar lo mío"));
        Assert.Equal((label, why, buttons), (remark.Label, remark.Prompt, string.Join(", ", remark.Choices.Select(choice => choice.Label))));
    }

    [Fact]
    public async Task The_goal_the_other_view_and_the_first_point_end_the_sheet()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        await _desk.OpenAsync("Meta y qué decir primero");
        await _desk.PressAsync(_desk.Last, "Una pregunta, un aporte");
        var ending = _desk.Last.Card;
        await _desk.WriteOnAsync("Escribirla", "Si dos clientes esperan, el plan se paga un año más tarde.");
        await _desk.PressAsync(_desk.Last, "Otra visión");
        await _desk.PressAsync(_desk.Last, "Volver a la hoja");

        Assert.Equal("Dirección: meta y qué decir primero", ending.Title);
        Assert.Equal(["Una pregunta, un aporte"], ending.Chosen());
        Assert.Equal(
            [("Otra visión", "Si dos clientes esperan, el plan se paga un año más tarde."), ("Meta pequeña", "Una pregunta, un aporte"), ("Decir primero", "Otra visión")],
            _desk.Last.Card.Facts.Select(fact => (fact.Label, fact.Value)));
    }

    [Fact]
    public async Task A_goal_that_was_tapped_before_the_language_changed_is_the_same_goal()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        await _desk.OpenAsync("Meta y qué decir primero");
        await _desk.PressAsync(_desk.Last, "Una pregunta");
        await _desk.TakeAsync(_desk.Button(_desk.Last, "Volver a la hoja") with { Locale = "en-GB" });
        var sheet = _desk.Last.Card;
        await _desk.TakeAsync(_desk.Button(_desk.Last, "Goal and first word") with { Locale = "en-GB" });

        Assert.Equal("One question", sheet.Fact("Small goal"));
        Assert.Equal(["One question"], _desk.Last.Card.Chosen());
        await _desk.TakeAsync(_desk.Button(_desk.Last, "Write my own") with { Locale = "en-GB" });
        Assert.Equal("", _desk.Form!.Fields[0].Value);
    }

    [Fact]
    public async Task A_goal_on_a_card_of_an_earlier_release_can_be_tapped()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00");
        await _desk.OpenAsync("Meta y qué decir primero");
        var id = (await _desk.MeetingAsync()).Id;
        await _desk.TakeAsync(_desk.Button(_desk.Last, "Una pregunta") with { Action = SheetAction.On(SheetAction.Goal, id, "Offer another view") });

        Assert.Equal(["Aportar otra visión"], _desk.Last.Card.Chosen());
    }

    [Fact]
    public async Task A_pre_read_that_tells_no_language_is_asked_about_in_the_reader_s()
    {
        await _desk.PrepareAsync("Dirección", "thu 10:00", "Budget 2027: 4.2m EUR\nRevenue: 3.9m EUR\nGross margin: 71 %\nForecast Q4: 4.4m EUR");
        await _desk.OpenAsync("Lectura previa");
        var prompts = _desk.Last.Card.Facts.Where(fact => fact.Label.StartsWith("Preguntas de ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(prompts);
        Assert.All(prompts, fact => Assert.StartsWith("¿", fact.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_everyone_knows_and_the_model_are_told_of()
    {
        await _desk.CommandAsync("coach", "words");
        var none = _desk.Reply!;
        await _desk.CommandAsync("coach", "model");

        Assert.Equal("Aún no hay palabras tuyas", none.Title);
        Assert.Equal("No hay ningún modelo de lenguaje configurado", _desk.Reply!.Title);
        Assert.Equal(
            "De estas no comento nada. Un toque quita una de la lista.",
            PreReadSettingsCards.Words(Language.Spanish, new HashSet<string> { "zqt" }).Text);
        Assert.StartsWith("Lo que pegas como lectura previa se envía también a models.example.com", PreReadSettingsCards.Model(Language.Spanish, "models.example.com", mayAsk: true).Text, StringComparison.Ordinal);
    }
}
