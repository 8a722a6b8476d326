using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class CardTests
{
    private const string Hostile = "<@U1> <!channel> *bold* _it_ `code` &lt;b&gt; :tada: https://example.com <javascript:alert(1)|x>";

    [Fact]
    public void A_persons_words_stand_in_plain_text_and_as_typed()
    {
        var blocks = CardBlocks.Of(new Card
        {
            Title = Hostile,
            Text = Hostile + "\n" + Hostile,
            Facts = [new("Your words", Hostile), new("More", "*short*"), new(Hostile, "value")],
            Choices = [new(Hostile, [new("<b>", new("a.b"))])],
            Context = Hostile,
        });

        var texts = Texts(blocks).ToList();
        Assert.All(texts.Where(text => Value(text, "type") == "mrkdwn"), text => Assert.True(Value(text, "text") is "*Your words*" or "*More*"));
        Assert.All(texts.Where(text => Value(text, "type") == "plain_text"), text => Assert.False(text["emoji"]!.GetValue<bool>()));
        Assert.Equal(6, texts.Count(text => Value(text, "text")!.StartsWith(Hostile, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Key points", "*Key points*")]
    [InlineData("Finance will ask:", "*Finance will ask:*")]
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

    [Fact]
    public void The_text_beside_the_blocks_mentions_nobody()
    {
        var message = SlackMessage.Of(new Card { Title = "T", Summary = "<!channel> & <@U1>" });
        Assert.Equal("&lt;!channel&gt; &amp; &lt;@U1&gt;", message.Text);
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

    [Theory]
    [InlineData(25, 1)]
    [InlineData(26, 2)]
    [InlineData(60, 3)]
    public void A_row_of_many_choices_takes_several_blocks(int choices, int blocks)
    {
        var card = new Card { Title = "T", Choices = [new(null, [.. Enumerable.Range(0, choices).Select(i => new Choice($"{i}", new("a", $"{i}")))])] };
        var actions = CardBlocks.Of(card).Where(block => Value(block, "type") == "actions").ToList();
        Assert.Equal(blocks, actions.Count);
        Assert.All(actions, block => Assert.Equal(
            block["elements"]!.AsArray().Count,
            block["elements"]!.AsArray().Select(element => Value(element!, "action_id")).Distinct().Count()));
    }

    [Fact]
    public void A_button_shows_what_it_is_and_carries_its_action()
    {
        var card = new Card
        {
            Title = "T",
            Choices = [new("How sure?", [new("2", new("a", "x")) { IsChosen = true }, new("Go", new("b.c")) { IsPrimary = true }])],
        };
        var blocks = CardBlocks.Of(card);
        var buttons = blocks[2]["elements"]!.AsArray();

        Assert.Equal("How sure?", Value(blocks[1]["text"]!, "text"));
        Assert.Equal(("✓ 2", "a", "x", null), (Value(buttons[0]!["text"]!, "text"), ActionId.NameOf(Value(buttons[0]!, "action_id")!), Value(buttons[0]!, "value"), Value(buttons[0]!, "style")));
        Assert.Equal(("Go", "b.c", null, "primary"), (Value(buttons[1]!["text"]!, "text"), ActionId.NameOf(Value(buttons[1]!, "action_id")!), Value(buttons[1]!, "value"), Value(buttons[1]!, "style")));
    }

    [Fact]
    public void A_buttons_label_is_cut_and_its_value_never()
    {
        var longest = new CardAction("a", new('v', CardAction.MaxValueLength));
        var button = Blocks.Button(new('l', 76), "a#0", longest.Value);
        Assert.Equal(75, Value(button["text"]!, "text")!.Length);
        Assert.Equal(longest.Value, Value(button, "value"));

        var tooLong = new Card { Title = "T", Choices = [new(null, [new("x", new("a", longest.Value + "v"))])] };
        Assert.Throws<ArgumentException>(() => CardBlocks.Of(tooLong));
        Assert.Throws<ArgumentException>(() => ActionId.For(new('n', 254), 0));
    }

    [Theory]
    [InlineData("https://example.com/a?b=c&d=ä", true)]
    [InlineData("http://example.com/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("slack://open", false)]
    public void Only_a_web_address_becomes_a_link(string address, bool shown)
    {
        var blocks = CardBlocks.Of(new Card { Title = "T", Link = new("Read on", new Uri(address)) });
        Assert.Equal(shown, blocks.Any(block => Value(block, "type") == "actions"));
    }

    [Fact]
    public void A_card_with_far_too_much_in_it_still_fits_and_keeps_its_buttons()
    {
        var card = new Card
        {
            Title = new('t', 5_000),
            Text = string.Join(' ', Enumerable.Repeat("\"word\"", 5_000)),
            Facts = [.. Enumerable.Range(0, 80).Select(i => new Fact($"Question {i}", string.Join(' ', Enumerable.Repeat("\"🌱\"", i * 100))))],
            Choices = [new("Which?", [.. Enumerable.Range(0, 30).Select(i => new Choice($"{i}", new("a", $"{i}")))])],
            Input = new("Write", new("w", "1"), 500) { Value = new('v', 500) },
            Context = new('c', 400),
            Link = new("Read on", new Uri("https://example.com/")),
        };
        var blocks = CardBlocks.Of(card);

        Assert.InRange(blocks.Count, 10, SlackLimits.MessageBlocks);
        Assert.InRange(Blocks.Size(blocks), 6_000, 13_000);
        Assert.Equal(2, blocks.Count(block => Value(block, "type") == "actions"));
        Assert.All(Texts(blocks), text => Assert.InRange(Value(text, "text")!.Length, 1, SlackLimits.Text));
    }

    [Fact]
    public void A_card_with_too_many_facts_says_that_there_is_more()
    {
        var blocks = CardBlocks.Of(new Card { Title = "T", Facts = [.. Enumerable.Range(0, 40).Select(i => new Fact($"L{i}", "a\nb"))] });
        Assert.True(blocks.Count <= SlackLimits.MessageBlocks);
        Assert.Equal("There is more than fits here.", Value(blocks[^1]["elements"]![0]!, "text"));
    }

    [Fact]
    public void The_words_in_an_input_are_carried_whole_or_not_at_all()
    {
        static InputPrompt Carried(int length) =>
            InputPrompt.Read(InputPrompt.Of(new CardInput("Label", new("a", "1"), 3_000) { Value = new('v', length) }).ToValue())!;

        Assert.Equal(1_500, Carried(1_500).Words!.Length);
        Assert.Null(Carried(2_000).Words);
        Assert.Throws<InvalidOperationException>(() => InputPrompt.Of(new CardInput("Label", new("a", new('v', 2_000)), 3_000)).ToValue());
    }

    [Fact]
    public void A_home_page_shows_as_many_whole_cards_as_fit()
    {
        var card = new Card { Title = "T", Facts = [.. Enumerable.Range(0, 10).Select(i => new Fact($"L{i}", "a\nb"))] };
        var blocks = Views.Home([.. Enumerable.Repeat(card, 9)])["blocks"]!.AsArray();
        Assert.Equal((21 * 4) + 3, blocks.Count);
    }

    private static string? Value(JsonNode node, string name) => node[name]?.GetValue<string>();

    /// <summary>Every text object of the blocks, however deep.</summary>
    private static IEnumerable<JsonObject> Texts(IEnumerable<JsonNode?> nodes) => nodes.SelectMany(node => node switch
    {
        JsonObject json when json["type"]?.GetValue<string>() is "plain_text" or "mrkdwn" => [json],
        JsonObject json => Texts(json.Select(property => property.Value)),
        JsonArray array => Texts(array),
        _ => [],
    });
}
