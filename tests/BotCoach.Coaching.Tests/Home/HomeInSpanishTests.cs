using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The home page inside the chat of somebody who reads Spanish.</summary>
public sealed class HomeInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;
    private IReadOnlyList<Card> _page = [];
    private int _acts;

    public async Task InitializeAsync()
    {
        _desk = await SpanishDesk.OpenAsync();
        _page = (await _desk.OpenHomeAsync()).Home;
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_plan_the_next_nudges_and_the_settings_are_told_in_Spanish()
    {
        await PressAsync("Estándar");

        Assert.Equal("Tienes el plan Estándar", _page[0].Title);
        Assert.Equal(["Hoy 09:15", "Mié 25 nov, 09:15", "Jue 26 nov, 09:15"], Card("Próximos avisos").Facts.Select(fact => fact.Label));
        Assert.Equal("Habla pronto", Card("Próximos avisos").Facts[2].Value);
        Assert.Equal(
            ["Mis grupos", "Cómo fueron mis reuniones", "Palabras que todos conocemos", "Modelo de lenguaje", "Una copia de todo", "Olvídame", "Ayuda"],
            Card("Tus ajustes").Labels().TakeLast(7));
        Assert.All(_page, card => Assert.Equal(Language.Spanish, card.Language));
    }

    [Fact]
    public async Task A_part_is_changed_in_place_with_one_way_back()
    {
        await PressAsync("Estándar");
        await PressAsync("Ayuda");
        await PressAsync("Volver al resumen");
        await PressAsync("Zona horaria");
        Assert.DoesNotContain("Volver al resumen", Card("Zona horaria").Labels());
        await PressAsync("Volver a ajustes");
        await PressAsync("Pausa");
        await PressAsync("Lun 7 dic");
        Assert.Equal("En pausa hasta el lunes 7 de diciembre", _page[0].Title);
    }

    [Fact]
    public async Task Another_language_changes_the_whole_page_at_once()
    {
        await PressAsync("Estándar");
        await PressAsync("Idioma");
        await PressAsync("English");

        Assert.Equal(["You're on Standard", "Next nudges"], _page.Take(2).Select(card => card.Title));
        Assert.Equal("Language", _page[^1].Title);
        Assert.All(_page, card => Assert.Equal(Language.English, card.Language));
        await PressAsync("Undo");
        Assert.Equal("Tienes el plan Estándar", _page[0].Title);
    }

    private Card Card(string title) => _page.Single(card => card.Title == title);

    private async Task PressAsync(string label) => _page = (await _desk.TakeAsync(new ButtonTurn
    {
        Id = $"act-{++_acts}",
        Person = _desk.Anna,
        Conversation = RecordingChannel.Direct(_desk.Anna),
        At = _desk.Clock.GetUtcNow(),
        OnHome = true,
        Action = _page.SelectMany(card => card.Choices).SelectMany(row => row.Choices).First(choice => choice.Label == label).Action,
    })).Home;
}
