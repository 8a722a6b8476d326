using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>Common words with a second sense in the trade, long sentences, languages, and what a point means.</summary>
public sealed class PlainLanguageSenseTests
{
    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();
    private static readonly HashSet<string> _none = [];

    [Theory]
    [InlineData("The server brought the wine to the wrong table.")]
    [InlineData("The sales pipeline is thin this quarter.")]
    [InlineData("We commit to the date.")]
    [InlineData("They deploy volunteers after a flood.")]
    [InlineData("A cluster of customers left.")]
    [InlineData("The branch manager is on leave.")]
    [InlineData("If the two banks merge, we lose the name.")]
    [InlineData("A container from Shanghai is late.")]
    [InlineData("Go ahead if legal agrees.")]
    public void A_common_word_in_its_common_sense_gets_no_remark(string text) => Assert.Empty(_check.Review(text, _none).Remarks);

    [Theory]
    [InlineData("The server crashed during the backup.", "server")]
    [InlineData("One bad commit cost us the sale.", "commit")]
    [InlineData("We deploy on Fridays.", "deploy")]
    [InlineData("Our cluster of three computers is down.", "cluster")]
    [InlineData("The branch of the code was wrong.", "branch")]
    [InlineData("We rewrite it in Go this year.", "Go")]
    public void In_its_second_sense_it_gets_one(string text, string written) =>
        Assert.Equal(written, Assert.Single(_check.Review(text, _none).Remarks).Written);

    [Fact]
    public void A_sentence_of_more_than_twenty_five_words_gets_a_remark_on_all_of_it()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("yes", 26)) + ".";
        var review = _check.Review($"First this. {sentence} Then that.", _none);

        var remark = Assert.Single(review.Remarks);
        Assert.Equal(PlainLanguageRemarkKind.LongSentence, remark.Kind);
        Assert.Equal(sentence, remark.Written);
        Assert.Contains("26 words", remark.Why(Language.English), StringComparison.Ordinal);
        Assert.Contains("26 palabras", remark.Why(Language.Spanish), StringComparison.Ordinal);
        Assert.Empty(remark.Alternatives);
    }

    [Theory]
    [InlineData("yes", 25)]
    [InlineData("4,000", 25)]
    [InlineData("half-baked", 25)]
    public void A_sentence_of_twenty_five_gets_none(string word, int count) =>
        Assert.Empty(_check.Review(string.Join(' ', Enumerable.Repeat(word, count)), _none).Remarks);

    [Fact]
    public void A_long_sentence_keeps_its_id_when_a_word_further_on_changes()
    {
        var long1 = "We think that the plan " + string.Join(' ', Enumerable.Repeat("maybe", 25));

        Assert.Equal(
            Assert.Single(_check.Review(long1, _none).Remarks).Id,
            Assert.Single(_check.Review(long1 + " later", _none).Remarks).Id);
    }

    [Theory]
    [InlineData("El pipeline de ventas est\u00e1 por debajo del plan.")]
    [InlineData("El servidor de la mesa seis olvid\u00f3 el postre.")]
    [InlineData("No es la primera vez que se retrasa el proyecto, y los clientes lo saben.")]
    [InlineData("Die Kosten steigen seit Jahren schneller als unsere Preise, sagt Backend Anna.")]
    public void Another_language_is_not_drowned_in_remarks(string text) => Assert.Empty(_check.Review(text, _none).Remarks);

    [Theory]
    [InlineData("El backend no aguanta las ventas de la noche.", "backend", "sistema interno")]
    [InlineData("Los microservicios de la tienda fallan por la noche.", "microservicios", "programas peque\u00f1os e independientes")]
    public void A_term_that_Spanish_uses_too_gets_plain_Spanish(string text, string written, string plain)
    {
        var remark = Assert.Single(_check.Review(text, _none).Remarks);

        Assert.Equal(written, remark.Written);
        Assert.Equal(plain, remark.Alternatives[0]);
    }

    [Theory]
    [InlineData("It saves 40,000 euros a year.", BusinessOutcome.Cost, BusinessOutcome.Time)]
    [InlineData("That is $40k.", BusinessOutcome.Cost)]
    [InlineData("It brings 4 % of revenue.", BusinessOutcome.Revenue)]
    [InlineData("Sales of 12 million depend on it.", BusinessOutcome.Revenue)]
    [InlineData("The regulator may fine us; that is a risk.", BusinessOutcome.Risk)]
    [InlineData("We are three weeks late.", BusinessOutcome.Time)]
    [InlineData("Our patients wait.", BusinessOutcome.Customers)]
    [InlineData("Los clientes se quejan del coste.", BusinessOutcome.Cost, BusinessOutcome.Customers)]
    [InlineData("That would be fine.")]
    [InlineData("We should re-architect the ingestion pipeline.")]
    public void A_point_that_says_what_it_means_for_the_business_is_heard(string text, params BusinessOutcome[] outcomes) =>
        Assert.Equal(outcomes, _check.Review(text, _none).Outcomes);
}
