using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>What a person is told about a point, and what taking up an alternative makes of it.</summary>
public sealed class PlainLanguageReviewTests
{
    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();
    private static readonly HashSet<string> _none = [];

    [Fact]
    public void A_term_is_found_where_it_stands_with_a_reason_and_plain_words()
    {
        var review = _check.Review("We should re-architect the ingestion pipeline.", _none);

        var remark = Assert.Single(review.Remarks, remark => remark.Written == "ingestion pipeline");
        Assert.Equal(PlainLanguageRemarkKind.Term, remark.Kind);
        Assert.Equal(27, remark.Start);
        Assert.Equal("ingestion pipeline", review.Text.Substring(remark.Start, remark.Length));
        Assert.NotEmpty(remark.Why(Language.English));
        Assert.NotEmpty(remark.Alternatives);
    }

    [Theory]
    [InlineData("We deployed it on Friday.", "deployed", "We launched it on Friday.")]
    [InlineData("It has not been deployed.", "deployed", "It has not been launched.")]
    [InlineData("Deploying on Friday is brave.", "Deploying", "Launching on Friday is brave.")]
    [InlineData("She deploys every day.", "deploys", "She launches every day.")]
    [InlineData("The deploy failed.", "deploy", "The launch failed.")]
    [InlineData("The deploys failed.", "deploys", "The launches failed.")]
    [InlineData("Their microservices fail.", "microservices", "Their small separate programs fail.")]
    [InlineData("Microservices are slow.", "Microservices", "Small separate programs are slow.")]
    [InlineData("Our new back end is slow.", "back end", "Our new internal system is slow.")]
    [InlineData("It needs an API.", "API", "It needs a way for other systems to connect to ours.")]
    [InlineData("An API broke.", "API", "A way for other systems to connect to ours broke.")]
    [InlineData("An API team costs more.", "API", "A system connection team costs more.")]
    [InlineData("The core banking API is late.", "API", "The core banking system connection is late.")]
    [InlineData("A monolith is slow.", "monolith", "A single large program is slow.")]
    [InlineData("The encryption keys are lost.", "encryption keys", "The secrets that unlock our data are lost.")]
    [InlineData("Kubernetes costs rise.", "Kubernetes", "Software hosting costs rise.")]
    [InlineData("We moved to Kubernetes.", "Kubernetes", "We moved to the system that runs our software.")]
    [InlineData("Our Kubernetes is old.", "Kubernetes", "Our system that runs our software is old.")]
    [InlineData("We need idempotent bookings.", "idempotent", "We need repeat-safe bookings.")]
    [InlineData("Bookings are idempotent.", "idempotent", "Bookings are safe to repeat.")]
    [InlineData("Sharding the database helps.", "Sharding", "Splitting up the database helps.")]
    [InlineData("The plan stands; kubernetes is late.", "kubernetes", "The plan stands; the system that runs our software is late.")]
    [InlineData("El backend falla y no es la primera vez.", "backend", "El sistema interno falla y no es la primera vez.")]
    public void An_alternative_fits_in_the_place_of_the_term(string text, string term, string expected)
    {
        var review = _check.Review(text, _none);
        var remark = Assert.Single(review.Remarks, remark => remark.Written == term);

        Assert.Equal(expected, review.Apply(remark, remark.Alternatives[0]));
    }

    [Fact]
    public void A_term_that_occurs_three_times_gets_one_remark() =>
        Assert.Single(_check.Review("Latency is up. We measured latency. Latency costs us orders.", _none).Remarks);

    [Fact]
    public void When_one_of_two_occurrences_was_replaced_the_old_remark_is_gone()
    {
        var review = _check.Review("Latency costs us orders. Latency is up.", _none);
        var remark = Assert.Single(review.Remarks);

        var next = _check.Review(review.Apply(remark, remark.Alternatives[0]), _none);

        Assert.Null(next.Find(remark.Id));
        Assert.Equal(remark.Subject, Assert.Single(next.Remarks).Subject);
    }

    [Fact]
    public void Another_remark_keeps_its_id_when_one_was_taken_up()
    {
        var review = _check.Review("The monolith has a high latency.", _none);
        var taken = Assert.Single(review.Remarks, remark => remark.Written == "monolith");
        var other = Assert.Single(review.Remarks, remark => remark.Written == "latency");

        var next = _check.Review(review.Apply(taken, taken.Alternatives[0]), _none);

        Assert.Equal("latency", next.Find(other.Id)?.Written);
    }

    [Fact]
    public void A_remark_of_another_text_cannot_be_taken_up()
    {
        var remark = Assert.Single(_check.Review("Our latency is high.", _none).Remarks);

        Assert.Throws<ArgumentException>(() => _check.Review("We have no latency.", _none).Apply(remark, remark.Alternatives[0]));
    }

    [Fact]
    public void Words_that_nobody_offered_cannot_be_put_in()
    {
        var review = _check.Review("Our latency is high.", _none);

        Assert.Throws<ArgumentException>(() => review.Apply(Assert.Single(review.Remarks), "the weather"));
    }

    [Theory]
    [InlineData("Our Kafka is slow.", "kafka")]
    [InlineData("Our Kafka is slow.", "KAFKA")]
    [InlineData("Our data lakes are full.", "data lake")]
    [InlineData("Our EHR is slow.", "EHR")]
    [InlineData("Our XYZs are slow.", "xyz")]
    [InlineData("Our back end is slow.", "back-end")]
    public void A_word_of_the_company_gets_no_remark(string text, string word) =>
        Assert.Empty(_check.Review(text, new HashSet<string> { "unrelated", word }).Remarks);

    [Fact]
    public void A_text_without_a_word_gets_no_remark()
    {
        foreach (var text in (string[])["", " ", "\n\n", "...", "\ud83d\ude00"])
        {
            var review = _check.Review(text, _none);
            Assert.Empty(review.Remarks);
            Assert.Empty(review.Outcomes);
        }
    }
}
