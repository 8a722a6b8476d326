using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

public sealed class FormTests
{
    private static readonly ViewMetadata _metadata = new("D0ANNA", true, "meeting", "m1");

    [Theory]
    [InlineData(24, 24)]
    [InlineData(25, 24)]
    public void Title_and_submit_are_kept_to_24_characters(int length, int shown)
    {
        var view = View(title: new('t', length), submit: new('s', length));
        Assert.Equal(shown, view["title"]!["text"]!.GetValue<string>().Length);
        Assert.Equal(shown, view["submit"]!["text"]!.GetValue<string>().Length);
    }

    [Theory]
    [InlineData(3_000, null)]
    [InlineData(3_001, "Slack takes at most 3,000 characters here.")]
    [InlineData(20_000, "Slack takes at most 3,000 characters here.")]
    public void A_field_longer_than_Slacks_takes_less_and_says_so(int length, string? hint)
    {
        var input = Input(new("agenda", "Agenda") { MaxLength = length });
        Assert.Equal(3_000, input["element"]!["max_length"]!.GetValue<int>());
        Assert.Equal(hint, input["hint"]?["text"]!.GetValue<string>());
    }

    [Fact]
    public void What_a_form_carries_comes_back_as_it_went()
    {
        var carried = new ViewMetadata("C1", false, "meeting", "ü \"q\" <&> 🌱\n")
        {
            Message = "1.2",
            ResponseUrl = new Uri("https://hooks.slack.com/commands/T1/2/3"),
        };
        Assert.Equal(carried, ViewMetadata.Read(carried.Write()));
        Assert.DoesNotContain(carried.Write(), character => character is '<' or '>' or '&');
    }

    [Fact]
    public void A_form_that_knows_the_way_back_is_left_by_closing_it()
    {
        var form = new ChatForm { Name = "f", Title = "F", Submit = "S", Back = new("sheet.show", "m1"), Fields = [new("a", "A")] };
        var view = Views.Of(form, _metadata);
        Assert.Equal("Cancel", view["close"]!["text"]!.GetValue<string>());
        Assert.Equal(Views.Of(form with { Back = null }, _metadata).ToJsonString(), view.ToJsonString());
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(3_001)]
    public void The_longest_value_that_is_shown_everywhere_is_shown_whole(int length)
    {
        var shown = Input(new("a", "A") { Value = new('x', length), MaxLength = 40_000 })["element"]!["initial_value"]!.GetValue<string>();
        Assert.Equal(length <= FormField.MaxShownLength, shown.Length == length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"conversation":null,"isDirect":true,"name":"a","value":"b"}""")]
    public void What_is_not_ours_is_not_read(string? text) => Assert.Null(ViewMetadata.Read(text));

    [Fact]
    public void A_form_may_carry_as_much_as_Slack_holds_and_no_more()
    {
        var room = SlackLimits.Metadata - (_metadata with { Value = "" }).Write().Length;
        Assert.Equal(SlackLimits.Metadata, (_metadata with { Value = new('s', room) }).Write().Length);
        Assert.Throws<InvalidOperationException>(() => (_metadata with { Value = new('s', room + 1) }).Write());
    }

    [Fact]
    public void A_form_with_more_fields_than_Slack_takes_is_a_mistake()
    {
        static ChatForm Form(int fields) => new()
        {
            Name = "f",
            Title = "F",
            Submit = "Save",
            Introduction = "Hello.",
            Fields = [.. Enumerable.Range(0, fields).Select(i => new FormField($"{i}", "L"))],
        };

        Assert.Equal(100, Views.Of(Form(99), _metadata)["blocks"]!.AsArray().Count);
        Assert.Throws<ArgumentException>(() => Views.Of(Form(100), _metadata));
    }

    private static JsonObject View(string title, string submit) =>
        Views.Of(new ChatForm { Name = "f", Title = title, Submit = submit, Fields = [new("a", "A")] }, _metadata);

    private static JsonNode Input(FormField field) =>
        Views.Of(new ChatForm { Name = "f", Title = "F", Submit = "S", Fields = [field] }, _metadata)["blocks"]![0]!;
}
