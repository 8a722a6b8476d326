using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Meetings as a person reads of them whose platform says es-MX.</summary>
public sealed class MeetingsInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await SpanishDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_form_asks_in_Spanish_and_shows_examples_in_Spanish()
    {
        await _desk.CommandAsync("prep", "reunión Comité de dirección jueves 10:00");

        var form = _desk.Form!;
        Assert.Equal(("Preparar una reunión", "Crear la hoja"), (form.Title, form.Submit));
        Assert.Equal(["¿Qué reunión?", "¿Cuándo?", "Pega la agenda o la lectura previa"], form.Fields.Select(field => field.Label));
        Assert.Equal(["Comité de dirección", "jueves 10:00", null], form.Fields.Select(field => field.Value));
        Assert.Equal(
            "Prueba con jueves 10:00, 26 nov 10:00 o en 2 horas. Cuenta como una hora si no añades: durante 45 min.", form.Fields[1].Hint);
    }

    [Theory]
    [InlineData("en", "Thu 10:00", "Thu 10:00 for 45 min", "26 Nov 10:00", "in 2 hours")]
    [InlineData("es", "jueves 10:00", "jueves 10:00 durante 45 min", "26 nov 10:00", "en 2 horas")]
    public void What_the_form_gives_as_examples_is_understood(string language, string time, string length, string date, string ahead)
    {
        var (now, form) = (CoachDesk.MondayMorning, MeetingForm.New(Language.Of(language), "", "", "", back: null));
        var thursday = (new TimeReading.Understood(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero)), (int?)null);

        Assert.Equal(time, form.Fields[1].Placeholder);
        Assert.All([time, length[time.Length..].Trim(), date, ahead], example => Assert.Contains(example, form.Fields[1].Hint, StringComparison.Ordinal));
        Assert.Equal(thursday, MeetingLength.Read(time, now, TimeZoneInfo.Utc));
        Assert.Equal(thursday with { Item2 = 45 }, MeetingLength.Read(length, now, TimeZoneInfo.Utc));
        Assert.Equal(thursday, MeetingLength.Read(date, now, TimeZoneInfo.Utc));
        Assert.Equal(new TimeReading.Understood(now.AddHours(2)), MeetingLength.Read(ahead, now, TimeZoneInfo.Utc).Start);
    }

    [Fact]
    public async Task A_typed_message_gets_a_button_for_the_form()
    {
        await _desk.SayAsync("preparar reunión Comité de dirección");

        Assert.Equal("Preparar una reunión", _desk.Last.Card.Title);
        Assert.Equal(["Abrir el formulario"], _desk.Last.Card.Labels());
    }

    [Theory]
    [InlineData("when", "pronto", "No entiendo “pronto”. Prueba con jueves 10:00, 26 nov 10:00 o en 2 horas.")]
    [InlineData("when", "ayer 10:00", "Eso ya pasó: dom 22 nov, 10:00. Prueba con jueves 10:00, 26 nov 10:00 o en 2 horas.")]
    [InlineData("when", "jueves", "¿A qué hora? Prueba con jueves 10:00, 26 nov 10:00 o en 2 horas.")]
    [InlineData("when", "2029-01-01 10:00", "Para eso falta más de un año. Prueba con jueves 10:00, 26 nov 10:00 o en 2 horas.")]
    [InlineData("when", "", "¿Cuándo empieza? Prueba con jueves 10:00, 26 nov 10:00 o en 2 horas.")]
    [InlineData("name", "", "¿Cómo se llama la reunión? Por ejemplo, Comité de dirección.")]
    public async Task A_wrong_field_is_refused_in_Spanish(string field, string value, string message)
    {
        await _desk.CommandAsync("prep", "reunión Comité de dirección jueves 10:00");
        var answer = await _desk.SubmitAsync(_desk.Form!, (field, value));

        Assert.Equal(new FieldError(field, message), Assert.Single(answer.Errors));
    }

    [Fact]
    public async Task Editing_shows_the_time_in_Spanish_and_takes_it_back()
    {
        await PrepareAsync();
        await EditAsync();
        var form = _desk.Form!;
        var answer = await _desk.SubmitAsync(form, ("minutes", "601"));

        Assert.Equal(("Editar la reunión", "Guardar"), (form.Title, form.Submit));
        Assert.Equal(("jue 26 nov, 10:00", "¿Cuántos minutos?", "60"), (form.Fields[1].Value, form.Fields[2].Label, form.Fields[2].Value));
        Assert.Equal("¿Cuántos minutos, de 1 a 600? Por ejemplo, 60.", Assert.Single(answer.Errors).Message);

        await _desk.SubmitAsync(form, ("minutes", "45"));
        var meeting = await _desk.MeetingAsync();
        Assert.Equal((new DateTimeOffset(2026, 11, 26, 16, 0, 0, TimeSpan.Zero), 45), (meeting.StartsAt, meeting.Minutes));
    }

    [Fact]
    public async Task The_list_and_the_offer_name_days_in_Spanish()
    {
        await _desk.CommandAsync("prep");
        Assert.Equal("No hay reuniones próximas", _desk.Reply!.Title);

        await PrepareAsync();
        await _desk.CommandAsync("prep");
        var list = _desk.Reply!;
        await _desk.CommandAsync("prep", "reunión");
        var offer = _desk.Reply!;

        Assert.Equal(("Próximas reuniones", "Jue 26 nov, 10:00"), (list.Title, list.Choices[0].Prompt));
        Assert.Equal(["Abrir", "Cancelar", "Preparar una reunión"], list.Labels());
        Assert.Equal(("¿Qué reunión?", "Jue 26 nov, 10:00, con la hoja empezada"), (offer.Title, offer.Choices[0].Prompt));
        Assert.Equal(["Abrir la hoja", "Otra reunión", "Mi 1:1"], offer.Labels());
    }

    [Fact]
    public async Task Calling_off_is_said_in_Spanish_and_taken_back()
    {
        await PrepareAsync();
        var meeting = await _desk.MeetingAsync();
        await TapAsync(new CardAction(MeetingCards.CancelAction, $"{meeting.Id}|{MeetingCards.FromSheet}"));
        var calledOff = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "Recuperarla");

        Assert.Equal("Comité de dirección: preparación cancelada", calledOff.Title);
        Assert.False((await _desk.MeetingAsync()).IsCancelled);
    }

    [Fact]
    public async Task What_comes_ahead_of_the_meeting_is_in_Spanish()
    {
        await PrepareAsync();
        var meeting = await _desk.MeetingAsync();
        var reminder = await ShownAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30));
        var undecided = await ShownAsync(meeting, NudgeKind.MeetingFirstWord, meeting.StartsAt.AddMinutes(-5));
        await KeepAsync("¿Cuánto cuesta el retraso?");
        var decided = await ShownAsync(meeting, NudgeKind.MeetingFirstWord, meeting.StartsAt.AddMinutes(-5));

        Assert.Equal("Comité de dirección, hoy 10:00", reminder.Title);
        Assert.Equal("Todavía no hay nada escrito. Bastan dos preguntas: ¿cuánto cuesta y qué tiene que cumplirse para que funcione?", reminder.Text);
        Assert.Equal(["Cambiar la hoja"], reminder.Labels());
        Assert.Equal("Comité de dirección en 5 minutos", undecided.Title);
        Assert.Equal("Decide ahora qué vas a decir en los primeros diez minutos. Una pregunta también cuenta.", undecided.Text);
        Assert.Equal("Di esto primero, antes de que pasen diez minutos:\n“¿Cuánto cuesta el retraso?”", decided.Text);
    }

    [Fact]
    public async Task The_check_sums_up_in_Spanish_and_what_was_not_asked_is_offered_again()
    {
        await PrepareAsync();
        await KeepAsync("¿Cuánto cuesta el retraso?");
        await KeepAsync("¿Quién decide?");
        await KeepAsync("¿Y si la rotación llega al 6 %?");
        var check = (await _desk.ShowCheckAsync(await _desk.MeetingAsync())).Card;
        foreach (var tap in new[] { "Al principio", "1", "0", "En parte" })
        {
            await _desk.PressAsync(_desk.Last, tap);
        }

        await _desk.WriteAsync(_desk.Last, "se vota a y cuarto");
        var told = _desk.Last.Card;
        _desk.Clock.Advance(TimeSpan.FromDays(14));
        await _desk.CommandAsync("prep", "reunión");

        Assert.Equal(("¿Cómo fue?", "Comité de dirección: ¿cómo fue?"), (check.Text, check.Summary));
        Assert.Equal(
            ["¿Cuándo hablaste por primera vez?", "¿Qué preguntas hiciste?", "Comentarios hechos", "Meta pequeña"], check.Choices.Select(row => row.Label));
        Assert.Equal(["Al principio", "A la mitad", "Al final", "Esta vez no", "1", "2", "3", "Otra", "Ninguna"], check.Labels().Take(9));
        Assert.Equal("Una línea para guardar", check.Input!.Label);
        Assert.Equal(
            "Al principio · 1 pregunta · ningún comentario · meta cumplida en parte · “se vota a y cuarto”. Las preguntas 2 y 3 pasan al jueves 3 de diciembre.",
            told.Text);
        Assert.Equal("Editar la línea", told.Input!.Label);
        Assert.Equal("Jue 17 dic, 10:00, como el jue 26 nov. 2 preguntas quedan pendientes de la anterior.", _desk.Reply!.Choices[0].Prompt);
    }

    [Theory]
    [InlineData(0, 0, "ninguna pregunta · ningún comentario")]
    [InlineData(1, 1, "1 pregunta · 1 comentario")]
    [InlineData(3, 2, "3 preguntas · 2 comentarios")]
    public void What_was_told_counts_as_Spanish_does(int asked, int commented, string told) =>
        Assert.Equal(told, MeetingCheckCard.Told(Language.Spanish, Meeting(CoachDesk.MondayMorning) with { Asked = asked, Commented = commented }));

    [Theory]
    [InlineData(0, "Consejo empieza ahora")]
    [InlineData(1, "Consejo en un minuto")]
    [InlineData(5, "Consejo en 5 minutos")]
    public void How_soon_it_starts_counts_as_Spanish_does(int minutes, string title) =>
        Assert.Equal(title, MeetingCards.StartsIn(Language.Spanish, Meeting(CoachDesk.MondayMorning.AddMinutes(minutes)), CoachDesk.MondayMorning));

    [Theory]
    [InlineData("EE", "Al principio. Tus últimas dos: siempre al principio.")]
    [InlineData("EEEE", "Al principio. Tus últimas cuatro: siempre al principio.")]
    [InlineData("LE", "Al final. Una de tus últimas dos: al principio.")]
    [InlineData("ELE", "Al principio. Dos de tus últimas tres: al principio.")]
    [InlineData("EELE", "Al principio. Tres de tus últimas cuatro: al principio.")]
    [InlineData("LL", "Al final.")]
    public void The_last_four_are_summed_up_in_Spanish(string latestFirst, string text)
    {
        var meetings = latestFirst.Select((spoke, weeks) =>
            Meeting(CoachDesk.MondayMorning.AddDays(-7 * weeks)) with { Spoke = spoke == 'E' ? Spoke.Early : Spoke.Late }).ToList();

        Assert.Equal(text, MeetingCheckCard.Of(Language.Spanish, meetings[0], meetings[1..], CoachDesk.MondayMorning, TimeZoneInfo.Utc).Text);
    }

    [Fact]
    public async Task A_message_is_kept_as_a_question_and_taken_back_in_Spanish()
    {
        var none = await KeepAsync("¿Quién decide?");
        var empty = await KeepAsync(" ");
        await PrepareAsync();
        var kept = await KeepAsync("¿Quién decide?");
        var undone = (await _desk.PressAsync(kept, "Deshacer")).Replacement!;

        Assert.Equal("No hay reunión donde guardarla", none.Title);
        Assert.EndsWith("Prepara una primero y luego guarda esto: “¿Quién decide?”", none.Text, StringComparison.Ordinal);
        Assert.Equal("Ese mensaje no tiene palabras", empty.Title);
        Assert.Equal(("Pregunta guardada para Comité de dirección", "Jue 26 nov, 10:00 · “¿Quién decide?”"), (kept.Title, kept.Text));
        Assert.Equal(["Abrir la hoja", "Deshacer"], kept.Labels());
        Assert.Equal(("Pregunta retirada", "Comité de dirección ya no tiene esa pregunta."), (undone.Title, undone.Text));
    }

    [Fact]
    public async Task A_fourth_question_finds_no_room_and_a_meeting_that_is_gone_is_said_to_be()
    {
        await PrepareAsync();
        foreach (var text in new[] { "¿uno?", "¿dos?", "¿tres?" })
        {
            await KeepAsync(text);
        }

        var full = await KeepAsync("¿cuatro?");
        await TapAsync(new CardAction(MeetingCards.OpenAction, "none"));

        Assert.Equal("Comité de dirección ya tiene tres preguntas", full.Title);
        Assert.Equal("Más de tres no se llegan a hacer. Quita antes una y luego guarda esta: “¿cuatro?”", full.Text);
        Assert.Equal(("Esta reunión ya no está", "/prep muestra las que hay."), (_desk.Last.Card.Title, _desk.Last.Card.Text));
    }

    [Fact]
    public void A_goal_that_was_set_with_a_tap_in_English_is_asked_about_in_Spanish()
    {
        var meeting = Meeting(CoachDesk.MondayMorning) with { Goal = SmallGoal.Words(Language.English, "question") };

        var goal = MeetingCheckCard.Of(Language.Spanish, meeting, [], CoachDesk.MondayMorning, TimeZoneInfo.Utc).Choices[^1];

        Assert.Equal(("Meta pequeña", SmallGoal.Words(Language.Spanish, "question")), (goal.Label, goal.Prompt));
        Assert.NotEqual(meeting.Goal, goal.Prompt);
    }

    private Task<RecordingChannel.Shown> PrepareAsync() => _desk.PrepareAsync("Comité de dirección", "jueves 10:00");

    private async Task EditAsync() =>
        await TapAsync(new CardAction(MeetingCards.EditAction, $"{(await _desk.MeetingAsync()).Id}|{MeetingCards.FromSheet}"));

    private async Task<Card> ShownAsync(Meeting meeting, NudgeKind kind, DateTimeOffset at) =>
        Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, kind, at)).Card;

    private async Task<Card> KeepAsync(string text) => (await _desk.TakeAsync(new ShortcutTurn
    {
        Id = $"keep {text}",
        Person = _desk.Anna,
        Conversation = RecordingChannel.Direct(_desk.Anna),
        At = _desk.Clock.GetUtcNow(),
        Shortcut = Shortcuts.KeepQuestion,
        Text = text,
    })).Reply!;

    /// <summary>Presses a button of a card that is not this folder's on the last message.</summary>
    private Task<ChatAnswer> TapAsync(CardAction action) => _desk.TakeAsync(new ButtonTurn
    {
        Id = $"tap {action.Name} {action.Value}",
        Person = _desk.Anna,
        Conversation = RecordingChannel.Direct(_desk.Anna),
        At = _desk.Clock.GetUtcNow(),
        Action = action,
        Message = _desk.Last.Message,
    });

    private static Meeting Meeting(DateTimeOffset start) =>
        new() { Id = $"m{start:yyyyMMdd}", Name = "Consejo", StartsAt = start, Minutes = 60, Version = "1", SavedAt = start.AddDays(-1) };
}
