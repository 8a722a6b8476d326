using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

public sealed class CardTests
{
    [Theory]
    [InlineData("Exec staff: prepare", true)]
    [InlineData("3 of 5, 40 %", true)]
    [InlineData("Sat 21 Nov, 10:00 – 11:00 (1 hour).", true)]
    [InlineData("✓ Done", true)]
    [InlineData("¿Cómo fue? Lo más difícil, después", true)]
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
    public void What_is_read_out_says_what_the_card_is_about_and_nothing_in_it_acts() =>
        Assert.Equal("R and D: a b", (string?)TeamsMessage.Of(new Card { Title = "R&D", Text = "a <b>" }).Card["speak"]);

    [Theory]
    [InlineData("en", "R and D", "Please fill this in.")]
    [InlineData("es", "R y D", "Completa este campo.")]
    public void Readers_of_a_screen_are_told_its_language_and_hear_no_other(string tag, string spoken, string fillIn)
    {
        var card = TeamsMessage.Of(new Card { Title = "R&D", Language = Language.Of(tag) }).Card;
        Assert.Equal((tag, spoken), ((string?)card["lang"], (string?)card["speak"]));

        var form = TeamsMessage.Of(Forms.Meeting with { Language = Language.Of(tag) }).Card;
        Assert.Equal(tag, (string?)form["lang"]);
        Assert.Equal(fillIn, (string?)Assert.Single(Activities.Nodes(form), node => node["errorMessage"] is not null)["errorMessage"]);
    }

    [Fact]
    public void Facts_that_are_all_short_make_a_table()
    {
        var message = TeamsMessage.Of(new Card { Title = "T", Facts = [new("When", "Thu 10:00"), new("How long", "60 min")] });
        var table = Assert.Single(Activities.Nodes(message.Card), node => (string?)node["type"] == "FactSet");
        Assert.Equal(2, table["facts"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("a *small* one")]
    [InlineData("a value that would take a second line in a table")]
    [InlineData("a\nb")]
    public void With_another_one_among_them_facts_stand_below_their_labels(string value)
    {
        var message = TeamsMessage.Of(new Card { Title = "T", Facts = [new("When", "Thu 10:00"), new("Goal", value)] });
        Assert.Equal(["T", "When", "Thu 10:00", "Goal", value], CardAssert.Texts(message));
    }

    [Theory]
    [InlineData("1 2 3 4 5 Later", 1)]
    [InlineData("Light Standard Active Not-now", 1)]
    [InlineData("Early Middle Late Not-this-time", 1)]
    [InlineData("0 1 2 3 4 5 6", 2)]
    [InlineData("Check-alignment-with-your-manager Name-the-outcome-behind-the-work Speak-early", 3)]
    public void Buttons_stand_beside_each_other_as_far_as_they_fit(string labels, int lines)
    {
        var message = TeamsMessage.Of(new Card { Title = "T", Choices = [new(null, [.. labels.Split(' ').Select(label => new Choice(label, new("a", label)))])] });
        Assert.Equal(lines, Activities.Nodes(message.Card).Count(node => (string?)node["type"] == "ActionSet"));
    }

    [Fact]
    public void A_line_on_a_card_may_be_left_empty() => Assert.DoesNotContain(
        Activities.Nodes(TeamsMessage.Of(new Card { Title = "T", Input = new("Add a line", new("line"), 280) }).Card), node => node.ContainsKey("isRequired"));

    [Fact]
    public void A_field_with_an_error_shows_no_hint_beside_it()
    {
        var form = new ChatForm { Name = "f", Title = "T", Submit = "Save", Fields = [new("when", "When?") { Hint = "Try Thu 10:00." }] };
        Assert.Contains("Try Thu 10:00.", CardAssert.Texts(TeamsMessage.Of(form)));
        Assert.Equal(["T", "Not that."], CardAssert.Texts(TeamsMessage.Of(form, new FieldError("when", "Not that."))));
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
        Assert.Equal(isCut, CardAssert.Texts(message).Contains(NoticeTexts.In(Language.English).FieldCut));
    }
}
