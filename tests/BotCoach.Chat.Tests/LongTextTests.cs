namespace BotCoach.Chat.Tests;

public sealed class LongTextTests
{
    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two three\nfour five", 15, "one two three…")]
    [InlineData("onetwothree", 6, "onetw…")]
    [InlineData("abc🌱def", 5, "abc…")]
    [InlineData("abc🌱def", 6, "abc🌱…")]
    [InlineData("🌱🌱", 1, "…")]
    public void A_long_text_is_cut_at_a_word_and_never_inside_a_character(string text, int limit, string cut)
    {
        Assert.Equal(cut, LongText.Cut(text, limit));
        Assert.True(cut.Length <= limit);
    }
}
