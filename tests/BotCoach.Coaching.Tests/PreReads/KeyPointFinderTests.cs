using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Key points are the author's sentences, decisions first of all.</summary>
public sealed class KeyPointFinderTests
{
    private static readonly KeyPointFinder _finder = new();

    public static TheoryData<string> Asks =>
    [
        "We ask the board to approve a loan of 5m.",
        "Please decide whether we go in January.",
        "I need your approval for two more people.",
        "Decision needed: the second region, this year or next.",
        "Do we cap the cost of hosting for the first quarter?",
        "For this plan, should we wait until the audit is over?",
        "Approve the shareholder loan of 5m at 7 %.",
    ];

    public static TheoryData<string> SpanishAsks =>
    [
        "Pedimos al comité que apruebe el plan de expansión.",
        "Se solicita la aprobación de una inversión de 2,7 millones.",
        "¿Aprobamos la oferta antes del viernes?",
    ];

    public static TheoryData<string> NoAsks =>
    [
        "The supervisory board approves the budget on 18 December.",
        "Last year the board decided to wait.",
        "Take note of the approval that the authority gave in May.",
        "The approval of the authority came in March.",
        "El consejo aprobó el presupuesto en mayo.",
    ];

    [Theory]
    [MemberData(nameof(Asks))]
    public void A_sentence_that_asks_for_a_decision_is_always_a_key_point(string ask) =>
        AssertAsks(TextOf("quarterly-review").Split("## What we need")[0], ask);

    [Theory]
    [MemberData(nameof(SpanishAsks))]
    public void So_is_one_in_Spanish(string ask) => AssertAsks(TextOf("spanish").Split("Decisiones")[0], ask);

    [Theory]
    [MemberData(nameof(NoAsks))]
    public void A_sentence_about_a_decision_asks_for_none(string text) =>
        Assert.DoesNotContain(_finder.Find(PreRead.Parse($"Rent rises by 4 % in April.\n\n{text}")), point => point.AsksForDecision);

    [Fact]
    public void Items_below_a_heading_that_asks_are_asks()
    {
        var found = _finder.Find(PreRead.Parse("""
            Rent rises by 4 % in April, and energy by 9 %.

            ## Decisions requested
            - The second hall, yes or no
            - Take note of the revised outlook
            - A budget of 4m for the robot
            """));

        Assert.Equal(["The second hall, yes or no", "A budget of 4m for the robot"], found.Where(point => point.AsksForDecision).Select(point => point.Text));
    }

    [Fact]
    public void Of_more_asks_than_there_is_room_for_seven_stay()
    {
        string[] subjects = ["rent", "wages", "hosting", "travel", "training", "energy", "insurance", "catering", "furniture"];
        var found = _finder.Find(PreRead.Parse(string.Join("\n\n", subjects.Select((subject, number) => $"We ask the board to approve {number + 2}m for {subject} in that region."))));

        Assert.Equal(7, found.Count);
        Assert.All(found, point => Assert.True(point.AsksForDecision));
    }

    [Fact]
    public void A_very_short_text_is_its_own_summary()
    {
        Assert.Equal(
            ["Rent rises by 4 % in April.", "Nobody knows what energy will cost."],
            _finder.Find(PreRead.Parse("Rent rises by 4 % in April. Nobody knows what energy will cost.")).Select(point => point.Text));
        Assert.Equal(["Rent"], _finder.Find(PreRead.Parse("Rent")).Select(point => point.Text));
        Assert.Empty(_finder.Find(PreRead.Parse("")));
    }

    [Fact]
    public void What_is_said_twice_is_a_key_point_once()
    {
        var found = _finder.Find(PreRead.Parse("""
            Revenue fell to 18.4m in the third quarter, 4 % below plan.

            Rent rises by 4 % in April. Energy rises by 9 % in May. Wages rise by 3 % in June. Travel stays as it is for now.

            In the third quarter, revenue fell to 18.4m, which is 4 % below the plan.
            """));

        Assert.Single(found, point => point.Text.Contains("18.4m", StringComparison.Ordinal));
    }

    [Fact]
    public void Points_come_in_the_order_of_the_text_with_their_places() => Assert.All(PreReadSample.All, sample =>
    {
        var preRead = PreRead.Parse(sample.Text);
        var texts = preRead.Sentences.Select(sentence => sentence.Text).ToList();
        var places = _finder.Find(preRead).Select(point => texts.FindIndex(text => point.Text.TrimEnd('…').EndsWith(text, StringComparison.Ordinal) || text.StartsWith(point.Text.TrimEnd('…'), StringComparison.Ordinal))).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    });

    [Fact]
    public void Figures_and_dates_are_kept_as_they_were_written() => Assert.Contains(
        _finder.Find(PreRead.Parse("Thanks for coming.\n\nThe lease ends on 30 June 2027 and costs € 1,250.50 a month, up 4.5 % from 2026.\n\nWe like it here. It is nice. There is coffee. The view is good.")),
        point => point.Text == "The lease ends on 30 June 2027 and costs € 1,250.50 a month, up 4.5 % from 2026.");

    [Fact]
    public void A_sentence_that_leans_on_the_one_before_it_brings_it_along()
    {
        var found = _finder.Find(PreRead.Parse("""
            The ministry will tender the contract again. If we lost it, revenue would be lower by 1.7m in 2027 and 3.6m in 2028.

            Rent rises in April of that year. Energy rises in May of that year. Wages rise in June of that year. Travel stays as it is.
            """));

        Assert.Contains(found, point => point.Text == "The ministry will tender the contract again. If we lost it, revenue would be lower by 1.7m in 2027 and 3.6m in 2028.");
    }

    [Fact]
    public void A_sentence_that_is_too_long_for_a_card_is_cut_between_words()
    {
        var point = Assert.Single(_finder.Find(PreRead.Parse($"{string.Join(' ', Enumerable.Repeat("expensive", 60))}.")));

        Assert.InRange(point.Text.Length, 250, KeyPoint.MaxLength);
        Assert.EndsWith("expensive…", point.Text, StringComparison.Ordinal);
    }

    private static void AssertAsks(string filler, string ask) =>
        Assert.True(Assert.Single(_finder.Find(PreRead.Parse($"{filler}\n\n{ask}")), point => point.Text == ask).AsksForDecision);

    private static string TextOf(string name) => PreReadSample.All.Single(sample => sample.Name == name).Text;
}
