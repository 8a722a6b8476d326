using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>Figures as each language writes them.</summary>
public sealed class FiguresInSpanishTests
{
    private static readonly Language _spanish = Language.Spanish;

    [Theory]
    [InlineData("response", 0.624, "aprox. 62\u00a0%", "about 62%")]
    [InlineData("response", 1, "aprox. 100\u00a0%", "about 100%")]
    [InlineData("alignment", 3.6, "aprox. 3,6", "about 3.6")]
    [InlineData("delivered", 12_340, "aprox. 12.340", "about 12,340")]
    public void A_number_is_written_as_the_language_does(string measure, double value, string spanish, string english)
    {
        var (of, figure) = (Of(measure), new Figure.Shown(value, FigureBound.About, 40));

        Assert.Equal((spanish, english), (FigureWords.Alone(_spanish, of, figure), FigureWords.Alone(Language.English, of, figure)));
    }

    [Fact]
    public void The_end_of_a_range_and_what_is_not_shown_are_said()
    {
        var response = Of("response");

        Assert.Equal("como máximo 13\u00a0%", FigureWords.Of(_spanish, response, new Figure.Shown(0.125, FigureBound.AtMost, 40)));
        Assert.Equal("al menos 88\u00a0%", FigureWords.Of(_spanish, response, new Figure.Shown(0.875, FigureBound.AtLeast, 40)));
        Assert.Equal("pocas personas", FigureWords.Of(_spanish, response, new Figure.Withheld(WithheldReason.TooFew)));
        Assert.Equal("sin cifras", FigureWords.Of(_spanish, response, figure: null));
        Assert.Equal(("menos de 5", "1.240 o más"), (FigureWords.People(_spanish, 0), FigureWords.People(_spanish, 1_240)));
    }

    [Theory]
    [InlineData(2026, 47, "16\u201322 nov 2026", "16 nov")]
    [InlineData(2026, 49, "30 nov \u2013 6 dic 2026", "30 nov")]
    [InlineData(2026, 53, "28 dic \u2013 3 ene 2027", "28 dic")]
    public void A_week_is_its_days(int year, int number, string week, string shortly)
    {
        var of = new IsoWeek(year, number);

        Assert.Equal((week, shortly), (FigureWords.Week(_spanish, of), FigureWords.ShortWeek(_spanish, of)));
    }

    [Fact]
    public void Every_measure_has_a_name_of_its_own_in_each_language() => Assert.All(Language.All, language =>
        Assert.Equal(Measure.OfGroup.Count, Measure.OfGroup.Select(measure => measure.NameIn(language)).Distinct(StringComparer.Ordinal).Count()));

    private static Measure Of(string id) => Measure.OfGroup.Single(measure => measure.Id == id);
}
