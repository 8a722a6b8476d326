using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class CheckInInSpanishTests
{
    private static readonly PracticeCatalogue _english = PracticeCatalogue.Load();
    private static readonly PracticeCatalogue _catalogue = _english.In(Language.Spanish);
    private static readonly CheckIn _scale = _catalogue.Find("align-with-manager")!.CheckIn;
    private static readonly CheckIn _choice = _catalogue.Find("share-priorities")!.CheckIn;
    private static readonly CheckIn _longChoice = _catalogue.Find("speak-early")!.CheckIn;
    private static readonly CheckIn _count = _catalogue.Find("unblock-team")!.CheckIn;

    [Fact]
    public void An_answer_reads_as_people_say_it()
    {
        Assert.Equal("3 de 5", _scale.Describe("3"));
        Assert.Equal("Casi todas", _choice.Describe("mostly"));
        Assert.Equal("Esta vez no", _longChoice.Describe("not"));
        Assert.Equal("2", _count.Describe("2"));
    }

    [Theory]
    [InlineData("3", "3", null)]
    [InlineData("3/5", "3", null)]
    [InlineData("3 de 5", "3", null)]
    [InlineData("4 sobre 5, movieron el lanzamiento", "4", "movieron el lanzamiento")]
    [InlineData("Tres", "3", null)]
    [InlineData("tres de 5: cambió el orden", "3", "cambió el orden")]
    [InlineData("three", "3", null)]
    [InlineData("3 of 5", "3", null)]
    [InlineData("\u00a15!", "5", null)]
    [InlineData("3 personas dudaban", null, "3 personas dudaban")]
    [InlineData("3 de 5 personas dudaban", null, "3 de 5 personas dudaban")]
    [InlineData("tres de cada cinco", null, "tres de cada cinco")]
    [InlineData("3,5", null, "3,5")]
    [InlineData("seis", null, "seis")]
    [InlineData("cambió el orden", null, "cambió el orden")]
    public void Words_are_read_as_an_answer_on_a_scale_when_they_clearly_are_one(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _scale.ReadAnswer(text));

    [Theory]
    [InlineData("sí", "yes", null)]
    [InlineData("SÍ.", "yes", null)]
    [InlineData("si", "yes", null)]
    [InlineData("\u00a1Sí!", "yes", null)]
    [InlineData("Sí - porque lo repetimos cada día", "yes", "porque lo repetimos cada día")]
    [InlineData("casi todas, dos dudaban", "mostly", "dos dudaban")]
    [InlineData("No; cambió dos veces", "no", "cambió dos veces")]
    [InlineData("yes", "yes", null)]
    [InlineData("mostly", "mostly", null)]
    [InlineData("si pudieran, lo dirían", null, "si pudieran, lo dirían")]
    [InlineData("no lo sé", null, "no lo sé")]
    [InlineData("nadie", null, "nadie")]
    [InlineData("\u00a1quién sabe!", null, "\u00a1quién sabe!")]
    public void Words_are_read_as_an_option_when_they_clearly_are_one(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _choice.ReadAnswer(text));

    [Theory]
    [InlineData("esta vez no, se acabó el tiempo", "not", "se acabó el tiempo")]
    [InlineData("al final", "late", null)]
    [InlineData("al final hablé dos veces", null, "al final hablé dos veces")]
    [InlineData("Not this time", "not", null)]
    public void The_label_of_an_option_is_an_answer_in_either_language(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _longChoice.ReadAnswer(text));

    [Theory]
    [InlineData("ninguno", "0", null)]
    [InlineData("cero", "0", null)]
    [InlineData("none", "0", null)]
    [InlineData("dos, queda el acceso a los registros", "2", "queda el acceso a los registros")]
    [InlineData("una", "1", null)]
    [InlineData("ninguno de los tres", null, "ninguno de los tres")]
    [InlineData("2 quitados", null, "2 quitados")]
    public void Words_are_read_as_a_count_when_they_clearly_are_one(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _count.ReadAnswer(text));

    [Theory]
    [InlineData("share-priorities", "sí, todas", "yes", "todas")]
    [InlineData("speak-early", "al principio", "early", null)]
    [InlineData("unblock-team", "dos", "2", null)]
    [InlineData("align-with-manager", "3 de 5", "3", null)]
    public void Whoever_is_asked_in_English_may_answer_in_Spanish(string id, string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _english.Find(id)!.CheckIn.ReadAnswer(text));

    [Fact]
    public void No_label_of_one_language_means_another_answer_in_the_other() =>
        Assert.All(_english.Practices.Zip(_catalogue.Practices), pair =>
            Assert.All(pair.First.CheckIn.Options, option =>
            {
                Assert.Equal(option.Value, pair.Second.CheckIn.ReadAnswer(option.Label).Value);
                Assert.Equal(option.Value, pair.First.CheckIn.ReadAnswer(pair.Second.CheckIn.Options.First(other => other.Value == option.Value).Label).Value);
            }));
}
