using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>Every part of a card is shown, in its order, however much of it there is.</summary>
public abstract class CardContractTests<TDriver> : ChannelContractTests<TDriver>
    where TDriver : ChannelDriver, new()
{
    [Fact]
    public async Task A_card_with_everything_shows_it_from_top_to_bottom()
    {
        var seen = await SeeAsync(new Card
        {
            Title = "Exec staff",
            Text = "Thu 26 Nov, 10:00",
            Facts = [new("Say first", "What happens at 6 %?"), new("Your questions", "1. One\n2. Two")],
            Choices =
            [
                new("When did you first speak?", [new("Early", new("spoke", "1")), new("Late", new("spoke", "2"))]),
                new("What does the slip cost?", [new("Drop", new("drop", "1"))]) { Label = "Question 1" },
                new(null, [new("Edit", new("edit", "m1"))]) { Label = "The meeting" },
            ],
            Input = new("One line to keep", new("learned", "m1"), 280),
            Link = new("Read on", new Uri("https://example.com/practices")),
            Context = "From your Active plan.",
        });

        var lines = seen.Parts.Where(part => part.Kind is SeenKind.Text or SeenKind.Button).Select(part => Words.Look(part.Words));
        Assert.Equal(
            [
                "Exec staff", "Thu 26 Nov, 10:00", "Say first", "What happens at 6 %?", "Your questions", "1. One 2. Two",
                "When did you first speak?", "Early", "Late", "Question 1", "What does the slip cost?", "Drop", "The meeting", "Edit",
                "From your Active plan.",
            ],
            lines);
        Assert.Equal("One line to keep", seen.Parts.Single(part => part.Kind is SeenKind.Field).Words);
        Assert.Equal("Read on", seen.Links.Single().Words);
        Assert.Equal("From your Active plan.", seen.Parts[^1].Words);
        Assert.Empty(seen.Acting);
    }

    [Fact]
    public async Task A_card_may_be_no_more_than_a_title()
    {
        var seen = await SeeAsync(Cards.Saying("Nothing is scheduled"));
        Assert.Equal([new SeenPart(SeenKind.Text, "Nothing is scheduled")], seen.Parts);
    }

    [Fact]
    public async Task Parts_without_a_visible_sign_take_no_room()
    {
        var seen = await SeeAsync(new Card { Title = "T", Text = " \n", Context = "", Choices = [new(" ", [new("Go", new("go"))]) { Label = " " }] });
        Assert.Equal(["T", "Go"], seen.Parts.Select(part => part.Words));
    }

    [Theory]
    [InlineData(CardSign.None)]
    [InlineData(CardSign.Nudge)]
    [InlineData(CardSign.Goal)]
    [InlineData(CardSign.Notes)]
    public async Task A_sign_leaves_the_words_of_the_title_alone(CardSign sign)
    {
        var seen = await SeeAsync(new Card { Title = "Check alignment", Sign = sign });
        Assert.EndsWith("Check alignment", seen.Title, StringComparison.Ordinal);
        Assert.InRange(seen.Title.Length, 15, sign is CardSign.None ? 15 : 18);
    }

    [Fact]
    public async Task The_lines_of_a_text_stay_lines()
    {
        var seen = await SeeAsync(new Card { Title = "T", Text = "one\ntwo\n\nthree", Facts = [new("Points", "1. a\n2. b")] });
        Assert.Equal(["T", "one\ntwo\n\nthree", "Points", "1. a\n2. b"], seen.Texts);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(7, 10)]
    [InlineData(12, 10)]
    [InlineData(3, 200)]
    [InlineData(12, 200)]
    public async Task Facts_are_shown_in_their_order_each_with_its_label(int count, int length)
    {
        var facts = Enumerable.Range(1, count).Select(i => new Fact($"Label {i}", new string('v', length) + i)).ToList();
        var seen = await SeeAsync(new Card { Title = "T", Facts = facts });
        Assert.Equal(["T", .. facts.SelectMany(fact => new[] { fact.Label, fact.Value })], seen.Texts);
    }

    [Fact]
    public async Task A_chart_shows_each_bar_with_its_words_and_as_long_as_its_value_says()
    {
        var seen = await SeeAsync(new Card
        {
            Title = "T",
            Facts = [new("People who count", "40 or more")],
            Chart = new(
                "Of the nudges, answered",
                100,
                [new("Platform", 62, "about 62%"), new("Design", null, "too few to show"), new("Payments", 31, "at most 31%"), new("Quiet\none", 0, "about 0%"), new("Full", 100, "about 100%")]),
            Choices = [new(null, [new("Open insights", new("open"))])],
        });

        Assert.Equal(
            [
                "T", "People who count", "40 or more", "Of the nudges, answered", "Platform · about 62%", "Payments · at most 31%",
                "Quiet one · about 0%", "Full · about 100%", "Design · too few to show", "Open insights",
            ],
            seen.Parts.Select(part => part.Words));
        Assert.All(seen.Bars.Zip([0.62, 0.31, 0, 1]), bar => Assert.InRange(bar.First.Length, bar.Second - 0.05, bar.Second + 0.05));
        Assert.Equal(4, seen.Bars.Count);
        Assert.Empty(seen.Acting);
    }

    [Fact]
    public async Task A_chart_of_which_nothing_can_be_drawn_is_words_alone()
    {
        var seen = await SeeAsync(new Card { Title = "T", Chart = new("Answered", 100, [new("Design", null, "too few to show")]) });
        Assert.Equal(["T", "Answered", "Design · too few to show"], seen.Texts);
        Assert.Empty(seen.Bars);

        seen = await SeeAsync(new Card { Title = "T", Chart = new("Answered", 100, []) });
        Assert.Equal(["T"], seen.Parts.Select(part => part.Words));
    }

    [Fact]
    public async Task A_chart_of_too_many_bars_says_that_there_are_more()
    {
        var bars = Enumerable.Range(1, Chart.MostBars + 1).Select(number => new ChartBar($"Group {number}", number, $"about {number}%")).ToList();
        var seen = await SeeAsync(new Card { Title = "T", Chart = new("Answered", 100, bars) });

        Assert.Equal(bars.Take(Chart.MostBars).Select(bar => bar.Words), seen.Bars.Select(bar => bar.Words));
        Assert.Equal("There is more than fits here.", seen.Parts[^1].Words);
    }

    [Fact]
    public async Task The_choice_in_force_is_marked_and_the_likely_one_stands_out()
    {
        var seen = await SeeAsync(new Card
        {
            Title = "T",
            Choices = [new("How much?", [new("Light", new("a", "1")) { IsChosen = true }, new("Standard", new("a", "2")) { IsPrimary = true }, new("Active", new("a", "3"))])],
        });
        Assert.Equal([("✓ Light", false), ("Standard", true), ("Active", false)], seen.Buttons.Select(button => (button.Words, button.StandsOut)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(26)]
    public async Task Every_choice_of_a_long_row_is_there_and_works(int count)
    {
        var seen = await SeeAsync(new Card
        {
            Title = "T",
            Choices = [new("Which?", [.. Enumerable.Range(1, count).Select(i => new Choice($"Choice {i}", new("a", $"{i}")))])],
        });
        Assert.Equal(Enumerable.Range(1, count).Select(i => $"Choice {i}"), seen.Buttons.Select(button => button.Words));

        await Driver.PressAsync(seen, $"Choice {count}");
        Assert.Equal($"{count}", Assert.IsType<ButtonTurn>(Turn).Action.Value);
    }

    [Fact]
    public async Task A_field_says_what_to_write_and_how_much()
    {
        var seen = await SeeAsync(new Card
        {
            Title = "T",
            Input = new("What did you learn?", new("learned", "m1"), 280) { Value = "ask before\nthe “vote”", Placeholder = "A line" },
        });
        // Whether a platform insists on words is its own matter: a field of its own that stays empty makes no sense, one on a card does.
        Assert.Equal(
            new SeenField("", "What did you learn?") { Value = "ask before\nthe “vote”", Placeholder = "A line", MaxLength = 280, IsMultiline = true },
            await Driver.FieldOfAsync(seen) with { Name = "", Save = "", IsRequired = false });
        Assert.Empty(Handler.Turns);
    }

    [Theory]
    [InlineData("https://example.com/a?b=c&d=<e>#f", true)]
    [InlineData("http://example.com/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("tel:112", false)]
    public async Task A_link_leads_to_a_page_of_the_web_or_is_not_there(string address, bool isShown)
    {
        var seen = await SeeAsync(new Card { Title = "T", Link = new("Read on", new Uri(address)) });
        Assert.Equal(
            isShown ? [new SeenPart(SeenKind.Link, "Read on") { Address = new Uri(address).AbsoluteUri }] : [],
            seen.Links);
        Assert.DoesNotContain(seen.Buttons, button => button.Words == "Read on");
    }

    [Fact]
    public async Task A_notification_says_what_the_card_is_about()
    {
        Assert.Equal("Check alignment: Write down your top three.", (await SeeAsync(new Card { Title = "Check alignment", Text = "Write down your top three." })).Notification);
        Assert.Equal("A nudge", (await SeeAsync(new Card { Title = "Check alignment", Text = "Long.", Summary = "A nudge" })).Notification);
        Assert.Equal("R&D: <b>", (await SeeAsync(new Card { Title = "R&D", Text = "<b>" })).Notification);
    }

    [Fact]
    public async Task A_card_that_changes_shows_nothing_of_what_it_was()
    {
        var before = await SeeAsync(Cards.WithButton);
        await Driver.Channel.UpdateAsync(AddressOf(before), new Card { Title = "Answered", Text = "2 of 5", Summary = "Answered" }, Never);

        var after = Now(before);
        Assert.Equal(["Answered", "2 of 5"], after.Parts.Select(part => part.Words));
        Assert.Equal("Answered", after.Notification);
    }
}
