using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The settings of somebody who reads Spanish, part by part.</summary>
public sealed class SettingsInSpanishTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await SpanishDesk.OpenAsync();
        await _desk.CommandAsync("coach", "plan estándar");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_card_shows_everything_at_a_glance()
    {
        await _desk.OpenSettingsAsync();

        Assert.Equal(
            """
            Tus ajustes
            Tu próximo aviso: lunes 23 de noviembre, 09:15.
            Avisos: lun, mié, jue a las 09:15
            Prácticas: todas (23)
            Días laborables: lun a vie
            Horas de silencio: de 18:00 a 08:00
            Zona horaria: Ciudad de México
            Hojas de reunión: 30 min antes
            Idioma: Español
            [Avisos] [Prácticas] [Horario laboral] [Zona horaria] [Hojas de reunión] [Idioma] [Pausa]
            (Con /coach parar termina todo; /coach exportar muestra todo lo que se guarda sobre ti.)
            """,
            _desk.Last.Card.Read());
    }

    [Fact]
    public async Task The_time_of_nudges_is_set_by_tap_or_form_and_what_cannot_be_is_said()
    {
        await _desk.OpenSettingsAsync("Avisos");
        Assert.Equal(["Ligero", "Estándar", "Activo", "Lun", "Mar", "Mié", "Jue", "Vie", "Sáb", "Dom"], _desk.Last.Card.Labels().Take(10));
        await _desk.FillInAsync("Otra hora", ("time", "22:00"));
        Assert.Equal(
            "Las 22:00 caen en tus horas de silencio, de 18:00 a 08:00. Elige otra hora o cambia esas horas en Horario laboral.", Assert.Single(_desk.Errors).Message);
        await _desk.FillInAsync("Otra hora", ("time", "a saber"));
        Assert.Equal("No puedo leer “a saber” como una hora. Prueba con 09:15 o 14:00.", Assert.Single(_desk.Errors).Message);
        await _desk.FillInAsync("Otra hora", ("time", "a las 10:20"));
        Assert.Equal("Tu próximo aviso: lunes 23 de noviembre, 10:20.", _desk.Last.Card.Text);

        foreach (var day in new[] { "Lun", "Mié" })
        {
            await _desk.PressAsync(_desk.Last, day);
        }

        await _desk.PressAsync(_desk.Last, "Jue");
        Assert.Equal("Tiene que quedar un día. Para no recibir avisos por un tiempo, elige Pausa.", _desk.Last.Card.Text);
    }

    [Fact]
    public async Task Practices_are_grouped_by_areas_that_have_Spanish_names()
    {
        await _desk.OpenSettingsAsync("Prácticas");

        Assert.Equal(
            ["Resultados con tu equipo", "Dentro de ingeniería", "Con Producto", "En la reunión de dirección"],
            _desk.Last.Card.Choices.Select(row => row.Label).OfType<string>());
        Assert.Equal("23 de 23 están activas.", _desk.Last.Card.Context);
        await _desk.PressAsync(_desk.Last, "Habla pronto");
        Assert.Equal("22 de 23 están activas.", _desk.Last.Card.Context);
    }

    [Fact]
    public async Task Working_time_and_sheets_are_set_in_Spanish()
    {
        await _desk.OpenSettingsAsync("Horario laboral");
        await _desk.PressAsync(_desk.Last, "Ninguna");
        await _desk.PressAsync(_desk.Last, "Deshacer");
        Assert.Contains("de 18:00 a 08:00", _desk.Last.Card.Chosen());
        await _desk.FillInAsync("Otras horas", ("from", "09:00"), ("until", "10:00"));
        Assert.StartsWith("Las 09:15 caen ahora en tus horas de silencio, así que los avisos esperan hasta las 10:00.", _desk.Last.Card.Text, StringComparison.Ordinal);

        await _desk.OpenSettingsAsync("Hojas de reunión");
        await _desk.PressAsync(_desk.Last, "El día laborable anterior, 16:00");
        await _desk.PressAsync(_desk.Last, "Volver a ajustes");
        Assert.Contains(_desk.Last.Card.Facts, fact => fact is { Label: "Hojas de reunión", Value: "el día laborable anterior" });
    }

    [Fact]
    public async Task A_pause_is_offered_with_dates_and_asked_for_in_a_form()
    {
        await _desk.OpenSettingsAsync("Pausa");
        Assert.Equal(["Lun 30 nov", "Lun 7 dic", "Otro día", "Hasta que reanude"], _desk.Last.Card.Labels().Take(4));
        await _desk.FillInAsync("Otro día", ("until", "algún día"));
        Assert.Equal("No puedo leer “algún día” como un día. Prueba con 7 dic, próximo lunes o 2 semanas.", Assert.Single(_desk.Errors).Message);
        await _desk.FillInAsync("Otro día", ("until", "2 semanas"));

        Assert.Equal("En pausa hasta el lunes 7 de diciembre. El primer aviso después: lunes 7 de diciembre, 09:15.", _desk.Last.Card.Text);
        await _desk.PressAsync(_desk.Last, "Reanudar ahora");
    }

    [Fact]
    public async Task A_city_is_found_by_its_Spanish_name()
    {
        await _desk.OpenSettingsAsync("Zona horaria");
        Assert.Equal("Son las 09:02 en Ciudad de México, según este chat. Los avisos siguen ese reloj todo el año.", _desk.Last.Card.Text);
        await _desk.FillInAsync("Otra ciudad", ("city", "Atlántida"));
        Assert.StartsWith("No conozco ninguna zona para “Atlántida”. Prueba con una ciudad mayor cercana", Assert.Single(_desk.Errors).Message, StringComparison.Ordinal);
        await _desk.FillInAsync("Otra ciudad", ("city", "Córdoba"));
        Assert.Equal("“Córdoba” puede ser uno de estos lugares. Todavía no ha cambiado nada.", _desk.Last.Card.Text);
        await _desk.PressAsync(_desk.Last, "Córdoba (hora de Madrid)");

        Assert.StartsWith("Son las 16:02 en Madrid, como elegiste; este chat dice Ciudad de México.", _desk.Last.Card.Text, StringComparison.Ordinal);
        await _desk.PressAsync(_desk.Last, "Según este chat");
        Assert.Null((await _desk.PersonAsync()).Profile.OwnZone);
    }

    [Fact]
    public async Task Without_a_plan_it_says_what_can_be_set_once_there_is_one()
    {
        await using var desk = await SpanishDesk.OpenAsync();
        await desk.OpenSettingsAsync();

        Assert.Equal(["Elegir un plan", "Zona horaria", "Hojas de reunión", "Idioma"], desk.Last.Card.Labels());
    }
}
