using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class PracticeMatchTests
{
    private static readonly PracticeCatalogue _catalogue = PracticeCatalogue.Load();

    [Theory]
    [InlineData("speak-early", "speak-early")]
    [InlineData("speak early", "speak-early")]
    [InlineData("  SPEAK   Early. ", "speak-early")]
    [InlineData("Check alignment with your manager", "align-with-manager")]
    [InlineData("align", "align-with-manager")]
    [InlineData("hold 1:1s with your peers", "peer-one-on-ones")]
    [InlineData("one on one", "peer-one-on-ones")]
    [InlineData("debate", "healthy-debate")]
    [InlineData("questions", "questions-and-comments")]
    [InlineData("confidence", "confidence")]
    [InlineData("customer", "customer-discovery")]
    public void A_practice_is_found_by_its_id_its_title_or_a_part_of_either(string text, string id) =>
        Assert.Equal(id, Assert.IsType<PracticeMatch.One>(_catalogue.Match(text)).Practice.Id);

    [Theory]
    [InlineData("Habla pronto", "speak-early", "Habla pronto")]
    [InlineData("speak-early", "speak-early", "Habla pronto")]
    [InlineData("Speak early", "speak-early", "Habla pronto")]
    [InlineData("adjust the focus", "refocus", "Ajusta el foco")]
    [InlineData("look at your record", "confidence", "Mira tu historial")]
    [InlineData("meta pequena", "incremental-goal", "Ponte una meta pequeña para la reunión")]
    [InlineData("PREPÁRATE de más", "overprepare", "Prepárate de más para la reunión")]
    [InlineData("negocio", "business-acumen", "Aprende cómo funciona el negocio")]
    public void In_Spanish_a_practice_is_found_by_its_title_in_either_language(string text, string id, string title)
    {
        var practice = Assert.IsType<PracticeMatch.One>(_catalogue.In(Language.Spanish).Match(text)).Practice;

        Assert.Equal((id, title), (practice.Id, practice.Title));
    }

    [Fact]
    public void In_English_a_Spanish_title_finds_the_English_practice() =>
        Assert.Equal("Speak early", Assert.IsType<PracticeMatch.One>(_catalogue.Match("habla pronto")).Practice.Title);

    [Fact]
    public void Words_that_fit_several_titles_of_the_other_language_give_all_of_them_in_the_own_one() =>
        Assert.Equal(
            ["Share your goals with Product", "Set a small goal for the forum"],
            Assert.IsType<PracticeMatch.Several>(_catalogue.Match("meta")).Practices.Select(practice => practice.Title));

    [Fact]
    public void A_misspelled_Spanish_title_suggests_what_is_near() =>
        Assert.Equal("speak-early", Assert.IsType<PracticeMatch.None>(_catalogue.In(Language.Spanish).Match("abla pronot")).Nearest[0].Id);

    [Fact]
    public void The_beginning_of_a_word_comes_before_a_part_inside_one() =>
        Assert.Equal("plain-language", Assert.IsType<PracticeMatch.One>(_catalogue.Match("plai")).Practice.Id);

    [Fact]
    public void Words_that_fit_several_give_all_of_them_in_the_order_of_the_catalogue() =>
        Assert.Equal(
            ["shared-goals", "incremental-goal"],
            Assert.IsType<PracticeMatch.Several>(_catalogue.Match("Goal")).Practices.Select(practice => practice.Id));

    [Fact]
    public void A_whole_name_is_found_even_if_others_contain_it()
    {
        var catalogue = PracticeCatalogue.Parse(Two("listen", "listen-twice"));

        Assert.Equal("listen", Assert.IsType<PracticeMatch.One>(catalogue.Match("Listen")).Practice.Id);
    }

    [Theory]
    [InlineData("speek erly", "speak-early")]
    [InlineData("prorities", "share-priorities")]
    [InlineData("aling with manger", "align-with-manager")]
    [InlineData("helthy debait", "healthy-debate")]
    public void A_misspelling_suggests_what_is_near(string text, string id) =>
        Assert.Equal(id, Assert.IsType<PracticeMatch.None>(_catalogue.Match(text)).Nearest[0].Id);

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("xqzwvk xqzwvk")]
    public void Words_near_to_nothing_suggest_nothing(string text) =>
        Assert.Empty(Assert.IsType<PracticeMatch.None>(_catalogue.Match(text)).Nearest);

    [Fact]
    public void At_most_three_are_suggested() =>
        Assert.Equal(3, Assert.IsType<PracticeMatch.None>(_catalogue.Match("goel")).Nearest.Count);

    [Fact]
    public void A_very_long_text_fits_nothing() =>
        Assert.Empty(Assert.IsType<PracticeMatch.None>(_catalogue.Match(new string('a', 100_000))).Nearest);

    private static string Two(params string[] ids) => string.Join('\n', ids.Select(id => $"""
        - id: {id}
          title: The title of {id}
          area: results
          why: A reason.
          nudges: [One., Two., Three.]
          check-in: {"{"} question: "What?", kind: line {"}"}
        """));
}
