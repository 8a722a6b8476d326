namespace BotCoach.Coaching.Tests;

/// <summary>What is read is what a person sees: without markup, and in whole sentences.</summary>
public sealed class PreReadTextTests
{
    [Fact]
    public void Rows_of_a_table_are_read_with_the_names_of_their_columns() => Assert.Equal(
        ["Revenue: Plan 4.2m, Actual 3.9m", "Cost: Plan 2.0m, Actual 2.3m"],
        TextsOf("| Line | Plan | Actual |\n|---|---:|---|\n| Revenue | 4.2m | 3.9m |\n| Cost | 2.0m | 2.3m |"));

    [Fact]
    public void A_table_that_was_copied_from_a_slide_has_tabs_and_may_lack_the_first_cell_of_its_head() => Assert.Equal(
        ["Revenue: 2025 actual 43.5m, Q1 2026 50.9m", "Cost: 2025 actual 12.2m"],
        TextsOf("\t2025 actual\tQ1 2026\nRevenue\t43.5m\t50.9m\nCost\t12.2m\t–"));

    [Fact]
    public void A_table_without_a_head_is_read_as_it_stands() =>
        Assert.Equal(["Revenue: 43.5m, 50.9m", "Cost: 12.2m, 14.0m"], TextsOf("Revenue\t43.5m\t50.9m\nCost\t12.2m\t14.0m"));

    [Theory]
    [InlineData("- Rent rises in April")]
    [InlineData("* Rent rises in April")]
    [InlineData("• Rent rises in April")]
    [InlineData("•\tRent rises in April")]
    [InlineData("1. Rent rises in April")]
    [InlineData("a) Rent rises in April")]
    [InlineData("- [ ] Rent rises in April")]
    [InlineData("   – Rent rises in April")]
    public void Marks_of_lists_are_no_text(string item)
    {
        var sentence = Assert.Single(PreRead.Parse($"{item}\n{item} too").Sentences, sentence => sentence.Text == "Rent rises in April");
        Assert.Equal(SentenceKind.Item, sentence.Kind);
    }

    [Fact]
    public void A_negative_number_is_no_item() => Assert.Equal(["-5 % was the result of the year."], TextsOf("-5 % was the result of the year."));

    [Fact]
    public void Lines_that_were_broken_by_a_window_are_joined_and_short_ones_are_not()
    {
        Assert.Equal(
            ["We would rather wait a year, since the offer is valid until the end of the next quarter."],
            TextsOf("We would rather wait a year, since the offer is valid\nuntil the end of the next\nquarter."));
        Assert.Equal(["10:00 Welcome by Ana", "10:10 Rent and energy", "10:40 Wages"], TextsOf("10:00 Welcome by Ana\n10:10 Rent and energy\n10:40 Wages"));
    }

    [Theory]
    [InlineData("We pay approx. 4.2m, e.g. for rent. Nothing else.", new[] { "We pay approx. 4.2m, e.g. for rent.", "Nothing else." })]
    [InlineData("Dr. J. Smith of the U.S. office agrees. So does No. 5 in the list of people.", new[] { "Dr. J. Smith of the U.S. office agrees.", "So does No. 5 in the list of people." })]
    [InlineData("We said no. Then they left the room.", new[] { "We said no. Then they left the room." })]
    [InlineData("Is it true that we pay twice? Yes, it is true since May!", new[] { "Is it true that we pay twice?", "Yes, it is true since May!" })]
    [InlineData("Los ingresos suben en EE. UU. un 4 %. ¿Por qué no en España?", new[] { "Los ingresos suben en EE. UU. un 4 %.", "¿Por qué no en España?" })]
    [InlineData("会议将于十点开始。预算增加百分之十。", new[] { "会议将于十点开始。", "预算增加百分之十。" })]
    [InlineData("Second, liability. Our insurance covers 2m per case.", new[] { "Second, liability. Our insurance covers 2m per case." })]
    public void Sentences_end_where_a_reader_sees_them_end(string text, string[] sentences) => Assert.Equal(sentences, TextsOf(text));

    [Fact]
    public void Markdown_and_addresses_are_shown_as_their_text() => Assert.Equal(
        ["See the plan for details on snake_case and 2 * 3 * 4 at intranet.example."],
        TextsOf("See **the** [plan](https://intranet.example/a/b?c=d) for _details_ on snake_case and 2 * 3 * 4 at https://intranet.example/very/long."));

    [Fact]
    public void Html_is_shown_as_its_text()
    {
        var texts = TextsOf("""
            <html><head><title>No</title><style>p { color: red }</style><script>alert("no")</script></head><body>
            <!-- no --><p class="a">Rent&nbsp;rises by 4 % &amp; more.</p><ul><li>It is <b>3 &lt; 4</b> times</li></ul>
            <table><tr><th>Line</th><th>Plan</th></tr><tr><td>Rent</td><td>4m</td></tr><tr><td>Cost</td><td>2m</td></tr></table></body></html>
            """);

        Assert.Equal(["Rent rises by 4 % & more.", "It is 3 < 4 times", "Rent: Plan 4m", "Cost: Plan 2m"], texts);
    }

    [Fact]
    public void A_less_than_sign_opens_no_tag() => Assert.Equal(["If cost < 4m and margin > 3 % we go on."], TextsOf("If cost < 4m and margin > 3 % we go on."));

    [Fact]
    public void What_cannot_be_seen_is_left_out() => Assert.Equal(
        ["Rent rises by four percent."], TextsOf("\u202eRe\u200bnt\u00a0ri\u00adses\u2066 by four\u0000 percent.\ud83d\u2069"));

    [Fact]
    public void Forty_thousand_characters_are_read_and_no_more()
    {
        var preRead = PreRead.Parse($"{new string('x', PreRead.MaxLength - 15)}\n\nThis is read.\n\nThis is not read.");

        Assert.Equal("This is read.", preRead.Sentences[^1].Text);
    }

    [Theory]
    [InlineData("We ask the board to approve the budget for the next year.", PreReadLanguage.English)]
    [InlineData("Pedimos al comité que apruebe el presupuesto del próximo año.", PreReadLanguage.Spanish)]
    [InlineData("Wir bitten den Vorstand, das Budget für das nächste Jahr freizugeben.", PreReadLanguage.Unknown)]
    [InlineData("Revenue: 4.2m, 3.9m", PreReadLanguage.Unknown)]
    [InlineData("", PreReadLanguage.Unknown)]
    public void The_language_is_told_by_its_function_words(string text, PreReadLanguage language) => Assert.Equal(language, PreRead.Parse(text).Language);

    private static IEnumerable<string> TextsOf(string text) => PreRead.Parse(text).Sentences.Select(sentence => sentence.Text);
}
