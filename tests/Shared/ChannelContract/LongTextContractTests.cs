using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>Whatever is too long is cut where it is shown, never where it comes back, and never makes a message fail.</summary>
public abstract class LongTextContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    private const string LeftOut = "There is more than fits here.";

    [Theory]
    [MemberData(nameof(Words.Lengthy), MemberType = typeof(Words))]
    public async Task A_text_in_any_place_is_shown_as_far_as_it_fits(string filler, int times)
    {
        var words = string.Concat(Enumerable.Repeat(filler, times)).Trim();
        var seen = await SeeAsync(new Card
        {
            Title = words,
            Text = words,
            Facts = [new(words, words)],
            Choices = [new(words, [new(words, new("go"))]) { Label = words }],
            Link = new(words, new Uri("https://example.com/")),
            Context = words,
        });

        Assert.All(seen.Parts.Where(part => part.Words != LeftOut), part => Assert.True(Words.AreShown(words, part.Words), part.Words));
        Assert.True(Words.AreShown(words, seen.Notification) || Words.AreShown($"{words}: {words}", seen.Notification), seen.Notification);
        Assert.All(seen.Parts, part => Assert.DoesNotContain('\uFFFD', part.Words));
        Assert.Single(seen.Buttons);
    }

    [Theory]
    [MemberData(nameof(Words.Lengthy), MemberType = typeof(Words))]
    public async Task The_words_of_a_chart_are_shown_as_far_as_they_fit_in_every_bar(string filler, int times)
    {
        var words = string.Concat(Enumerable.Repeat(filler, times)).Trim();
        var seen = await SeeAsync(new Card { Title = "T", Chart = new(words, 1, [.. Enumerable.Repeat(new ChartBar(words, 1, words), Chart.MostBars)]) });

        Assert.InRange(seen.Bars.Count, 1, Chart.MostBars);
        Assert.Equal(seen.Bars.Count < Chart.MostBars, seen.Texts[^1] == LeftOut);
        Assert.All(seen.Bars, bar => Assert.Equal(2, bar.Words.Split(" · ").Count(part => Words.AreShown(words, part))));
        Assert.All(seen.Parts, part => Assert.DoesNotContain('\uFFFD', part.Words));
    }

    [Theory]
    [InlineData("Label")]
    [InlineData("A label that is far longer than a button can be, on whatever platform it stands, in every way that there is")]
    public async Task The_label_of_a_button_may_be_cut_and_what_it_means_never(string label)
    {
        var value = new string('v', CardAction.MaxValueLength);
        var seen = await SeeAsync(new Card { Title = "T", Choices = [new(null, [new(label, new("go", value))])] });
        Assert.True(Words.AreShown(label, seen.Buttons.Single().Words));

        await Driver.PressAsync(seen, seen.Buttons.Single().Words);
        Assert.Equal(value, Assert.IsType<ButtonTurn>(Turn).Action.Value);
    }

    [Fact]
    public async Task A_value_that_no_channel_carries_is_a_mistake_and_nothing_leaves()
    {
        var card = new Card { Title = "T", Choices = [new(null, [new("Go", new("go", new('v', CardAction.MaxValueLength + 1)))])] };
        await Assert.ThrowsAsync<ArgumentException>(() => Driver.Channel.SendAsync(Driver.Direct, card, "key", Never));
        Assert.Empty(Driver.Messages);
    }

    [Theory]
    [InlineData("x", 60)]
    [InlineData("\n", 60)]
    [InlineData("\"", 60)]
    [InlineData("漢", 60)]
    [InlineData("x", 400)]
    public async Task Facts_give_way_when_there_is_far_too_much_and_the_card_says_so(string filler, int count)
    {
        var seen = await SeeAsync(new Card
        {
            Title = "T",
            Text = "Above the facts.",
            Facts = [.. Enumerable.Range(1, count).Select(i => new Fact($"Label {i}", "v" + string.Concat(Enumerable.Repeat(filler, 2_000))))],
            Choices = [new("Which?", [new("Go", new("go")) { IsPrimary = true }])],
            Input = new("A line", new("line"), 280),
            Context = "Below the facts.",
        });

        Assert.Equal(["T", "Above the facts.", "Label 1"], seen.Texts.Take(3));
        Assert.DoesNotContain($"Label {count}", seen.Texts);
        Assert.Contains(LeftOut, seen.Texts);
        Assert.Equal("Below the facts.", seen.Texts[^1]);
        Assert.Equal(["Go"], seen.Buttons.Select(button => button.Words));
        Assert.Single(seen.Parts, part => part.Kind is SeenKind.Field);
    }

    [Fact]
    public async Task Rows_of_choices_give_way_when_there_are_far_too_many_and_the_card_says_so()
    {
        var seen = await SeeAsync(new Card
        {
            Title = "T",
            Text = "Above the rows.",
            Choices = [.. Enumerable.Range(1, 100).Select(i => new ChoiceRow($"Row {i}", [new($"Go {i}", new("go", new('v', CardAction.MaxValueLength)))]))],
            Input = new("A line", new("line"), 280),
            Context = "Below the rows.",
        });

        Assert.Equal(["T", "Above the rows.", "Row 1"], seen.Texts.Take(3));
        Assert.Equal([LeftOut, "Below the rows."], seen.Texts.TakeLast(2));
        Assert.InRange(seen.Buttons.Count, 2, 99);
        Assert.Single(seen.Parts, part => part.Kind is SeenKind.Field);
    }

    [Fact]
    public async Task A_link_that_is_too_long_is_left_out_rather_than_cut()
    {
        var address = "https://example.com/" + new string('a', 4_000);
        var seen = await SeeAsync(new Card { Title = "T", Text = "Read on.", Link = new("Here", new Uri(address)) });
        Assert.Equal(["T", "Read on."], seen.Parts.Select(part => part.Words));
    }

    [Fact]
    public async Task The_words_in_a_field_come_whole_or_not_at_all()
    {
        foreach (var length in new[] { 280, 1_000, 3_000 })
        {
            var words = new string('w', length);
            var seen = await SeeAsync(new Card { Title = "T", Input = new("Edit", new("line", "m1"), 3_000) { Value = words } });
            var value = (await Driver.FieldOfAsync(seen)).Value;
            Assert.True(value == words || (value.Length == 0 && length > 1_000), $"{value.Length} of {length}");
        }
    }

    [Theory]
    [InlineData(280)]
    [InlineData(3_000)]
    [InlineData(20_000)]
    public async Task A_field_of_a_form_takes_as_much_as_it_says_or_says_that_it_takes_less(int length)
    {
        var form = await OpenAsync(Forms.Meeting with { Fields = [new("agenda", "Agenda") { MaxLength = length, IsMultiline = true }] });
        Assert.Equal(form["agenda"].MaxLength < length, form["agenda"].Hint.Length > 0);
        Assert.InRange(form["agenda"].MaxLength, Math.Min(length, 3_000), length);

        var words = new string('w', form["agenda"].MaxLength);
        Taken(await Driver.SubmitAsync(("agenda", words)));
        Assert.Equal(words, Assert.IsType<FormTurn>(Turn).Values["agenda"]);
    }

    [Fact]
    public async Task A_form_with_long_words_everywhere_opens_and_comes_back()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 2_000));
        var form = await OpenAsync(Forms.Meeting with
        {
            Title = words,
            Submit = words,
            Introduction = words,
            Fields = [new("name", words) { Value = words[..80], Placeholder = words, Hint = words, MaxLength = 80 }, new("goal", "A small goal")],
        });

        Assert.All(
            [form.Title, form.Submit, form.Introduction.Single(), form["name"].Label, form["name"].Placeholder, form["name"].Hint],
            shown => Assert.True(Words.AreShown(words, shown), shown));
        Handler.Answer = _ => new() { Errors = [new("goal", words)] };
        Taken(await Driver.SubmitAsync(("goal", "g")));
        Assert.True(Words.AreShown(words, Form["goal"].Error));
        Assert.Equal((words[..80], "g"), (Form["name"].Value, Form["goal"].Value));
    }
}
