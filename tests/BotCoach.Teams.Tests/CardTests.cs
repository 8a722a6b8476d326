using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

public sealed class CardTests
{
    public static TheoryData<string> HostileTexts =>
    [
        "<at>Everyone</at>",
        "<@U1> <!channel>",
        "[x](javascript:alert(1))",
        "**bold** _under_ `code` ~~gone~~",
        "- a\n- b\n1. c",
        "1. not a list",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "&lt;b&gt; &amp; \" ' \\",
        "https://evil.example/ www.evil.example evil.example",
        "\uD800 half a character \u0000\u0001\u001B",
        "\u202Eright to left",
        "${expression} {{name}}",
    ];

    private static Card Everything(string words) => new()
    {
        Title = words,
        Sign = CardSign.Nudge,
        Text = words,
        Facts = [new(words, words), new("Short", "value")],
        Choices = [new(words, [new(words, new("a.b", words)) { IsPrimary = true }])],
        Input = new(words, new("a.c", words), 300) { Placeholder = words, Value = words },
        Context = words,
        Link = new(words, new("https://example.net/?a=b&c=<d>")),
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Whatever_is_written_is_shown_as_typed_and_does_not_act(string words)
    {
        var message = TeamsMessage.Of(Everything(words));
        CardAssert.IsSound(message);

        var shown = TeamsText.Plain(words, TeamsLimits.Text);
        Assert.Contains(shown, CardAssert.Texts(message));
        Assert.DoesNotContain(Activities.Nodes(message.Card), node => node.ContainsKey("entities"));
        Assert.Empty(System.Xml.Linq.XElement.Parse(((string)message.Card["speak"]!).Replace("\uD800", "", StringComparison.Ordinal)).Elements());
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_form_shows_whatever_is_written_as_typed(string words)
    {
        var form = new ChatForm
        {
            Name = "f",
            State = words,
            Title = words,
            Submit = words,
            Introduction = words,
            Fields = [new("a", words) { Value = words, Placeholder = words, Hint = words }],
        };
        var message = TeamsMessage.Of(form, new FieldError("a", words), new FieldError("", words));
        CardAssert.IsSound(message);
        Assert.Equal(words, (string?)Activities.Nodes(message.Card).Single(node => (string?)node["type"] == "Input.Text")["value"]);
    }

    [Fact]
    public void The_functions_of_cards_are_shown_not_called()
    {
        var message = TeamsMessage.Of(new Card { Title = "T", Text = "{{DATE(2017-02-14T06:00:00Z, SHORT)}} {{TIME(2017-02-14T06:00:00Z)}}" });
        Assert.Equal("{\u2060{DATE(2017-02-14T06:00:00Z, SHORT)}} {\u2060{TIME(2017-02-14T06:00:00Z)}}", CardAssert.Texts(message)[1]);
    }

    [Theory]
    [InlineData("Exec staff: prepare", true)]
    [InlineData("3 of 5, 40 %", true)]
    [InlineData("Sat 21 Nov, 10:00 – 11:00 (1 hour).", true)]
    [InlineData("✓ Done", true)]
    [InlineData("a*b*c", false)]
    [InlineData("a_b_", false)]
    [InlineData("[a](b)", false)]
    [InlineData("1. a", false)]
    [InlineData("1.", false)]
    [InlineData("- a", false)]
    [InlineData("+ a", false)]
    [InlineData("# a", false)]
    [InlineData("example.net", false)]
    [InlineData("https://a", false)]
    [InlineData("a@b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\n", false)]
    [InlineData("a &lt; b", false)]
    [InlineData("", false)]
    public void Markdown_is_only_given_what_means_nothing_in_it(string line, bool isInert) =>
        Assert.Equal(isInert, TeamsText.IsInert(line));

    [Fact]
    public void A_card_has_no_emoji_of_its_own()
    {
        var message = TeamsMessage.Of(new Card { Title = "A nudge", Sign = CardSign.Nudge });
        Assert.Equal(["A nudge"], CardAssert.Texts(message));
    }

    [Fact]
    public void A_notification_says_what_the_card_is_about()
    {
        Assert.Equal("T: two words", TeamsMessage.Of(new Card { Title = "T", Text = "two\nwords" }).Summary);
        Assert.Equal("<s>R&amp;D: a &lt;b&gt;</s>", (string?)TeamsMessage.Of(new Card { Title = "R&D", Text = "a <b>" }).Card["speak"]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(20, 4)]
    public void Every_choice_is_in_view(int choices, int sets)
    {
        var message = TeamsMessage.Of(new Card
        {
            Title = "T",
            Choices = [new("How sure?", [.. Enumerable.Range(0, choices).Select(i => new Choice($"{i}", new("a", $"{i}")))])],
        });
        CardAssert.IsSound(message);
        Assert.Equal(sets, Activities.Nodes(message.Card).Count(node => (string?)node["type"] == "ActionSet"));
        Assert.Equal(choices, Activities.Nodes(message.Card).Count(node => (string?)node["type"] == "Action.Execute"));
    }

    [Fact]
    public void A_button_shows_what_it_is_and_carries_its_action()
    {
        var message = TeamsMessage.Of(new Card
        {
            Title = "T",
            Choices = [new(null, [new("2", new("a", "x")) { IsChosen = true }, new("Go", new("b.c")) { IsPrimary = true }])],
        });
        var buttons = Activities.Nodes(message.Card).Where(node => (string?)node["type"] == "Action.Execute").ToList();
        Assert.Equal(["✓ 2", "Go"], buttons.Select(button => (string)button["title"]!));
        Assert.Equal(["a", "b.c"], buttons.Select(button => (string)button["verb"]!));
        Assert.Equal([null, "positive"], buttons.Select(button => (string?)button["style"]));
        Assert.Equal(["none", "none"], buttons.Select(button => (string?)button["associatedInputs"]));
        Assert.Equal("""{"action":"a","value":"x"}""", buttons[0]["data"]!.ToJsonString());
    }

    [Fact]
    public void A_value_that_no_channel_carries_is_refused()
    {
        var card = new Card { Title = "T", Choices = [new(null, [new("a", new("a", new('x', CardAction.MaxValueLength + 1)))])] };
        Assert.Throws<ArgumentException>(() => TeamsMessage.Of(card));
    }

    [Fact]
    public void Only_a_page_of_the_web_is_linked_to()
    {
        Assert.Equal("https://example.net/a", Link("https://example.net/a"));
        Assert.Equal("http://example.net/", Link("http://example.net"));
        Assert.Null(Link("javascript:alert(1)"));
        Assert.Null(Link("file:///etc/passwd"));
        Assert.Null(Link("https://example.net/" + new string('a', TeamsLimits.Url)));

        static string? Link(string target) => (string?)Activities
            .Nodes(TeamsMessage.Of(new Card { Title = "T", Link = new("Read", new(target)) }).Card)
            .SingleOrDefault(node => (string?)node["type"] == "Action.OpenUrl")?["url"];
    }

    [Fact]
    public void Short_facts_make_a_table_and_others_stand_below_their_label()
    {
        var message = TeamsMessage.Of(new Card
        {
            Title = "T",
            Facts = [new("When", "Thu 10:00"), new("How long", "60 min"), new("Goal", "a *small* one"), new("Long", new('v', 61)), new("Last", "x")],
        });
        CardAssert.IsSound(message);
        Assert.Equal([2, 1], Activities.Nodes(message.Card).Where(node => (string?)node["type"] == "FactSet").Select(node => node["facts"]!.AsArray().Count));
        Assert.Equal(["T", "Goal", "a *small* one", "Long", new('v', 61)], CardAssert.Texts(message));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('漢')]
    public void Facts_give_way_when_there_is_too_much_and_the_card_says_so(char filler)
    {
        var message = TeamsMessage.Of(new Card
        {
            Title = "T",
            Text = "a" + new string(filler, 100_000),
            Facts = [.. Enumerable.Range(0, 50).Select(i => new Fact($"L{i}", "a" + new string(filler, 5_000)))],
            Choices = [new("Q", [new("Go", new("go"))])],
            Context = "Why",
        });
        CardAssert.IsSound(message);
        Assert.Contains(Notices.LeftOut, CardAssert.Texts(message));
        Assert.Equal("Why", CardAssert.Texts(message)[^1]);
        Assert.Contains(Activities.Nodes(message.Card), node => (string?)node["verb"] == "go");
    }

    [Fact]
    public void Buttons_by_the_hundred_do_not_burst_a_message()
    {
        var message = TeamsMessage.Of(new Card
        {
            Title = "T",
            Choices = [.. Enumerable.Range(0, 100).Select(i => new ChoiceRow(null, [new($"{i}", new("a", new('x', CardAction.MaxValueLength)))]))],
        });
        CardAssert.IsSound(message);
        Assert.Contains(Notices.LeftOut, CardAssert.Texts(message));
    }

    [Fact]
    public void An_input_says_what_to_write_and_its_own_button_sends_it()
    {
        var message = TeamsMessage.Of(new Card
        {
            Title = "T",
            Input = new("What did you learn?", new("learn", "m1"), 300) { Placeholder = "A line", Value = "before" },
        });
        CardAssert.IsSound(message);
        var nodes = Activities.Nodes(message.Card).ToList();
        var input = nodes.Single(node => (string?)node["type"] == "Input.Text");
        Assert.Equal(
            ("input", "What did you learn?", 300, true, true, "before", "A line"),
            ((string?)input["id"], (string?)input["label"], (int)input["maxLength"]!, (bool)input["isRequired"]!, (bool)input["isMultiline"]!, (string?)input["value"], (string?)input["placeholder"]));
        Assert.False(nodes.Single(node => (string?)node["verb"] == "learn").ContainsKey("associatedInputs"));
    }

    [Fact]
    public void A_form_comes_back_as_it_was_with_what_was_typed()
    {
        var form = new ChatForm
        {
            Name = "meeting",
            State = "m1|c|1",
            Title = "Prepare a meeting",
            Submit = "Save",
            Introduction = "In two minutes.",
            Back = new("sheet.show", "m1"),
            Fields =
            [
                new("name", "Which meeting?") { Value = "Exec", Placeholder = "Exec staff", IsRequired = true, MaxLength = 80 },
                new("agenda", "Agenda") { Hint = "Paste it", IsMultiline = true, MaxLength = 20_000 },
            ],
        };
        var message = TeamsMessage.Of(form);
        CardAssert.IsSound(message);

        var data = Activities.DataOf(message.Card, "Save");
        data["field.name"] = "Board";
        var read = CardData.ReadForm(JsonElement.Parse(data.ToJsonString()))!;
        Assert.Equal(["Board", ""], read.Fields.Select(field => field.Value));
        var blank = form.Fields.Select(field => field with { Value = null });
        Assert.Equal(blank, read.Fields.Select(field => field with { Value = null }));
        Assert.Equal(form, read with { Fields = form.Fields });
    }

    [Fact]
    public void What_is_wrong_stands_under_its_field_and_what_was_typed_stays()
    {
        var form = new ChatForm
        {
            Name = "f",
            Title = "T",
            Submit = "Save",
            Fields = [new("a", "A") { Value = "typed a" }, new("b", "B") { Value = "typed **b**" }],
        };
        var message = TeamsMessage.Of(form, new FieldError("a", "Not [this](x)."), new FieldError("gone", "Nor that."));
        CardAssert.IsSound(message);

        var body = message.Card["body"]!.AsArray();
        Assert.Equal(["TextBlock", "RichTextBlock", "Input.Text", "RichTextBlock", "Input.Text", "ActionSet"], body.Select(each => (string)each!["type"]!));
        Assert.Equal(("attention", "Nor that."), ((string?)body[1]!["inlines"]![0]!["color"], (string?)body[1]!["inlines"]![0]!["text"]));
        Assert.Equal(("attention", "Not [this](x)."), ((string?)body[3]!["inlines"]![0]!["color"], (string?)body[3]!["inlines"]![0]!["text"]));
        Assert.Equal(["typed a", "typed **b**"], new[] { body[2], body[4] }.Select(each => (string)each!["value"]!));
    }

    [Theory]
    [InlineData('x', false)]
    [InlineData('漢', false)]
    [InlineData('"', true)]
    public void The_longest_agenda_fits_a_form(char filler, bool isCut)
    {
        var form = new ChatForm
        {
            Name = "f",
            Title = "T",
            Submit = "Save",
            Fields = [new("agenda", "Agenda") { Value = new(filler, 20_000), MaxLength = 20_000 }, .. Enumerable.Range(0, 8).Select(i => new FormField($"p{i}", "P") { Value = new('y', 300) })],
        };
        var message = TeamsMessage.Of(form);
        CardAssert.IsSound(message);
        Assert.Equal(isCut, CardAssert.Texts(message).Contains(Notices.FieldCut));
    }
}
