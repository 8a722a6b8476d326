using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The talk with one's manager as a person reads of it whose platform says es-MX.</summary>
public sealed class OneOnOneInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await SpanishDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("1:1", "1:1 con mi manager")]
    [InlineData("1:1 Marta", "1:1 con Marta")]
    [InlineData("1:1 con Marta Gil", "1:1 con Marta Gil")]
    [InlineData("1:1 Marta jueves 15:00", "1:1 con Marta")]
    [InlineData("1:1 with Marta", "1:1 with Marta")]
    public async Task The_talk_is_named_in_Spanish(string text, string name)
    {
        await _desk.CommandAsync("prep", text);

        Assert.Equal(name, _desk.Form!.Fields[0].Value);
    }

    [Fact]
    public async Task The_form_asks_in_Spanish()
    {
        await _desk.SayAsync("preparar 1:1");
        var offer = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "Abrir el formulario");
        var form = _desk.Form!;

        Assert.Equal(("Preparar tu 1:1", "Tus tres prioridades, qué cambió y la única decisión que necesitas."), (offer.Title, offer.Text));
        Assert.Equal(("Preparar tu 1:1", "Crear la hoja"), (form.Title, form.Submit));
        Assert.Equal(
            ["¿Con quién?", "¿Cuándo?", "Tus tres prioridades", "¿Qué cambió desde la última vez?", "Una decisión que necesitas"],
            form.Fields.Select(field => field.Label));
    }

    [Theory]
    [InlineData("", "¿Cuáles son tus prioridades? Una por línea, la primera arriba.")]
    [InlineData("una\ndos\ntres\ncuatro", "Aquí hay 4. ¿Con qué 3 te quedas?")]
    public async Task Priorities_that_are_none_or_too_many_are_refused_in_Spanish(string priorities, string message)
    {
        await _desk.CommandAsync("prep", "1:1 jueves 15:00");
        await _desk.SubmitAsync(_desk.Form!, ("priorities", priorities));

        Assert.Equal(new FieldError("priorities", message), Assert.Single(_desk.Errors));
    }

    [Fact]
    public async Task The_sheet_and_what_comes_ahead_of_the_talk_are_in_Spanish()
    {
        await PrepareAsync();
        var sheet = _desk.Last.Card;
        var meeting = await _desk.MeetingAsync();
        var reminder = await ShownAsync(meeting, NudgeKind.MeetingSheet, meeting.StartsAt.AddMinutes(-30));
        var first = await ShownAsync(meeting, NudgeKind.MeetingFirstWord, meeting.StartsAt.AddMinutes(-5));

        Assert.Equal(("1:1 con mi manager", "Jue 26 nov, 15:00 · 30 minutos"), (sheet.Title, sheet.Text));
        Assert.Equal(["Tus tres prioridades", "Qué cambió", "La decisión que necesitas"], sheet.Facts.Select(fact => fact.Label));
        Assert.Equal("1:1 con mi manager, hoy 15:00", reminder.Title);
        Assert.Equal("Antes de mostrar las tuyas, anota las tres que crees que tiene tu manager. Luego compara.", reminder.Text);
        Assert.Equal(("1:1 con mi manager en 5 minutos", "Pide la decisión pronto, mientras haya tiempo:\n“¿Puede esperar?”"), (first.Title, first.Text));
    }

    [Fact]
    public async Task The_check_sums_up_in_Spanish_and_compares_with_the_last_time()
    {
        await PrepareAsync();
        var check = (await _desk.ShowCheckAsync(await _desk.MeetingAsync())).Card;
        await _desk.PressAsync(_desk.Last, "3");
        await _desk.PressAsync(_desk.Last, "En parte");
        var told = _desk.Last.Card.Text;
        await _desk.CommandAsync("prep", "1:1 3 dic 15:00");
        await _desk.SubmitAsync(_desk.Form!);
        await _desk.ShowCheckAsync((await _desk.MeetingsAsync()).MaxBy(meeting => meeting.StartsAt)!);
        await _desk.PressAsync(_desk.Last, "4");
        var better = _desk.Last.Card.Text;
        await _desk.PressAsync(_desk.Last, "2");

        Assert.Equal(("¿Cómo fue?", "1:1 con mi manager: ¿cómo fue?"), (check.Text, check.Summary));
        Assert.Equal(
            ["¿Hasta qué punto crees ahora que tus tres prioridades son las de tu manager?", "¿Conseguiste la decisión?"], check.Choices.Select(row => row.Label));
        Assert.Equal("1 nada, 5 del todo", check.Choices[0].Prompt);
        Assert.Equal(["1", "2", "3", "4", "5", "Sí", "En parte", "Aún no"], check.Labels());
        Assert.Equal("Acuerdo 3 de 5 · decisión a medias.", told);
        Assert.Equal("Acuerdo 4 de 5. Ha subido: la última vez fue 3.", better);
        Assert.Equal("Acuerdo 2 de 5. La última vez fue 3: pregunta qué cambió.", _desk.Last.Card.Text);
    }

    private async Task PrepareAsync()
    {
        await _desk.CommandAsync("prep", "1:1 jueves 15:00");
        await _desk.SubmitAsync(_desk.Form!, ("priorities", "Migración\nContratar"), ("changed", "El orden"), ("decision", "¿Puede esperar?"));
        Assert.Empty(_desk.Errors);
    }

    private async Task<Card> ShownAsync(Meeting meeting, NudgeKind kind, DateTimeOffset at) =>
        Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, kind, at)).Card;
}
