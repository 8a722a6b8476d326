using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>What is said in Spanish when something is asked for, not understood, or asked for elsewhere.</summary>
public sealed class ConversationsInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await SpanishDesk.OpenAsync();
        await _desk.SayAsync("hola");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Help_shows_the_commands_that_Spanish_speakers_write()
    {
        await _desk.CommandAsync("coach", "ayuda");

        Assert.Equal("Lo que puedes pedir", _desk.Reply!.Title);
        Assert.Contains(new Fact("/coach pausa hasta 7 dic", "deja descansar los avisos; /coach reanudar los retoma"), _desk.Reply.Facts);
        Assert.Equal(Language.Spanish, _desk.Reply.Language);
    }

    [Fact]
    public async Task What_is_not_understood_or_has_nothing_to_answer_is_said()
    {
        await _desk.CommandAsync("coach", "bailar");
        Assert.Equal(("No te entendí", "Prueba con prep reunión, plan, probar habla pronto, pausa o ayuda."), (_desk.Reply!.Title, _desk.Reply.Text));
        await _desk.CommandAsync("coach", "responder");
        Assert.Equal("¿Cuál es tu respuesta?", _desk.Reply!.Title);
        await _desk.CommandAsync("coach", "responder 4");
        Assert.Equal("No hay ninguna pregunta abierta", _desk.Reply!.Title);
        await _desk.CommandAsync("coach", "probar");
        Assert.Equal("¿Qué práctica?", _desk.Reply!.Title);
    }

    [Fact]
    public async Task Every_command_that_help_shows_is_understood()
    {
        foreach (var fact in HelpCards.Help(Language.Spanish).Facts)
        {
            var words = fact.Label[1..].Split(' ', 2);
            Assert.IsNotType<CoachCommand.Unknown>(CoachCommand.OfSlash(words[0], words.ElementAtOrDefault(1) ?? ""));
        }

        foreach (var command in new[] { "plan", "probar habla pronto", "reanudar", "parar", "modelo", "informes", "resumen", "grupo", "olvídame" })
        {
            Assert.IsNotType<CoachCommand.Unknown>(CoachCommand.OfSlash("coach", command));
        }

        var said = HelpCards.NotUnderstood(Language.Spanish).Text!["Prueba con ".Length..].TrimEnd('.').Split([", ", " o "], StringSplitOptions.None);
        Assert.All(said, words => Assert.NotNull(CoachCommand.OfMessage(words)));
        await _desk.SayAsync("probar habla pronto");
        Assert.Equal("Habla pronto", _desk.Last.Card.Title);
    }

    [Theory]
    [InlineData("hasta 7 dic")]
    [InlineData("2 semanas")]
    public async Task The_pauses_that_are_named_as_examples_are_understood(string until)
    {
        Assert.Contains($"/coach pausa {until}", PlanCards.DateNotUnderstood(Language.Spanish, "").Text, StringComparison.Ordinal);
        await _desk.CommandAsync("coach", "plan ligero");
        await _desk.CommandAsync("coach", $"pausa {until}");
        Assert.Equal("En pausa hasta el lunes 7 de diciembre", _desk.Reply!.Title);
    }

    [Theory]
    [InlineData("7 dic")]
    [InlineData("próximo lunes")]
    [InlineData("2 semanas")]
    public void The_days_that_a_form_names_as_examples_are_understood(string day)
    {
        Assert.Contains(day, RestTexts.In(Language.Spanish).DateExample, StringComparison.Ordinal);
        Assert.IsType<TimeReading.Understood>(MeetingTime.ReadDate(day, CoachDesk.MondayMorning, TimeZoneInfo.Utc));
    }

    [Fact]
    public async Task In_a_group_it_says_where_it_coaches()
    {
        await _desk.TakeAsync(_desk.Message("hola", isDirect: false));

        Assert.Equal("Acompaño por mensaje directo", _desk.Reply!.Title);
    }

    [Fact]
    public void Whoever_is_too_fast_reads_it_in_the_language_of_the_answer_beside_it()
    {
        var answer = new ChatAnswer { Replacement = HelpCards.NotUnderstood(Language.Spanish) }.In(Language.Spanish);
        var told = PaceCards.Tell(answer, Language.English).Reply!;
        Assert.Equal((Language.Spanish, "Fue mucho de una vez"), (told.Language, told.Title));

        var below = PaceCards.Tell(answer with { Reply = answer.Replacement }, Language.English).Reply!;
        Assert.StartsWith("A partir de aquí atiendo más o menos una cosa por segundo.", below.Context, StringComparison.Ordinal);
        Assert.Equal("Fue mucho de una vez", PaceCards.Tell(ChatAnswer.Nothing, Language.Spanish).Reply!.Title);
    }

    [Fact]
    public void A_field_that_is_too_long_says_so_with_numbers_as_Spanish_writes_them()
    {
        var values = new FormValues(Language.Spanish, new Dictionary<string, string> { ["text"] = new('a', 12_345) });
        values.Text("text", 10_000);

        Assert.Equal(
            "Esto tiene 12.345 caracteres; aquí caben 10.000. No se pierde nada: acórtalo y envíalo otra vez.", Assert.Single(values.Errors).Message);
    }
}
