using BotCoach.Chat;

namespace BotCoach.TextGenerator.Tests;

public sealed class TextsGeneratorTests
{
    [Fact]
    public void A_text_is_said_in_the_language_that_is_passed()
    {
        var compiled = Compiled.Of([("Hello", "Hello, it's \"you\"")], [("Hello", "Hola, “tú”\ny yo")]);

        Assert.Equal("Hello, it's \"you\"", compiled.Say(Language.English, "Hello"));
        Assert.Equal("Hola, “tú”\ny yo", compiled.Say(Language.Spanish, "Hello"));
    }

    [Fact]
    public void Placeholders_are_parameters_in_the_order_of_the_English_text()
    {
        var compiled = Compiled.Of([("Next", "{practice} comes {when}")], [("Next", "{when} llega {practice}")]);

        Assert.Equal("string practice, string when", compiled.Parameters("Next"));
        Assert.Equal("mañana llega “Enfoque”", compiled.Say(Language.Spanish, "Next", "“Enfoque”", "mañana"));
    }

    [Theory]
    [InlineData(0, "None is on.", "No hay ninguna.")]
    [InlineData(1, "1 practice is on.", "Hay 1 práctica.")]
    [InlineData(1_234, "1,234 practices are on.", "Hay 1.234 prácticas.")]
    public void A_number_chooses_its_plural_and_is_written_as_the_language_does(int count, string english, string spanish)
    {
        var compiled = Compiled.Of(
            [("On", "{count, plural, =0 {None is on.} one {# practice is on.} other {# practices are on.}}")],
            [("On", "{count, plural, =0 {No hay ninguna.} one {Hay # práctica.} other {Hay # prácticas.}}")]);

        Assert.Equal("int count", compiled.Parameters("On"));
        Assert.Equal(english, compiled.Say(Language.English, "On", count));
        Assert.Equal(spanish, compiled.Say(Language.Spanish, "On", count));
    }

    [Fact]
    public void A_plural_may_hold_other_placeholders_and_a_number_may_stand_alone()
    {
        var compiled = Compiled.Of(
            [("Of", "{on, plural, one {One of {all, number} in {group}} other {# of {all, number} in {group}}}")],
            [("Of", "{on, plural, one {Una de {all, number} en {group}} other {# de {all, number} en {group}}}")]);

        Assert.Equal("int on, int all, string group", compiled.Parameters("Of"));
        Assert.Equal("Una de 1.000 en Web", compiled.Say(Language.Spanish, "Of", 1, 1_000, "Web"));
    }

    [Fact]
    public void A_text_without_a_translation_stops_the_build()
    {
        var fault = Assert.Single(Compiled.Of([("Hello", "Hello"), ("Bye", "Bye")], [("Hello", "Hola")]).Faults);

        Assert.Equal("TEXT002 The text Bye is missing in HelloTexts.es.resx", fault);
    }

    [Fact]
    public void A_translation_of_nothing_stops_the_build() => Assert.Equal(
        "TEXT003 The text Bye does not stand in HelloTexts.resx", Assert.Single(Compiled.Of([("Hello", "Hello")], [("Hello", "Hola"), ("Bye", "Adiós")]).Faults));

    [Theory]
    [InlineData("Te quedan {days, plural, one {un día} other {# días}}, {nombre}", "days (number), name", "days (number), nombre")]
    [InlineData("Te quedan {days}, {name}", "days (number), name", "days, name")]
    [InlineData("Te queda poco", "days (number), name", "none")]
    public void A_translation_with_other_placeholders_stops_the_build(string spanish, string expected, string found) => Assert.Equal(
        $"TEXT004 The text Left has the placeholders {expected} in English and {found} here",
        Assert.Single(Compiled.Of([("Left", "{days, plural, one {a day} other {# days}} left, {name}")], [("Left", spanish)]).Faults));

    [Theory]
    [InlineData("Hello {name")]
    [InlineData("Hello } you")]
    [InlineData("Hello {}")]
    [InlineData("Hello {name, date}")]
    [InlineData("{count, plural, one {a day}}")]
    [InlineData("{count, plural, few {some} other {#}}")]
    [InlineData("{count, plural, other {#} one {a}}")]
    public void A_message_that_cannot_be_read_stops_the_build(string message) =>
        Assert.StartsWith("TEXT001 The text Hello has", Assert.Single(Compiled.Of([("Hello", message)], []).Faults));

    [Fact]
    public void A_name_that_is_taken_or_no_name_of_a_member_stops_the_build() =>
        Assert.Equal(2, Compiled.Of([("Hello", "a"), ("Hello", "b"), ("not-a-name", "c")], [("Hello", "d")]).Faults.Count);

    [Fact]
    public void A_file_that_is_no_XML_stops_the_build() =>
        Assert.Contains(Compiled.Of(("HelloTexts.resx", "<root><data")).Faults, fault => fault.StartsWith("TEXT001", StringComparison.Ordinal));

    [Fact]
    public void A_subject_without_one_of_the_languages_stops_the_build()
    {
        const string Texts = "<root><data name=\"Hello\"><value>Hi</value></data></root>";

        var fault = Assert.Single(Compiled.Of(("A/HelloTexts.resx", Texts), ("A/HelloTexts.es.resx", Texts), ("B/ByeTexts.resx", Texts)).Faults);

        Assert.Equal("TEXT002 The text ByeTexts is missing in es", fault);
    }
}
