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
    public void Practices_that_are_left_out_are_passed_over_and_the_others_meet_every_wording_before_any_repeats()
    {
        var off = Catalogue.Practices.Skip(2).Select(practice => practice.Id).ToHashSet();
        List<(Practice Practice, int Wording)> sent = [];
        for (var place = 0; sent.Count < 6;)
        {
            place = Rotation.From(Catalogue, place, off);
            sent.Add(Rotation.At(Catalogue, place++));
        }

        Assert.Equal(Catalogue.Practices.Take(2).Select(practice => practice.Id).Order(), sent.Select(nudge => nudge.Practice.Id).Distinct().Order());
        Assert.Equal([0, 0, 1, 1, 2, 2], sent.Select(nudge => nudge.Wording));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(22)]
    [InlineData(1_000)]
    public void Counting_ahead_is_sending_one_after_the_other(int sequence)
    {
        HashSet<string> off = ["speak-early", "align-with-manager", "confidence"];
        var place = sequence;
        for (var sent = 0; sent < 50; sent++)
        {
            place = Rotation.From(Catalogue, place, off) + 1;
        }

        Assert.Equal(place, Rotation.After(Catalogue, sequence, 50, off));
        Assert.Equal(sequence + 50, Rotation.After(Catalogue, sequence, 50, new HashSet<string>()));
    }

    [Fact]
    public void Should_all_be_left_out_none_counts_as_left_out() =>
        Assert.Equal(7, Rotation.From(Catalogue, 7, Catalogue.Practices.Select(practice => practice.Id).ToHashSet()));

    [Fact]
    public void Years_of_nudges_stay_within_the_catalogue() =>
        Assert.All(
            Enumerable.Range(0, 2_000).Select(place => Rotation.At(Catalogue, place)),
            nudge => Assert.InRange(nudge.Wording, 0, nudge.Practice.Nudges.Count - 1));
}
