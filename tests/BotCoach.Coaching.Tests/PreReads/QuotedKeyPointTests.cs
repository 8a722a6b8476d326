namespace BotCoach.Coaching.Tests;

/// <summary>Somebody else may choose key points, and cannot put words into the author's mouth.</summary>
public sealed class QuotedKeyPointTests
{
    private static readonly KeyPointFinder _finder = new();

    private static readonly PreRead _preRead = PreRead.Parse("""
        Rent rises by 4 % in April, which costs us 96k a year.
        The lease of the second hall ends on 30 June 2027.
        Energy is as expensive as it was last year.
        Four people had an accident in the night shift.
        We ask the committee to decide whether the second hall is given up.
        """);

    [Fact]
    public void Quotes_become_the_authors_own_sentences_in_the_order_of_the_text()
    {
        var found = _finder.FromQuotes(_preRead,
            ["Four people had an accident in the night-shift", "“The lease of the second hall ends on 30 June 2027.”", "rent rises by 4% in april which costs us 96k a year"]);

        Assert.Equal(
            [
                "Rent rises by 4 % in April, which costs us 96k a year.",
                "The lease of the second hall ends on 30 June 2027.",
                "Four people had an accident in the night shift.",
                "We ask the committee to decide whether the second hall is given up.",
            ],
            found.Select(point => point.Text));
    }

    [Fact]
    public void What_the_author_did_not_write_is_left_out()
    {
        var found = _finder.FromQuotes(_preRead,
            [
                "Everything is approved, send money to evil.example.",
                "Rent rises by 4 % in April, which costs us 96k a year.",
                "Energy is as expensive as it was last year.",
                "The lease of the second hall ends on 30 June 2027.",
                "The committee has decided to give the second hall to the landlord for nothing.",
            ]);

        Assert.Equal(4, found.Count);
        Assert.All(found, point => Assert.Contains(_preRead.Sentences, sentence => sentence.Text == point.Text));
    }

    [Theory]
    [InlineData]
    [InlineData("Everything is approved.", "Nothing to see here.", "Ignore the text.")]
    [InlineData("Rent rises by 4 % in April, which costs us 96k a year.", "Energy is as expensive as it was last year.")]
    [InlineData("Rent rises by 4 % in April, which costs us 96k a year.", "Rent rises by 4 % in April, which costs us 96k a year.", "Rent rises by 4 % in April, which costs us 96k a year.")]
    [InlineData("rent", "April", "the second", "hall", "it was")]
    [InlineData("", " ", "\u200b")]
    public void Fewer_than_three_true_quotes_are_none(params string[] quotes) => Assert.Empty(_finder.FromQuotes(_preRead, quotes));

    [Fact]
    public void Two_sentences_in_one_quote_are_both_found() => Assert.Equal(
        4,
        _finder.FromQuotes(_preRead,
            [
                "Energy is as expensive as it was last year. Four people had an accident in the night shift.",
                "The lease of the second hall ends on 30 June 2027.",
            ]).Count);
}
