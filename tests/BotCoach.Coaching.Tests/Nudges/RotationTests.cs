namespace BotCoach.Coaching.Tests;

public sealed class RotationTests
{
    private static readonly PracticeCatalogue Catalogue = PracticeCatalogue.Load();

    [Fact]
    public void The_three_practices_that_managers_ask_for_come_first() =>
        Assert.Equal(
            ["align-with-manager", "questions-and-comments", "speak-early"],
            Enumerable.Range(0, 3).Select(place => Rotation.At(Catalogue, place).Practice.Id));

    [Fact]
    public void A_round_names_every_practice_once_and_the_next_round_words_each_anew()
    {
        var count = Catalogue.Practices.Count;
        var first = Enumerable.Range(0, count).Select(place => Rotation.At(Catalogue, place)).ToList();
        var second = Enumerable.Range(count, count).Select(place => Rotation.At(Catalogue, place)).ToList();

        Assert.Equal(count, first.Select(nudge => nudge.Practice.Id).Distinct().Count());
        Assert.Equal(first.Select(nudge => nudge.Practice.Id), second.Select(nudge => nudge.Practice.Id));
        Assert.All(first.Zip(second), pair => Assert.NotEqual(pair.First.Wording, pair.Second.Wording));
    }

    [Fact]
    public void Years_of_nudges_stay_within_the_catalogue() =>
        Assert.All(
            Enumerable.Range(0, 2_000).Select(place => Rotation.At(Catalogue, place)),
            nudge => Assert.InRange(nudge.Wording, 0, nudge.Practice.Nudges.Count - 1));
}
