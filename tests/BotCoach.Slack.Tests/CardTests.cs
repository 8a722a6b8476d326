using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class CardTests
{
    [Theory]
    [InlineData("Key points", "*Key points*")]
    [InlineData("Finance will ask:", "*Finance will ask:*")]
    [InlineData("1:1 with my manager", "*1:1 with my manager*")]
    public void A_label_is_bold(string label, string shown) => Assert.Equal(shown, Value(SlackText.Bold(label), "text"));

    [Theory]
    [InlineData("a*b")]
    [InlineData("_a_")]
    [InlineData("<@U1>")]
    [InlineData("a&amp;b")]
    [InlineData(":tada: x")]
    [InlineData("`x`")]
    public void A_label_with_a_mark_in_it_is_shown_plain_and_as_typed(string label)
    {
        var text = SlackText.Bold(label);
        Assert.Equal("plain_text", Value(text, "type"));
        Assert.Equal(label, Value(text, "text"));
    }

    [Theory]
    [InlineData(CardSign.None, "Title")]
    [InlineData(CardSign.Nudge, "🌱 Title")]
    [InlineData(CardSign.Goal, "🎯 Title")]
    [InlineData(CardSign.Notes, "📝 Title")]
    public void A_sign_stands_before_the_title(CardSign sign, string header) =>
        Assert.Equal(header, Value(CardBlocks.Of(new Card { Title = "Title", Sign = sign })[0]["text"]!, "text"));

    [Theory]
    [InlineData(150, 150)]
    [InlineData(151, 150)]
    [InlineData(5_000, 150)]
    public void A_title_is_kept_to_what_a_header_holds(int length, int shown) =>
        Assert.Equal(shown, Value(CardBlocks.Of(new Card { Title = new('t', length) })[0]["text"]!, "text")!.Length);

    [Theory]
    [InlineData(3_000, 3_000)]
    [InlineData(3_001, 3_000)]
    [InlineData(50_000, 3_000)]
    public void A_text_is_kept_to_what_a_section_holds(int length, int shown) =>
        Assert.Equal(shown, Value(CardBlocks.Of(new Card { Title = "T", Text = new('t', length) })[1]["text"]!, "text")!.Length);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void A_text_without_a_visible_character_is_shown_as_a_dash(string text) =>
        Assert.Equal("–", Value(SlackText.Plain(text, 100), "text"));

    [Fact]
    public void Facts_that_are_all_short_stand_side_by_side()
    {
        var blocks = CardBlocks.Of(new Card { Title = "T", Facts = [.. Enumerable.Range(1, 6).Select(i => new Fact($"L{i}", $"V{i}"))] });

        Assert.Equal([10, 2], blocks.Where(block => block["fields"] is not null).Select(block => block["fields"]!.AsArray().Count));
    }

    [Fact]
    public void With_a_long_one_among_them_facts_stand_below_each_other()
    {
        var blocks = CardBlocks.Of(new Card { Title = "T", Facts = [new("Short", "s"), new("Long", new('v', 200)), new("Lines", "a\nb")] });

        Assert.Equal(["*Short*", "s", "*Long*", new('v', 200), "*Lines*", "a\nb"], blocks.Skip(1).Select(block => Value(block["text"]!, "text")));
    }

    [Theory]
    [InlineData("Which?", new[] { "1", "2", "Write" })]
    [InlineData(null, new[] { "Write", "1", "2" })]
    public void A_single_row_takes_the_input_beside_it(string? prompt, string[] labels)
    {
        var card = new Card
        {
            Title = "T",
            Choices = [new(prompt, [new("1", new("a", "1")), new("2", new("a", "2"))])],
            Input = new("Write", new("w", "1"), 500),
        };
        var actions = Assert.Single(CardBlocks.Of(card), block => Value(block, "type") == "actions");

        Assert.Equal(labels, actions["elements"]!.AsArray().Select(element => Value(element!["text"]!, "text")));
    }

    [Fact]
    public void An_action_that_Slack_cannot_carry_is_a_mistake()
    {
        Assert.Throws<ArgumentException>(() => ActionId.For(new('n', 254), 0));
        Assert.Throws<InvalidOperationException>(() => InputPrompt.Of(Language.English, new CardInput("Label", new("a", new('v', 2_000)), 3_000)).ToValue());
    }

    [Fact]
    public void A_home_page_shows_as_many_whole_cards_as_fit()
    {
        var card = new Card { Title = "T", Facts = [.. Enumerable.Range(0, 10).Select(i => new Fact($"L{i}", "a\nb"))] };
        var blocks = Views.Home([.. Enumerable.Repeat(card, 9)])["blocks"]!.AsArray();
        Assert.Equal((21 * 4) + 3, blocks.Count);
    }

    private static string? Value(JsonNode node, string name) => node[name]?.GetValue<string>();
}
