using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>The record of somebody who reads Spanish.</summary>
public sealed class RecordInSpanishTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Mexico = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    [Fact]
    public void Without_a_meeting_it_says_how_one_begins()
    {
        var card = RecordCard.Of(Language.Spanish, [], Now, Mexico);

        Assert.Equal(("Tu historial empieza con la próxima reunión", "/prep reunión la prepara y, después, cuatro toques dicen cómo fue."), (card.Title, card.Text));
        Assert.Equal(["Preparar una reunión"], card.Labels());
    }

    [Fact]
    public void Each_meeting_is_a_line()
    {
        var card = RecordCard.Of(
            Language.Spanish,
            [
                Past(1) with { Spoke = Spoke.Early, Asked = 1, GoalResult = GoalResult.Partly, Learned = "preguntar antes de votar" },
                Past(8) with { Asked = 0, GoalResult = GoalResult.NotYet },
                Past(15),
            ],
            Now,
            Mexico);

        Assert.Equal(
            """
            Tus últimas 3 reuniones
            Con unas pocas más se podrá trazar una línea.
            26 nov · Comité: ▰▰▰ · 1 pregunta · meta cumplida en parte · “preguntar antes de votar”
            19 nov · Comité: ninguna pregunta · meta todavía no
            12 nov · Comité: sin contar
            (▰▰▰ hablaste pronto, ▰▰▱ a la mitad, ▰▱▱ tarde. Solo tú ves esto.)
            """,
            card.Read());
    }

    [Theory]
    [InlineData("EELL", "Hablas más pronto que antes.")]
    [InlineData("EEEE", "Hablas pronto, y lo mantienes.")]
    [InlineData("LLLL", "Hablas más o menos en el mismo momento que antes. Una pregunta en los primeros diez minutos lo cambia.")]
    [InlineData("LLEE", "Últimamente fue más tarde; pasa con salas y temas nuevos. Una pregunta en los primeros diez minutos lo cambia.")]
    public void The_trend_is_told_in_kind_words(string newestFirst, string words)
    {
        var meetings = newestFirst.Select((spoke, place) => Past(place + 1) with { Spoke = spoke == 'E' ? Spoke.Early : Spoke.Late });

        Assert.Equal(words, RecordCard.Of(Language.Spanish, [.. meetings], Now, Mexico).Text);
    }

    [Theory]
    [InlineData(0, "ninguna pregunta")]
    [InlineData(1, "1 pregunta")]
    [InlineData(2, "2 preguntas")]
    public void Questions_are_counted(int count, string words) => Assert.Equal(words, RecordTexts.In(Language.Spanish).Questions(count));

    [Theory]
    [InlineData(1, "Tu última reunión")]
    [InlineData(2, "Tus últimas 2 reuniones")]
    public void Meetings_are_counted(int count, string words) => Assert.Equal(words, RecordTexts.In(Language.Spanish).LastMeetings(count));

    private static Meeting Past(int days) => new()
    {
        Id = $"m{days}",
        Name = "Comité",
        StartsAt = Now.AddDays(-days),
        Minutes = 60,
        Version = "v1",
        SavedAt = Now.AddDays(-days - 1),
    };
}
