using BotCoach.Chat;

namespace BotCoach.Host.Tests;

public sealed class ResourceTextsTests
{
    [Fact]
    public void Every_text_is_there_in_every_language()
    {
        Assert.NotEmpty(ResourceTexts.All);
        var keys = ResourceTexts.All.ToLookup(text => text.Language, text => $"{text.Subject}: {text.Key}");
        Assert.All(Language.All, language => Assert.Equal(keys[Language.English].Order(StringComparer.Ordinal), keys[language].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_text_is_said_somewhere()
    {
        var members = Sources.All.SelectMany(source => source.Text.Split([' ', '.', '(', ')', ',', ';', '\n', '}', '{', '?', '!', ']', '[', ':'])).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(ResourceTexts.All.Where(text => !members.Contains(text.Key)).Select(text => $"{text.Subject}: {text.Key}").Distinct());
    }

    [Fact]
    public void Nothing_shouts_or_smiles() =>
        Assert.DoesNotContain(ResourceTexts.All, text => text.Text.IndexOfAny(['!', '\u00a1']) >= 0 || text.Text.Any(char.IsSurrogate));

    [Fact]
    public void No_text_begins_or_ends_with_a_space() =>
        Assert.DoesNotContain(ResourceTexts.All, text => text.Text != text.Text.Trim() || text.Text.Length == 0);

    [Fact]
    public void Spanish_is_no_copy_of_English()
    {
        var english = ResourceTexts.All.Where(text => text.Language == Language.English).ToDictionary(text => (text.Subject, text.Key), text => text.Text);

        Assert.DoesNotContain(ResourceTexts.All, text =>
            text.Language == Language.Spanish && text.Phrases.Any() && text.Text == english[(text.Subject, text.Key)] && !text.Key.EndsWith("Pattern", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("usted")]
    [InlineData("vosotros")]
    [InlineData("vuestr")]
    public void Spanish_says_tu(string word) => Assert.DoesNotContain(ResourceTexts.All, text =>
        text.Language == Language.Spanish && text.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
