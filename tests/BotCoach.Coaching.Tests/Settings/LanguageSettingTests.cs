using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>In which language the coach writes: what the chat says, what the person chose, and the way back.</summary>
public sealed class LanguageSettingTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_language_stands_in_the_settings_with_a_plan_and_without_one()
    {
        await _desk.OpenSettingsAsync();
        Assert.Contains(new Fact("Language", "English"), _desk.Last.Card.Facts);
        Assert.Contains("Language", _desk.Last.Card.Labels());

        await _desk.CommandAsync("coach", "plan standard");
        await _desk.OpenSettingsAsync();
        Assert.Contains(new Fact("Language", "English"), _desk.Last.Card.Facts);
        await _desk.PressAsync(_desk.Last, "Language");
        Assert.Equal(
            """
            Language
            I write in English, as this chat says. What you wrote yourself stays as it is.
            [✓ English] [Español]
            [Back to settings]
            """,
            _desk.Last.Card.Read());
    }

    [Fact]
    public async Task Another_language_answers_at_once_in_itself_and_can_be_undone()
    {
        await _desk.OpenSettingsAsync("Language");
        await _desk.PressAsync(_desk.Last, "Español");
        Assert.Equal(
            """
            Idioma
            Escribo en español, como elegiste; este chat dice English. Lo que escribiste tú queda como está.
            [English] [✓ Español] [Según este chat]
            [Deshacer] [Volver a ajustes]
            """,
            _desk.Last.Card.Read());
        Assert.Equal(Language.Spanish, _desk.Last.Card.Language);
        Assert.Equal(Language.Spanish, (await _desk.PersonAsync()).Profile.OwnLanguage);

        await _desk.PressAsync(_desk.Last, "Deshacer");
        Assert.StartsWith("I write in English, as this chat says.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal(Language.English, _desk.Last.Card.Language);
        Assert.Null((await _desk.PersonAsync()).Profile.OwnLanguage);
    }

    [Fact]
    public async Task Whose_chat_says_Spanish_reads_Spanish_may_choose_English_and_goes_back()
    {
        _desk.Channel.People = _ => new PersonLookup.Found("Ana", "America/Mexico_City", "es-MX");
        await _desk.OpenSettingsAsync("Idioma");
        Assert.StartsWith("Escribo en español, según este chat.", _desk.Last.Card.Text, StringComparison.Ordinal);

        await _desk.PressAsync(_desk.Last, "English");
        Assert.StartsWith("I write in English, as you chose; this chat says Español.", _desk.Last.Card.Text, StringComparison.Ordinal);
        await _desk.SayAsync("help");
        Assert.Equal("What you can ask for", _desk.Last.Card.Title);
        await _desk.OpenSettingsAsync();
        Assert.Contains(new Fact("Language", "English, chosen by you"), _desk.Last.Card.Facts);

        await _desk.PressAsync(_desk.Last, "Language");
        await _desk.PressAsync(_desk.Last, "As this chat says");
        Assert.StartsWith("Escribo en español, según este chat.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["English", "Español", "Deshacer", "Volver a ajustes"], _desk.Last.Card.Labels());
        await _desk.PressAsync(_desk.Last, "Deshacer");
        Assert.Equal(Language.English, (await _desk.PersonAsync()).Profile.OwnLanguage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("de-DE")]
    public async Task Whose_chat_says_nothing_that_is_spoken_reads_English(string? locale)
    {
        _desk.Channel.People = _ => new PersonLookup.Found("Anna", "Europe/Berlin", locale);
        await _desk.OpenSettingsAsync("Language");
        await _desk.PressAsync(_desk.Last, "Español");
        Assert.StartsWith("Escribo en español, como elegiste.", _desk.Last.Card.Text, StringComparison.Ordinal);
        await _desk.PressAsync(_desk.Last, "Según este chat");

        Assert.StartsWith("I write in English, as long as this chat names no language that I speak.", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_the_person_chose_stays_whatever_their_chat_says_later()
    {
        await _desk.OpenSettingsAsync("Language");
        await _desk.PressAsync(_desk.Last, "English");
        await _desk.TakeAsync(_desk.Message("help") with { Locale = "es-ES" });

        Assert.Equal("What you can ask for", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task Going_back_to_what_the_chat_says_asks_it_anew()
    {
        await _desk.OpenSettingsAsync("Language");
        await _desk.PressAsync(_desk.Last, "English");
        _desk.Channel.People = _ => new PersonLookup.Found("Ana", "Europe/Berlin", "es-ES");
        await _desk.PressAsync(_desk.Last, "As this chat says");

        Assert.StartsWith("Escribo en español, según este chat.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Equal("es-ES", (await _desk.PersonAsync()).Profile.Locale);
    }

    [Fact]
    public async Task Looking_at_the_language_finds_that_the_chat_says_another_one_and_goes_along()
    {
        await _desk.OpenSettingsAsync();
        _desk.Channel.People = _ => new PersonLookup.Found("Ana", "Europe/Berlin", "es-AR");
        await _desk.PressAsync(_desk.Last, "Language");

        Assert.StartsWith("Escribo en español, según este chat.", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Deshacer", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task Nudges_and_their_plan_are_as_before_and_come_in_the_new_language()
    {
        await _desk.CommandAsync("coach", "plan standard");
        var planned = Assert.Single(await _desk.PlannedAsync());
        await _desk.OpenSettingsAsync("Language");
        await _desk.PressAsync(_desk.Last, "Español");

        Assert.Equal(planned, Assert.Single(await _desk.PlannedAsync()));
        var sent = Assert.IsType<NudgeDecision.Send>(await _desk.Get<NudgeDecider>().DecideAsync(planned, planned.DueAt, default)).Card;
        Assert.Equal(Language.Spanish, sent.Language);
        Assert.Equal("De tu plan Estándar. Con /coach pausa o /coach parar dejas de recibirlo.", sent.Context);
    }

    [Fact]
    public async Task A_button_of_a_language_that_is_not_spoken_changes_nothing()
    {
        await _desk.OpenSettingsAsync("Language");
        var card = _desk.Last.Card with { Choices = [new ChoiceRow(null, [new Choice("Klingon", new CardAction("settings.set", "language|tlh"))])] };
        await _desk.PressAsync(card, "Klingon");

        Assert.Null((await _desk.PersonAsync()).Profile.OwnLanguage);
    }

    [Fact]
    public async Task The_copy_of_everything_says_which_language_was_chosen()
    {
        await _desk.OpenSettingsAsync("Language");
        await _desk.PressAsync(_desk.Last, "Español");

        Assert.Contains("\"ownLanguage\": \"es\"", (await _desk.Get<Export>().MakeAsync(_desk.Anna, default)).Json, StringComparison.Ordinal);
    }
}
