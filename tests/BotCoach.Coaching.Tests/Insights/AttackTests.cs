using Xunit.Abstractions;

namespace BotCoach.Coaching.Tests;

/// <summary>
/// An adversary who sees every figure that is kept, which is all that a page, a file or a digest can show; who knows the rules and
/// all memberships; and who knows every answer but one.
/// </summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private const int Weeks = 12;
    private static readonly IsoWeek First = new(2026, 30);
    private static readonly Measure Alignment = Measure.OfGroup.Single(measure => measure.Id == "alignment");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_sum_or_difference_of_figures_is_about_one_to_four_people(int seed)
    {
        var company = Company.Make(seed, groups: 7, people: 60);
        var shown = 0;
        foreach (var week in company.Weeks)
        {
            var cells = company.ShownIn(week);
            shown += cells.Count;
            Assert.All(cells, cell => Assert.False(Publication.IsFew(cell.Count)));
            foreach (var left in Differences(cells))
            {
                Assert.False(Publication.IsFew(left), $"In {week} {left} people are left of {cells.Count} figures.");
            }
        }

        output.WriteLine($"{shown} figures were shown in {Weeks} weeks.");
        Assert.True(shown > Weeks);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Who_counts_never_differs_by_one_to_four_people_between_two_weeks(int seed)
    {
        var company = Company.Make(seed, groups: 5, people: 80);
        foreach (var (earlier, later) in company.Weeks.Zip(company.Weeks.Skip(1)))
        {
            foreach (var group in company.Groups)
            {
                var (before, after) = (company.CohortOf(group, earlier), company.CohortOf(group, later));
                Assert.False(Publication.IsFew(before.Except(after).Count() + after.Except(before).Count()));
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(30)]
    public void Whoever_knows_every_answer_but_one_hardly_guesses_it_better_than_blindly(int people)
    {
        const int Tables = 6_000;
        const int Games = 3_000;
        var random = new Random(people);
        var others = Enumerable.Range(1, people - 1).Select(number => ($"p{number}", Bin: random.Next(1, 4))).ToList();

        // What the adversary can work out at home: how often each figure comes for each value of the unknown answer.
        var likely = Enumerable.Range(0, Alignment.Bins).Select(bin =>
        {
            var seen = new Dictionary<Figure, int>();
            for (var draw = 0; draw < Tables; draw++)
            {
                var figure = FigureOf(Key(draw, salt: 1), "g", others, bin);
                seen[figure] = seen.GetValueOrDefault(figure) + 1;
            }

            return seen;
        }).ToList();
        var right = 0;
        for (var game = 0; game < Games; game++)
        {
            var truth = random.Next(Alignment.Bins);
            var figures = new[] { "g", InsightsTable.Everyone }.Select(group => FigureOf(Key(game, salt: 2), group, others, truth)).ToList();
            var guess = Enumerable.Range(0, Alignment.Bins).MaxBy(bin => figures.Sum(figure => Math.Log((likely[bin].GetValueOrDefault(figure) + 0.5) / Tables)));
            right += guess == truth ? 1 : 0;
        }

        output.WriteLine($"{people} people: {(double)right / Games:P1} right, {1.0 / Alignment.Bins:P0} by chance.");
        Assert.InRange((double)right / Games, 0, 0.34);
    }

    [Fact]
    public void Toggling_ones_own_answer_shows_no_more_draws_than_it_has_values()
    {
        var others = Enumerable.Range(1, 9).Select(number => ($"p{number}", Bin: number % 5)).ToList();
        var key = Key(7, salt: 3);
        var looks = Enumerable.Range(0, 200).Select(look => FigureOf(key, "g", others, look % Alignment.Bins)).Distinct().Count();

        Assert.InRange(looks, 1, Alignment.Bins);
    }

    private static byte[] Key(int number, byte salt) => [.. BitConverter.GetBytes(number), salt, .. new byte[27]];

    private static Figure FigureOf(byte[] key, string group, List<(string Pseudonym, int Bin)> others, int own)
    {
        var tally = new Tally(Alignment);
        foreach (var (pseudonym, bin) in others)
        {
            tally.Add(pseudonym, bin);
        }

        tally.Add("target", own);
        return new Publication(key).Of(Alignment, First, [(group, tally)])[group];
    }

    // How many people are left by any two figures, and by any one less others that share nobody and lie within it.
    private static IEnumerable<int> Differences(IReadOnlyList<IReadOnlySet<string>> cells)
    {
        foreach (var one in cells)
        {
            foreach (var other in cells.Where(other => other.Overlaps(one) && !ReferenceEquals(other, one)))
            {
                yield return one.Except(other).Count();
            }

            var within = cells.Where(part => part.Count < one.Count && part.IsSubsetOf(one)).ToList();
            for (var choice = 1; choice < 1 << within.Count; choice++)
            {
                var parts = within.Where((_, place) => (choice & (1 << place)) != 0).ToList();
                if (parts.Sum(part => part.Count) == parts.SelectMany(part => part).Distinct().Count())
                {
                    yield return one.Count - parts.Sum(part => part.Count);
                }
            }
        }
    }

    private sealed class Company
    {
        private readonly Dictionary<string, IReadOnlyDictionary<IsoWeek, IReadOnlySet<string>>> _cohorts = new(StringComparer.Ordinal);
        private readonly Dictionary<(IsoWeek, string), int> _answers = [];

        public IReadOnlyList<IsoWeek> Weeks { get; } = [.. Enumerable.Range(0, AttackTests.Weeks).Select(First.Plus)];

        public IReadOnlyList<string> Groups { get; private init; } = [];

        public static Company Make(int seed, int groups, int people)
        {
            var random = new Random(seed);
            var company = new Company { Groups = [.. Enumerable.Range(0, groups).Select(number => $"g{number}")] };
            foreach (var group in company.Groups)
            {
                // Sizes from three up, some of them within others, with somebody coming or going in most weeks.
                var (from, size) = (random.Next(people / 2), random.Next(3, people / 2));
                var members = Enumerable.Range(from, size).Select(number => new Membership(
                    $"p{number}",
                    random.Next(3) == 0 ? First.Plus(random.Next(AttackTests.Weeks)) : First,
                    random.Next(4) == 0 ? First.Plus(random.Next(1, AttackTests.Weeks)) : null)).ToList();
                company._cohorts.Add(group, Cohort.Of(members, First.Plus(AttackTests.Weeks)));
            }

            foreach (var week in company.Weeks)
            {
                for (var number = 0; number < people; number++)
                {
                    if (random.Next(5) > 0)
                    {
                        company._answers.Add((week, $"p{number}"), random.Next(5));
                    }
                }
            }

            return company;
        }

        public IReadOnlySet<string> CohortOf(string group, IsoWeek week) =>
            _cohorts[group].GetValueOrDefault(week) ?? new HashSet<string>(StringComparer.Ordinal);

        /// <summary>The people behind each figure that is shown.</summary>
        public IReadOnlyList<IReadOnlySet<string>> ShownIn(IsoWeek week)
        {
            List<(string Group, Tally Tally)> tallies = [.. Groups.Select(group => (group, Count(CohortOf(group, week), week)))];
            tallies.Add((InsightsTable.Everyone, Count(Groups.SelectMany(group => CohortOf(group, week)).ToHashSet(StringComparer.Ordinal), week)));
            var figures = new Publication(Key(week.Number, salt: 4)).Of(Alignment, week, tallies);
            return [.. tallies.Where(each => figures[each.Group] is Figure.Shown).Select(each => (IReadOnlySet<string>)each.Tally.People.ToHashSet(StringComparer.Ordinal))];
        }

        private Tally Count(IReadOnlySet<string> cohort, IsoWeek week)
        {
            var tally = new Tally(Alignment);
            foreach (var person in cohort.Where(person => _answers.ContainsKey((week, person))).Order(StringComparer.Ordinal))
            {
                tally.Add(person, _answers[(week, person)]);
            }

            return tally;
        }
    }
}
