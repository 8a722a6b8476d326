namespace BotCoach.Coaching.Tests;

public sealed class CohortTests
{
    private static readonly IsoWeek First = new(2026, 40);

    [Fact]
    public void Fewer_than_five_people_are_no_cohort()
    {
        var cohorts = Cohort.Of([.. Joined(4, First)], First.Plus(3));

        Assert.All(cohorts.Values, Assert.Empty);
    }

    [Fact]
    public void Whoever_joins_counts_once_five_have_joined()
    {
        var cohorts = Cohort.Of([.. Joined(8, First), .. Joined(4, First.Plus(1), "b"), .. Joined(1, First.Plus(3), "c")], First.Plus(4));

        Assert.Equal([8, 8, 8, 13, 13], cohorts.OrderBy(week => week.Key).Select(week => week.Value.Count));
    }

    [Fact]
    public void Whoever_leaves_is_dropped_from_the_cohort_together_with_others()
    {
        var members = Joined(12, First).Select((member, place) => place < 6 ? member with { Before = First.Plus(place) } : member).ToList();

        var cohorts = Cohort.Of(members, First.Plus(6));

        // In the first week one was never there; by the sixth five more are gone.
        Assert.Equal([11, 11, 11, 11, 11, 6, 6], cohorts.OrderBy(week => week.Key).Select(week => week.Value.Count));
    }

    [Fact]
    public void No_two_weeks_differ_by_fewer_than_five_people()
    {
        var random = new Random(7);
        var members = Enumerable.Range(0, 200)
            .Select(number => new Membership($"p{number}", First.Plus(random.Next(20)), random.Next(2) == 0 ? null : First.Plus(20 + random.Next(20))))
            .ToList();

        var cohorts = Cohort.Of(members, First.Plus(45)).OrderBy(week => week.Key).Select(week => week.Value).ToList();

        Assert.All(cohorts.Zip(cohorts.Skip(1)), pair =>
        {
            var differ = pair.First.Except(pair.Second).Count() + pair.Second.Except(pair.First).Count();
            Assert.False(Publication.IsFew(differ), $"{differ} people differ");
        });
    }

    private static IEnumerable<Membership> Joined(int people, IsoWeek week, string name = "a") =>
        Enumerable.Range(0, people).Select(number => new Membership($"{name}{number}", week, null));
}
