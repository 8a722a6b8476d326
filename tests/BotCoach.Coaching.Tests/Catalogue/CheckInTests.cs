namespace BotCoach.Coaching.Tests;

public sealed class CheckInTests
{
    private static readonly PracticeCatalogue _catalogue = PracticeCatalogue.Load();
    private static readonly CheckIn _scale = _catalogue.Find("align-with-manager")!.CheckIn;
    private static readonly CheckIn _choice = _catalogue.Find("share-priorities")!.CheckIn;
    private static readonly CheckIn _longChoice = _catalogue.Find("speak-early")!.CheckIn;
    private static readonly CheckIn _count = _catalogue.Find("unblock-team")!.CheckIn;
    private static readonly CheckIn _line = _catalogue.Find("refocus")!.CheckIn;

    [Theory]
    [InlineData("1")]
    [InlineData("5")]
    public void A_scale_takes_one_to_five(string value) => Assert.True(_scale.Accepts(value));

    [Theory]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("03")]
    [InlineData("+3")]
    [InlineData(" 3")]
    [InlineData("3.0")]
    [InlineData("\u0663")]
    [InlineData("yes")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void A_scale_takes_nothing_else(string value) => Assert.False(_scale.Accepts(value));

    [Theory]
    [InlineData("0", true)]
    [InlineData("99", true)]
    [InlineData("100", false)]
    [InlineData("-1", false)]
    [InlineData("00", false)]
    public void A_count_takes_0_to_99(string value, bool accepted) => Assert.Equal(accepted, _count.Accepts(value));

    [Theory]
    [InlineData("mostly", true)]
    [InlineData("Mostly", false)]
    [InlineData("maybe", false)]
    public void A_choice_takes_the_values_of_its_options(string value, bool accepted) => Assert.Equal(accepted, _choice.Accepts(value));

    [Fact]
    public void What_can_be_tapped_is_accepted() => Assert.All(
        _catalogue.Practices.Select(practice => practice.CheckIn),
        checkIn => Assert.All(checkIn.Options, option => Assert.True(checkIn.Accepts(option.Value))));

    [Fact]
    public void A_question_for_a_line_takes_no_value() => Assert.False(_line.Accepts("3"));

    [Fact]
    public void An_answer_reads_as_people_say_it()
    {
        Assert.Equal("3 of 5", _scale.Describe("3"));
        Assert.Equal("Mostly", _choice.Describe("mostly"));
        Assert.Equal("Not this time", _longChoice.Describe("not"));
        Assert.Equal("2", _count.Describe("2"));
    }

    [Fact]
    public void An_answer_that_the_catalogue_no_longer_knows_reads_as_it_was_stored() =>
        Assert.Equal("nearly", _choice.Describe("nearly"));

    [Theory]
    [InlineData("3", "3", null)]
    [InlineData(" 3. ", "3", null)]
    [InlineData("3/5", "3", null)]
    [InlineData("3 / 5", "3", null)]
    [InlineData("3 of 5", "3", null)]
    [InlineData("4 out of 5, they moved the launch", "4", "they moved the launch")]
    [InlineData("Three", "3", null)]
    [InlineData("3 - roadmap order changed on Friday", "3", "roadmap order changed on Friday")]
    [InlineData("3 \u2013 roadmap order changed", "3", "roadmap order changed")]
    [InlineData("3\u2014roadmap order changed", "3", "roadmap order changed")]
    [InlineData("3: roadmap", "3", "roadmap")]
    [InlineData("3 (roadmap)", "3", "(roadmap)")]
    [InlineData("3\nroadmap\nand budget", "3", "roadmap\nand budget")]
    [InlineData("3 :)", "3", null)]
    [InlineData("5!", "5", null)]
    [InlineData("3 people were unsure", null, "3 people were unsure")]
    [InlineData("3 of 5 people were unsure", null, "3 of 5 people were unsure")]
    [InlineData("3.5", null, "3.5")]
    [InlineData("3,5", null, "3,5")]
    [InlineData("3-4", null, "3-4")]
    [InlineData("3 - 4", null, "3 - 4")]
    [InlineData("3/4", null, "3/4")]
    [InlineData("3rd time this month", null, "3rd time this month")]
    [InlineData("6", null, "6")]
    [InlineData("10", null, "10")]
    [InlineData("-3", null, "-3")]
    [InlineData("\u0663", null, "\u0663")]
    [InlineData("roadmap order changed on Friday", null, "roadmap order changed on Friday")]
    [InlineData("", null, null)]
    [InlineData("  \n ", null, null)]
    public void Words_are_read_as_an_answer_on_a_scale_when_they_clearly_are_one(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _scale.ReadAnswer(text));

    [Theory]
    [InlineData("yes", "yes", null)]
    [InlineData("YES.", "yes", null)]
    [InlineData("mostly, two were unsure", "mostly", "two were unsure")]
    [InlineData("No; the order changed twice", "no", "the order changed twice")]
    [InlineData("no one could", null, "no one could")]
    [InlineData("nobody", null, "nobody")]
    [InlineData("yes-men everywhere", null, "yes-men everywhere")]
    [InlineData("maybe", null, "maybe")]
    public void Words_are_read_as_an_option_when_they_clearly_are_one(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _choice.ReadAnswer(text));

    [Theory]
    [InlineData("not this time, ran out of it", "not", "ran out of it")]
    [InlineData("not", "not", null)]
    [InlineData("not really sure", null, "not really sure")]
    public void The_label_of_an_option_is_an_answer_too(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _longChoice.ReadAnswer(text));

    [Theory]
    [InlineData("0", "0", null)]
    [InlineData("none", "0", null)]
    [InlineData("two, access to the logs remains", "2", "access to the logs remains")]
    [InlineData("12", "12", null)]
    [InlineData("100", null, "100")]
    [InlineData("2 cleared", null, "2 cleared")]
    public void Words_are_read_as_a_count_when_they_clearly_are_one(string text, string? value, string? line) =>
        Assert.Equal(new CheckInAnswer(value, line), _count.ReadAnswer(text));

    [Theory]
    [InlineData("3")]
    [InlineData("yes, the weekly report")]
    public void Where_a_line_is_asked_for_all_words_are_the_line(string text) =>
        Assert.Equal(new CheckInAnswer(null, text), _line.ReadAnswer(text));
}
