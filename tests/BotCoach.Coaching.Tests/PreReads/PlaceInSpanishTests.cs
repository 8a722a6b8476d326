using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching.Tests;

/// <summary>The names of places in both languages, and how they are stored.</summary>
public sealed class PlaceInSpanishTests
{
    public static TheoryData<PreReadPlace, string, string> Places { get; } = new()
    {
        { PreReadPlace.Slide("4"), "slide 4", "diapositiva 4" },
        { PreReadPlace.Section("Budget"), "section Budget", "sección Budget" },
        { PreReadPlace.Section("Budget \t of\t2027"), "section Budget of 2027", "sección Budget of 2027" },
        { PreReadPlace.Paragraph(1), "first paragraph", "primer párrafo" },
        { PreReadPlace.Paragraph(3), "third paragraph", "tercer párrafo" },
        { PreReadPlace.Paragraph(10), "tenth paragraph", "décimo párrafo" },
        { PreReadPlace.Paragraph(11), "paragraph 11", "párrafo 11" },
        { PreReadPlace.Mail("Priya", "11-03"), "mail of Priya, 3 Nov", "correo de Priya, 3 nov" },
        { PreReadPlace.Mail("Priya", "3/11/2026"), "mail of Priya, 3/11/2026", "correo de Priya, 3/11/2026" },
        { PreReadPlace.Mail("Priya", ""), "mail of Priya", "correo de Priya" },
        { PreReadPlace.Mail("", "02-29"), "mail, 29 Feb", "correo, 29 feb" },
        { PreReadPlace.Mail("", ""), "mail", "correo" },
        { PreReadPlace.QuotedMail, "quoted mail", "correo citado" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_is_named_in_the_reader_s_language(PreReadPlace place, string english, string spanish) =>
        Assert.Equal((english, spanish, english), (place.In(Language.English), place.In(Language.Spanish), place.ToString()));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_is_stored_as_what_it_is(PreReadPlace place, string english, string spanish)
    {
        var again = PreReadRow.Read(RowOf(PreReadRow.Write(Stored(place)))).Briefing.Points[0].Place;

        Assert.Equal(place, again);
        Assert.Equal((english, spanish), (again.In(Language.English), again.In(Language.Spanish)));
    }

    [Fact]
    public void A_place_that_an_earlier_release_stored_in_words_stays_in_those_words()
    {
        var row = PreReadRow.Write(Stored(PreReadPlace.Slide("4")));
        var earlier = new RowProperties();
        foreach (var (name, value) in row.Where(column => column.Key is not ("Point1PlaceKind" or "Point1PlaceName" or "Point1PlaceDay")))
        {
            earlier.Add(name, value);
        }

        Assert.Equal("slide 4", PreReadRow.Read(RowOf(earlier)).Briefing.Points[0].Place.In(Language.Spanish));
    }

    [Theory]
    [InlineData("31 Feb 2026", "correo de Priya")]
    [InlineData("3 de noviembre de 2026", "correo de Priya, 3 nov")]
    [InlineData("2026-11-03", "correo de Priya, 3 nov")]
    public void The_day_of_a_mail_is_read_from_its_header(string sent, string place) =>
        Assert.Equal(place, MailPlace.Of("Priya Raman", sent).In(Language.Spanish));

    private static StoredPreRead Stored(PreReadPlace place) => new()
    {
        Text = "Rent rises in April.",
        PastedAt = DateTimeOffset.UnixEpoch,
        Briefing = Briefing.Empty with { Points = [new KeyPoint { Text = "Rent rises in April.", Place = place }] },
    };

    private static TableRow RowOf(RowProperties properties) =>
        new(PeopleTable.PreRead(new PersonAddress("chat", "T1", "anna"), "m1"), new RowVersion("1"), properties);
}
