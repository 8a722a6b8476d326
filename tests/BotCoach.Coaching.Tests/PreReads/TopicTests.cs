using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Topics are found by their words, and colleagues ask about what was found.</summary>
public sealed class TopicTests
{
    private static readonly TopicCatalogue _topics = TopicCatalogue.Load();

    [Theory]
    [InlineData("quarterly-review", Topic.Finance)]
    [InlineData("budget", Topic.Finance)]
    [InlineData("reorganisation", Topic.People)]
    [InlineData("incident-review", Topic.Technology)]
    [InlineData("pricing", Topic.Customers)]
    [InlineData("board-deck", Topic.Finance)]
    [InlineData("thread", Topic.Customers)]
    [InlineData("spanish", Topic.Strategy)]
    public void The_strongest_topic_is_the_one_that_a_reader_would_name(string name, Topic topic) => Assert.Equal(topic, Found(SampleText(name))[0].Topic);

    [Theory]
    [InlineData("We miss the covenant of the loan, so we ask the bank for a waiver.", Topic.Finance)]
    [InlineData("We acquire a competitor; due diligence is under way for the acquisition.", Topic.Strategy)]
    [InlineData("Churn is up, the win rate is down, and renewals are late.", Topic.Customers)]
    [InlineData("The pilot of the mobile app shows the adoption of the feature.", Topic.Product)]
    [InlineData("Two people resigned, hiring is slow and attrition is high.", Topic.People)]
    [InlineData("Our counsel sees a liability, and the regulator speaks of a fine.", Topic.Risk)]
    [InlineData("The migration of the database to the cloud is a rewrite of the architecture.", Topic.Technology)]
    [InlineData("El abogado ve un riesgo en la cláusula y la multa del regulador.", Topic.Risk)]
    public void Each_topic_is_found_by_its_words(string text, Topic topic) => Assert.Equal(topic, Found(text)[0].Topic);

    [Fact]
    public void Each_topic_comes_with_two_questions_that_differ() => Assert.All(PreReadSample.All.Concat(PreReadSample.Unseen), sample =>
    {
        var found = Found(sample.Text);

        Assert.InRange(found.Count, 1, 4);
        Assert.All(found, topic => Assert.Equal(2, topic.Prompts.Distinct(StringComparer.Ordinal).Count()));
        Assert.All(found.SelectMany(topic => topic.Prompts), prompt => Assert.EndsWith("?", prompt, StringComparison.Ordinal));
    });

    [Fact]
    public void Prompts_concern_what_was_found()
    {
        Assert.Contains("How close does this bring us to what the bank allows, and who tells them first?", PromptsOf("We miss the covenant, and need a waiver for the loan."));
        Assert.Contains("If we grant this discount once, who else will ask for it, and what would that cost?", PromptsOf("They ask for a discount, and a bigger discount next year."));
    }

    [Fact]
    public void Prompts_speak_the_language_of_the_pre_read() =>
        Assert.All(Found(SampleText("spanish")).SelectMany(topic => topic.Prompts), prompt => Assert.StartsWith("¿", prompt, StringComparison.Ordinal));

    [Fact]
    public void A_text_about_nothing_has_no_topic() => Assert.Empty(Found("The weather was fine on the day of the walk, and nobody was late."));

    [Fact]
    public void One_passing_word_in_a_long_text_is_no_topic() => Assert.Empty(
        Found(string.Concat(Enumerable.Repeat("The weather was fine on that day, and nobody was late. ", 1)) + string.Concat(Enumerable.Range(0, 60).Select(day => $"On day {day} we walked to the next village and slept there. ")) + "The salaries are good."));

    [Fact]
    public void Broken_topics_say_everything_that_is_wrong_with_them()
    {
        var broken = Assert.Throws<BrokenCatalogueException>(() => TopicCatalogue.Parse("""
            - topic: astrology
              name: Stars
              words: {en: [moon], es: [luna 4]}
              prompts:
                en:
                  - {ask: "Tell us.", about: [sun]}
                es: []
            """));

        Assert.Equal(
            ["[0].name-es", "[0].prompts.en", "[0].prompts.en[0].about[0]", "[0].prompts.en[0].ask", "[0].prompts.es", "[0].topic", "[0].words.en[0]", "[0].words.es[0]", "topic"],
            broken.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_topic_has_a_name_in_each_language() => Assert.All(Enum.GetValues<Topic>(), topic =>
        Assert.Distinct(Language.All.Select(language => _topics.Name(topic, language))));

    private static IReadOnlyList<TopicFound> Found(string text) => _topics.Find(Language.English, PreRead.Parse(text), []);

    private static IEnumerable<string> PromptsOf(string text) => Found(text).SelectMany(topic => topic.Prompts);

    private static string SampleText(string name) => PreReadSample.All.Single(sample => sample.Name == name).Text;
}
