using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>Written on Saturday 21 November 2026 at 08:34 in Berlin, unless a test says otherwise.</summary>
public sealed class MeetingTimeInSpanishTests
{
    [Theory]
    [InlineData("hoy a las 15", "2026-11-21 15:00+01:00")]
    [InlineData("hoy, 15:30", "2026-11-21 15:30+01:00")]
    [InlineData("mañana a las 9", "2026-11-22 09:00+01:00")]
    [InlineData("manana a las 9", "2026-11-22 09:00+01:00")]
    [InlineData("MAÑANA A LAS 9", "2026-11-22 09:00+01:00")]
    [InlineData("man\u0303ana a las 9", "2026-11-22 09:00+01:00")]
    [InlineData("a las 9 de mañana", "2026-11-22 09:00+01:00")]
    [InlineData("pasado mañana a las 9:15", "2026-11-23 09:15+01:00")]
    [InlineData("dentro de 3 días a las 10", "2026-11-24 10:00+01:00")]
    [InlineData("en una semana a las 10", "2026-11-28 10:00+01:00")]
    [InlineData("dentro de quince días a las 10", "2026-12-06 10:00+01:00")]
    [InlineData("dentro de un mes a las 10:00", "2026-12-21 10:00+01:00")]
    public void A_day_from_today_is_read(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("mañana a las 9 de la mañana", "2026-11-22 09:00+01:00")]
    [InlineData("a las 9 de la mañana", "2026-11-21 09:00+01:00")]
    [InlineData("a las 8 de la mañana", "2026-11-22 08:00+01:00")]
    [InlineData("mañana por la mañana a las 9", "2026-11-22 09:00+01:00")]
    [InlineData("mañana por la tarde, a las 5", "2026-11-22 17:00+01:00")]
    [InlineData("mañana en la tarde a las 7", "2026-11-22 19:00+01:00")]
    [InlineData("esta tarde a las 8", "2026-11-21 20:00+01:00")]
    [InlineData("esta mañana a las 9", "2026-11-21 09:00+01:00")]
    [InlineData("jueves a las 3 de la tarde", "2026-11-26 15:00+01:00")]
    [InlineData("jueves a las 3:30 de la tarde", "2026-11-26 15:30+01:00")]
    [InlineData("jueves a las 15:30 de la tarde", "2026-11-26 15:30+01:00")]
    [InlineData("jueves a las 9 y media de la noche", "2026-11-26 21:30+01:00")]
    [InlineData("jueves a las 12 de la mañana", "2026-11-26 12:00+01:00")]
    [InlineData("jueves a la 1 del mediodía", "2026-11-26 13:00+01:00")]
    [InlineData("jueves a las 6 de la mañana", "2026-11-26 06:00+01:00")]
    [InlineData("jueves a las 10 p. m.", "2026-11-26 22:00+01:00")]
    public void Tomorrow_and_the_morning_are_told_apart(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("jueves 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("el jueves a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("El Jueves, a las 10.", "2026-11-26 10:00+01:00")]
    [InlineData("jue. 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("a las 10 del jueves", "2026-11-26 10:00+01:00")]
    [InlineData("jueves 10h", "2026-11-26 10:00+01:00")]
    [InlineData("jueves a las 10 horas", "2026-11-26 10:00+01:00")]
    [InlineData("jueves 10:30 hs", "2026-11-26 10:30+01:00")]
    [InlineData("jueves a las diez", "2026-11-26 10:00+01:00")]
    [InlineData("jueves a la una", "2026-11-26 13:00+01:00")]
    [InlineData("este jueves a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("miércoles 10:00", "2026-11-25 10:00+01:00")]
    [InlineData("miercoles 10:00", "2026-11-25 10:00+01:00")]
    [InlineData("SÁBADO 10:00", "2026-11-21 10:00+01:00")]
    [InlineData("sabado 08:00", "2026-11-28 08:00+01:00")]
    [InlineData("thu a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("jueves at 10", "2026-11-26 10:00+01:00")]
    [InlineData("next jueves 10am", "2026-11-26 10:00+01:00")]
    public void A_weekday_is_its_next_occurrence(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("el próximo jueves a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("proximo jueves 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("el jueves que viene a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("el jueves próximo a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("el próximo lunes a las 10", "2026-11-30 10:00+01:00")]
    [InlineData("el lunes que viene a las 10", "2026-11-30 10:00+01:00")]
    [InlineData("el lunes a las 10", "2026-11-23 10:00+01:00")]
    [InlineData("el jueves de la próxima semana a las 10", "2026-12-03 10:00+01:00")]
    [InlineData("el jueves de la semana que viene a las 10 y media de la mañana", "2026-12-03 10:30+01:00")]
    [InlineData("la semana que viene, el jueves a las 10", "2026-12-03 10:00+01:00")]
    [InlineData("la próxima semana jueves 10:00", "2026-12-03 10:00+01:00")]
    [InlineData("next thu 10am", "2026-12-03 10:00+01:00")]
    public void On_a_monday_the_coming_day_is_of_this_week_and_one_of_next_week_is_said_so(string text, string expected) =>
        Assert.Equal(expected, Zones.Told(MeetingTime.Read(text, Zones.Now.AddDays(2), Zones.Berlin)));

    [Theory]
    [InlineData("jueves 26 de noviembre a las 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("26 nov 10h", "2026-11-26 10:00+01:00")]
    [InlineData("26 nov a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("26 de noviembre de 2026 a las 10", "2026-11-26 10:00+01:00")]
    [InlineData("26 de noviembre del 2026, 10:00", "2026-11-26 10:00+01:00")]
    [InlineData("el 1 de dic. a las 9", "2026-12-01 09:00+01:00")]
    [InlineData("1º de diciembre 9:00", "2026-12-01 09:00+01:00")]
    [InlineData("el 1.º de diciembre a las 9", "2026-12-01 09:00+01:00")]
    [InlineData("15 ene 10:00", "2027-01-15 10:00+01:00")]
    [InlineData("5 de setiembre 10:00", "past 2026-09-05 10:00+02:00")]
    [InlineData("5 de agosto de 2027, 10:00", "2027-08-05 10:00+02:00")]
    [InlineData("Jueves 26 de noviembre de 2026", "needs a time")]
    [InlineData("26 de noviembre de 10 a 11", "not understood")]
    public void A_date_is_read(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("a las 9 y media", "2026-11-21 09:30+01:00")]
    [InlineData("a las nueve y media", "2026-11-21 09:30+01:00")]
    [InlineData("a las 10 y cuarto", "2026-11-21 10:15+01:00")]
    [InlineData("a las 11 menos cuarto", "2026-11-21 10:45+01:00")]
    [InlineData("a las 10 y veinticinco", "2026-11-21 10:25+01:00")]
    [InlineData("a las 11 menos 10", "2026-11-21 10:50+01:00")]
    [InlineData("jueves a la 1 menos cuarto", "2026-11-26 12:45+01:00")]
    [InlineData("jueves a las 3 y media", "2026-11-26 15:30+01:00")]
    [InlineData("jueves 9 y media", "2026-11-26 09:30+01:00")]
    [InlineData("a mediodía", "2026-11-21 12:00+01:00")]
    [InlineData("jueves al mediodia", "2026-11-26 12:00+01:00")]
    public void Halves_and_quarters_of_an_hour_are_read(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("en dos horas", "2026-11-21 10:34+01:00")]
    [InlineData("dentro de 30 minutos", "2026-11-21 09:04+01:00")]
    [InlineData("en media hora", "2026-11-21 09:04+01:00")]
    [InlineData("en una hora", "2026-11-21 09:34+01:00")]
    [InlineData("en una hora y media", "2026-11-21 10:04+01:00")]
    [InlineData("dentro de hora y media", "2026-11-21 10:04+01:00")]
    [InlineData("en 2 horas y cuarto", "2026-11-21 10:49+01:00")]
    [InlineData("en 1 hora y 30 minutos", "2026-11-21 10:04+01:00")]
    [InlineData("en un cuarto de hora", "2026-11-21 08:49+01:00")]
    [InlineData("en tres cuartos de hora", "2026-11-21 09:19+01:00")]
    [InlineData("en 1,5 horas", "2026-11-21 10:04+01:00")]
    [InlineData("en 2h", "2026-11-21 10:34+01:00")]
    public void A_span_from_now_is_read(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("mar 10:00", "2026-11-24 10:00+01:00")]
    [InlineData("mar. 10:00", "2026-11-24 10:00+01:00")]
    [InlineData("mar a las 10", "2026-11-24 10:00+01:00")]
    [InlineData("el mar 10h", "2026-11-24 10:00+01:00")]
    [InlineData("mar 24 nov, 10:00", "2026-11-24 10:00+01:00")]
    [InlineData("próximo mar 10:00", "2026-11-24 10:00+01:00")]
    [InlineData("3 mar 10:00", "2027-03-03 10:00+01:00")]
    [InlineData("mar 3 10:00", "2027-03-03 10:00+01:00")]
    [InlineData("mar 3 at 10", "2027-03-03 10:00+01:00")]
    [InlineData("mar 3 mar 10:00", "not understood")]
    [InlineData("mar 2 mar 10:00", "2027-03-02 10:00+01:00")]
    [InlineData("3 mar", "needs a time")]
    [InlineData("mar 10", "needs a time")]
    [InlineData("mar", "not understood")]
    public void A_word_of_two_meanings_is_read_by_what_stands_beside_it(string text, string expected) => Assert.Equal(expected, Told(text));

    [Theory]
    [InlineData("")]
    [InlineData("no")]
    [InlineData("de nada")]
    [InlineData("a las mil")]
    [InlineData("a las")]
    [InlineData("a la")]
    [InlineData("de la mañana")]
    [InlineData("sí, el jueves hablamos")]
    [InlineData("at once")]
    [InlineData("jueves once")]
    [InlineData("media hora")]
    [InlineData("2 horas")]
    [InlineData("2h")]
    [InlineData("jueves 2h")]
    [InlineData("10h")]
    [InlineData("el jueves viernes a las 10")]
    [InlineData("lunes 26 de noviembre a las 10")]
    [InlineData("31 de noviembre a las 10")]
    [InlineData("jueves a las 25")]
    [InlineData("jueves a las 3 de la noche")]
    [InlineData("jueves a las 12 de la noche")]
    [InlineData("jueves a las 10 y 75")]
    [InlineData("la próxima semana a las 10")]
    [InlineData("en 2 horas y")]
    [InlineData("jueves que viene que viene 10:00")]
    [InlineData("1/12 a las 10")]
    public void What_is_unclear_is_not_guessed(string text) => Assert.Equal("not understood", Told(text));

    [Theory]
    [InlineData("hasta el 7 de diciembre", "2026-12-07 00:00+01:00")]
    [InlineData("hasta 7 dic", "2026-12-07 00:00+01:00")]
    [InlineData("hasta el lunes 7 de diciembre de 2026", "2026-12-07 00:00+01:00")]
    [InlineData("hasta el lunes", "2026-11-23 00:00+01:00")]
    [InlineData("hasta el próximo sábado", "2026-11-28 00:00+01:00")]
    [InlineData("hasta la próxima semana", "2026-11-23 00:00+01:00")]
    [InlineData("hasta la semana que viene", "2026-11-23 00:00+01:00")]
    [InlineData("hasta mañana", "2026-11-22 00:00+01:00")]
    [InlineData("pasado mañana", "2026-11-23 00:00+01:00")]
    [InlineData("2 semanas", "2026-12-05 00:00+01:00")]
    [InlineData("de dos semanas", "2026-12-05 00:00+01:00")]
    [InlineData("por dos semanas", "2026-12-05 00:00+01:00")]
    [InlineData("durante 10 días", "2026-12-01 00:00+01:00")]
    [InlineData("hasta dentro de 10 días", "2026-12-01 00:00+01:00")]
    [InlineData("un mes", "2026-12-21 00:00+01:00")]
    [InlineData("hasta el 3 mar", "2027-03-03 00:00+01:00")]
    [InlineData("hasta ayer", "past 2026-11-20 00:00+01:00")]
    [InlineData("13 meses", "too far")]
    [InlineData("hasta mar", "not understood")]
    [InlineData("until mar", "not understood")]
    [InlineData("hasta luego", "not understood")]
    [InlineData("hasta hasta el lunes", "not understood")]
    [InlineData("media hora", "not understood")]
    public void The_day_to_start_again_is_read(string text, string expected) =>
        Assert.Equal(expected, Zones.Told(MeetingTime.ReadDate(text, Zones.Now, Zones.Berlin)));

    [Theory]
    [InlineData("a las 9", "09:00")]
    [InlineData("9 h", "09:00")]
    [InlineData("9:30 h", "09:30")]
    [InlineData("a las 9 y media", "09:30")]
    [InlineData("mediodía", "12:00")]
    [InlineData("3 de la tarde", "15:00")]
    [InlineData("mañana", null)]
    [InlineData("jueves 10:00", null)]
    public void A_time_of_the_day_is_read(string text, string? expected) =>
        Assert.Equal(expected, MeetingTime.ReadTime(text)?.ToString("HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("reunión de dirección jueves 10:00", "reunión de dirección", "jueves 10:00")]
    [InlineData("Comité de dirección, el jueves a las 10", "Comité de dirección", "el jueves a las 10")]
    [InlineData("Comité del jueves 26 de noviembre a las 10", "Comité", "del jueves 26 de noviembre a las 10")]
    [InlineData("Junta el jueves de la semana que viene a las 10 y media de la mañana", "Junta", "el jueves de la semana que viene a las 10 y media de la mañana")]
    [InlineData("Charla con Ana en dos horas", "Charla con Ana", "en dos horas")]
    [InlineData("Plan de mañana mañana a las 9", "Plan de mañana", "mañana a las 9")]
    [InlineData("Revisión de marzo mar 10:00", "Revisión de marzo", "mar 10:00")]
    [InlineData("Board review 3 mar 10:00", "Board review", "3 mar 10:00")]
    [InlineData("Junta jueves a las 10, hora y media", "Junta", "jueves a las 10, hora y media")]
    [InlineData("Junta jueves de 10 a 11:30", "Junta", "jueves de 10 a 11:30")]
    [InlineData("Junta jueves de 10:00 a 11:30", "Junta", "jueves de 10:00 a 11:30")]
    [InlineData("Board fri 14:00 to 15:30", "Board", "fri 14:00 to 15:30")]
    [InlineData("Comité de 10", "Comité de 10", "")]
    [InlineData("los lunes al sol", "los lunes al sol", "")]
    [InlineData("OKR review 2h", "OKR review 2h", "")]
    [InlineData("sí, el jueves hablamos", "sí, el jueves hablamos", "")]
    public void The_name_stands_before_the_time(string text, string name, string when) =>
        Assert.Equal((name, when), MeetingLength.Split(text, Zones.Now, Zones.Berlin));

    [Theory]
    [InlineData("jueves a las 10, 30 min", "2026-11-26 10:00+01:00", 30)]
    [InlineData("jueves a las 10 durante 45 minutos", "2026-11-26 10:00+01:00", 45)]
    [InlineData("jueves a las 10, hora y media", "2026-11-26 10:00+01:00", 90)]
    [InlineData("jueves a las 9 y media una hora", "2026-11-26 09:30+01:00", 60)]
    [InlineData("jueves 10h media hora", "2026-11-26 10:00+01:00", 30)]
    [InlineData("jueves 10:00 de dos horas y media", "2026-11-26 10:00+01:00", 150)]
    [InlineData("jueves 10:00 tres cuartos de hora", "2026-11-26 10:00+01:00", 45)]
    [InlineData("jueves de 10 a 11:30", "2026-11-26 10:00+01:00", 90)]
    [InlineData("jueves de las 10 a las 11", "2026-11-26 10:00+01:00", 60)]
    [InlineData("26 de noviembre de 10h a 11h", "2026-11-26 10:00+01:00", 60)]
    [InlineData("jueves desde las 10 hasta las 12", "2026-11-26 10:00+01:00", 120)]
    [InlineData("jueves a las 9 y media", "2026-11-26 09:30+01:00", null)]
    [InlineData("jueves a las 10 media", "not understood", null)]
    [InlineData("jueves a las 10 de 11 horas", "not understood", null)]
    public void The_length_stands_behind_the_time(string text, string start, int? minutes)
    {
        var (reading, length) = MeetingLength.Read(text, Zones.Now, Zones.Berlin);

        Assert.Equal((start, minutes), (Zones.Told(reading), length));
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-11-21")]
    [InlineData("2027-12-31")]
    [InlineData("2028-02-29")]
    public void What_is_written_for_a_reader_of_spanish_reads_back(string from)
    {
        var now = new DateTimeOffset(DateTime.Parse(from, CultureInfo.InvariantCulture), TimeSpan.Zero);
        foreach (var start in Enumerable.Range(1, 364).Select(days => now.AddDays(days).AddHours(9).AddMinutes(days % 60)))
        {
            var local = TimeZoneInfo.ConvertTime(start, Zones.Berlin);
            string[] written =
            [
                MeetingTime.Write(Language.Spanish, start, now, Zones.Berlin),
                local.ToString("dddd d 'de' MMMM 'de' yyyy 'a las' HH:mm", Language.Spanish.Culture),
                local.ToString("d MMM yyyy HH:mm 'h'", Language.Spanish.Culture),
                local.ToString("'el' d 'de' MMM 'del' yyyy, HH:mm", Language.Spanish.Culture),
            ];
            Assert.All(written, text => Assert.Equal(new TimeReading.Understood(local), MeetingTime.Read(text, now, Zones.Berlin)));
            Assert.Equal(local.ToString("ddd d MMM, HH:mm", Language.Spanish.Culture), written[0]);
        }
    }

    [Fact]
    public void Any_mix_of_the_words_of_dates_is_read_or_refused()
    {
        var random = new Random(8);
        string[] words =
        [
            "jueves", "el", "próximo", "la", "semana", "que viene", "mar", "3", "10", "2026", ":", "30", ",", ".", " ", " ", " ", "a las", "de", "mañana", "por la",
            "tarde", "esta", "y", "media", "menos", "cuarto", "cuartos de hora", "hora", "horas", "h", "en", "dentro de", "hasta", "al", "mediodía", "dos", "nov", "pasado",
        ];

        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));

            Assert.NotNull(MeetingTime.Read(text, Zones.Now, Zones.Berlin));
            Assert.IsNotType<TimeReading.NeedsTime>(MeetingTime.ReadDate(text, Zones.Now, Zones.Berlin));
            Assert.NotNull(MeetingLength.Split(text, Zones.Now, Zones.Berlin).Name);
        }
    }

    private static string Told(string text) => Zones.Told(MeetingTime.Read(text, Zones.Now, Zones.Berlin));
}
