using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>Every sentence knows where it stands, whatever the text was pasted from.</summary>
public sealed class PreReadPlaceTests
{
    [Fact]
    public void A_slide_gives_its_number_and_its_title_is_the_heading()
    {
        var preRead = PreRead.Parse("""
            Slide 4: Budget
            • Spending is 4 % above plan
            Slide 5
            Hiring
            • Nine positions are open since May
            """);

        Assert.Equal(
            [("Budget", "slide 4", ""), ("Spending is 4 % above plan", "slide 4", "Budget"), ("Hiring", "slide 5", ""), ("Nine positions are open since May", "slide 5", "Hiring")],
            preRead.Sentences.Select(sentence => (sentence.Text, sentence.Place.In(Language.English), sentence.Heading)));
    }

    [Theory]
    [InlineData("Slide 4")]
    [InlineData("--- Slide 4 ---")]
    [InlineData("[Slide 4 of 12]")]
    [InlineData("# Slide 4")]
    [InlineData("Diapositiva 4")]
    public void Slides_are_marked_in_many_ways(string marker) =>
        Assert.Equal("slide 4", PreRead.Parse($"{marker}\n\n- Spending is 4 % above plan").Sentences[^1].Place.In(Language.English));

    [Theory]
    [InlineData("# Budget\nWe spend too much on rent.")]
    [InlineData("**Budget**\n\nWe spend too much on rent.")]
    [InlineData("Budget\n------\nWe spend too much on rent.")]
    [InlineData("2. Budget\n\nWe spend too much on rent.")]
    [InlineData("BUDGET\nWe spend too much on rent.")]
    [InlineData("Budget\n\nWe spend too much on rent.")]
    [InlineData("Budget:\nWe spend too much on rent.")]
    public void A_heading_names_the_section(string text)
    {
        var sentence = PreRead.Parse(text).Sentences[^1];

        Assert.Equal("section Budget", sentence.Place.In(Language.English), ignoreCase: true);
        Assert.Equal("We spend too much on rent.", sentence.Text);
    }

    [Fact]
    public void Without_headings_paragraphs_are_counted()
    {
        var preRead = PreRead.Parse("We spend too much on rent.\n\nWe earn too little with training.\nIt was less in May.\n\nNobody knows why.");

        Assert.Equal(
            ["first paragraph", "second paragraph", "second paragraph", "third paragraph"],
            preRead.Sentences.Select(sentence => sentence.Place.In(Language.English)));
    }

    [Fact]
    public void A_long_heading_is_shortened_between_words() => Assert.Equal(
        "section What we have learned from the visits to…",
        PreRead.Parse("## What we have learned from the visits to forty-six customers in spring\nThey pay late.").Sentences[^1].Place.In(Language.English));

    [Fact]
    public void A_list_that_a_line_announces_stands_under_that_line()
    {
        var preRead = PreRead.Parse("We ask the board to:\n- approve the loan of 5m\n- take note of the outlook");

        Assert.Equal(["approve the loan of 5m", "take note of the outlook"], preRead.Sentences.Select(sentence => sentence.Text));
        Assert.All(preRead.Sentences, sentence => Assert.Equal("We ask the board to", sentence.Heading));
    }

    [Fact]
    public void Page_numbers_and_lines_that_stand_on_every_page_are_left_out()
    {
        var preRead = PreRead.Parse("""
            Northwind | Board, November 2026
            Rent is 4 % above plan.
            Page 1 of 3
            Northwind | Board, November 2026
            Energy is 2 % below plan.
            - 2 -
            Northwind | Board, November 2026
            Wages are as planned.
            3/3
            """);

        Assert.Equal(["Rent is 4 % above plan.", "Energy is 2 % below plan.", "Wages are as planned."], preRead.Sentences.Select(sentence => sentence.Text));
    }
}
