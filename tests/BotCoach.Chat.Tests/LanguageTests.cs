using System.Text.Json;

namespace BotCoach.Chat.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("es", "es")]
    [InlineData("es-MX", "es")]
    [InlineData("es_419", "es")]
    [InlineData("ES-es", "es")]
    [InlineData("en-GB", "en")]
    [InlineData("est", "en")]
    [InlineData("de-DE", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_locale_is_spoken_in_its_language_and_in_English_where_that_is_not_known(string? locale, string tag) =>
        Assert.Equal(tag, Language.Of(locale).Tag);

    [Theory]
    [InlineData("de")]
    [InlineData("e")]
    [InlineData(null)]
    public void A_language_that_is_not_spoken_is_not_found(string? locale) => Assert.Null(Language.Find(locale));

    [Fact]
    public void Each_language_writes_numbers_in_its_own_way()
    {
        Assert.Equal("1,234.5", 1_234.5.ToString("#,0.0", Language.English.Culture));
        Assert.Equal("1.234,5", 1_234.5.ToString("#,0.0", Language.Spanish.Culture));
    }

    [Fact]
    public void A_card_that_was_kept_is_in_the_language_in_which_it_was_written()
    {
        var card = new Card { Title = "Hola", Language = Language.Spanish };

        var json = JsonSerializer.Serialize(card);

        Assert.Contains("\"Language\":\"es\"", json, StringComparison.Ordinal);
        Assert.Same(Language.Spanish, JsonSerializer.Deserialize<Card>(json)!.Language);
        Assert.Same(Language.English, JsonSerializer.Deserialize<Card>("{\"Title\":\"kept before there were languages\"}")!.Language);
    }

    [Fact]
    public void An_answer_says_the_language_of_all_that_it_shows()
    {
        var card = new Card { Title = "Hola" };
        var answer = new ChatAnswer
        {
            Reply = card,
            Replacement = card,
            Updates = [new CardUpdate(new MessageAddress(new ConversationAddress("chat", "T1", "D1"), "1"), card)],
            Posts = [new CardPost("key", card)],
            Home = [card],
            Form = new ChatForm { Name = "form", Title = "Hola", Submit = "Guardar", Fields = [] },
        }.In(Language.Spanish);

        Assert.All(
            [answer.Reply!, answer.Replacement!, answer.Updates[0].Card, answer.Posts[0].Card, answer.Home[0]],
            shown => Assert.Equal(Language.Spanish, shown.Language));
        Assert.Equal(Language.Spanish, answer.Form!.Language);
        Assert.Same(ChatAnswer.Nothing, ChatAnswer.Nothing.In(Language.Spanish));
    }
}
