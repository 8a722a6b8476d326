namespace BotCoach.Coaching.Tests;

public sealed class PublicationTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
    private static readonly IsoWeek Week = new(2026, 48);
    private static readonly Measure Alignment = Measure.OfGroup.Single(measure => measure.Id == "alignment");
    private static readonly Measure Early = Measure.OfGroup.Single(measure => measure.Id == "spoke-early");

    [Theory]
    [InlineData(0, WithheldReason.Nothing)]
    [InlineData(1, WithheldReason.TooFew)]
    [InlineData(4, WithheldReason.TooFew)]
    public void A_figure_about_fewer_than_five_people_is_withheld(int people, WithheldReason why)
    {
        var figure = One(Alignment, Tally(Alignment, People("a", people), bin: 3));

        Assert.Equal(new Figure.Withheld(why), figure);
    }

    [Fact]
    public void Five_answers_of_one_person_are_not_five_people()
    {
        var tally = new Tally(Alignment);
        for (var answer = 0; answer < 20; answer++)
        {
            tally.Add($"p{answer % 4}", 2);
        }

        Assert.IsType<Figure.Withheld>(One(Alignment, tally));
    }

    [Fact]
    public void A_mean_of_many_is_near_the_true_one()
    {
        var tally = new Tally(Alignment);
        foreach (var person in People("a", 200))
        {
            tally.Add(person, person.Length % 2 == 0 ? 2 : 3);
        }

        var truth = tally.Counts.Select((count, bin) => count * (bin + 1.0)).Sum() / 200;
        var shown = Assert.IsType<Figure.Shown>(One(Alignment, tally));

        Assert.InRange(shown.Value, truth - 0.15, truth + 0.15);
        Assert.Equal(200, shown.AtLeast);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void A_share_whose_part_is_a_handful_is_the_end_of_a_range(int early)
    {
        var tally = new Tally(Early);
        foreach (var (person, place) in People("a", 40).Select((person, place) => (person, place)))
        {
            tally.Add(person, place < early ? 0 : 1);
        }

        // Whatever the noise, the part is never told as fewer than five people, and hardly ever as a number of its own.
        var shown = Enumerable.Range(0, 200)
            .Select(number => new Publication([(byte)number, .. Key[1..]]).Of(Early, Week, [("group", tally)])["group"])
            .Cast<Figure.Shown>()
            .ToList();
        Assert.All(shown, figure => Assert.InRange(figure.Value, 5.0 / 60, 0.5));
        Assert.InRange(shown.Count(figure => figure.Bound == FigureBound.AtMost), 170, 200);
    }

    [Fact]
    public void A_share_needs_ten_people()
    {
        Assert.IsType<Figure.Withheld>(One(Early, Tally(Early, People("a", 9), bin: 0)));
    }

    [Fact]
    public void Of_two_groups_that_differ_by_a_handful_the_one_named_first_is_shown()
    {
        var figures = Of(Alignment, ("first", People("a", 12)), ("second", [.. People("a", 10), .. People("b", 8)]));

        Assert.IsType<Figure.Shown>(figures["first"]);
        Assert.Equal(new Figure.Withheld(WithheldReason.TooClose), figures["second"]);
    }

    [Fact]
    public void Groups_that_together_leave_a_handful_of_a_whole_are_not_all_shown()
    {
        var figures = Of(Alignment, ("one", People("a", 10)), ("two", People("b", 7)), ("all", [.. People("a", 10), .. People("b", 7), .. People("c", 3)]));

        Assert.IsType<Figure.Shown>(figures["one"]);
        Assert.IsType<Figure.Shown>(figures["two"]);
        Assert.Equal(new Figure.Withheld(WithheldReason.TooClose), figures["all"]);
    }

    [Fact]
    public void The_last_part_of_a_whole_that_is_shown_already_is_withheld_when_it_leaves_a_handful()
    {
        var figures = Of(Alignment, ("all", [.. People("a", 10), .. People("b", 7), .. People("c", 3)]), ("one", People("a", 10)), ("two", People("b", 7)));

        Assert.IsType<Figure.Shown>(figures["one"]);
        Assert.Equal(new Figure.Withheld(WithheldReason.TooClose), figures["two"]);
    }

    [Fact]
    public void Groups_that_share_nobody_are_all_shown()
    {
        var figures = Of(Alignment, ("one", People("a", 6)), ("two", People("b", 7)));

        Assert.All(figures.Values, figure => Assert.IsType<Figure.Shown>(figure));
    }

    [Fact]
    public void The_order_in_which_answers_came_does_not_matter()
    {
        var people = People("a", 30);
        var forward = new Tally(Alignment);
        var backward = new Tally(Alignment);
        foreach (var place in Enumerable.Range(0, 30))
        {
            forward.Add(people[place], place % 5);
            backward.Add(people[29 - place], (29 - place) % 5);
        }

        Assert.Equal(One(Alignment, forward), One(Alignment, backward));
    }

    private static string[] People(string name, int count) => [.. Enumerable.Range(0, count).Select(number => $"{name}{number}")];

    private static Tally Tally(Measure measure, IEnumerable<string> people, int bin)
    {
        var tally = new Tally(measure);
        foreach (var person in people)
        {
            tally.Add(person, bin);
        }

        return tally;
    }

    private static Figure One(Measure measure, Tally tally) => new Publication(Key).Of(measure, Week, [("group", tally)])["group"];

    private static IReadOnlyDictionary<string, Figure> Of(Measure measure, params (string Group, string[] People)[] groups) =>
        new Publication(Key).Of(measure, Week, [.. groups.Select(group => (group.Group, Tally(measure, group.People, bin: 2)))]);
}
