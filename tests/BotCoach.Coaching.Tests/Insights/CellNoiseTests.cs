namespace BotCoach.Coaching.Tests;

public sealed class CellNoiseTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    public void The_same_answers_in_the_same_cell_get_the_same_noise()
    {
        var noise = new CellNoise(Key);

        Assert.All(Enumerable.Range(0, 50), number =>
            Assert.Equal(noise.Of("cell", 0, [(byte)number]), new CellNoise(Key).Of("cell", 0, [(byte)number])));
    }

    [Fact]
    public void Another_cell_bin_answer_or_key_has_noise_of_its_own()
    {
        int[] Draws(byte[] key, string cell, int bin, int offset) =>
            [.. Enumerable.Range(0, 100).Select(number => new CellNoise(key).Of(cell, bin, [(byte)(number + offset)]))];

        var draws = Draws(Key, "cell", 0, 0);

        Assert.NotEqual(draws, Draws(Key, "cell ", 0, 0));
        Assert.NotEqual(draws, Draws(Key, "cell", 1, 0));
        Assert.NotEqual(draws, Draws(Key, "cell", 0, 1));
        Assert.NotEqual(draws, Draws([.. Key.Reverse()], "cell", 0, 0));
    }

    [Fact]
    public void The_odds_of_a_count_change_at_most_twofold_with_one_answer()
    {
        const int Draws = 400_000;
        var noise = new CellNoise(Key);
        var seen = new Dictionary<int, int>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var value = noise.Of("cell", 0, BitConverter.GetBytes(draw));
            seen[value] = seen.GetValueOrDefault(value) + 1;
        }

        // Two-sided geometric: (1 - a) / (1 + a) * a^|n|, with a = 1/2.
        foreach (var value in Enumerable.Range(-4, 9))
        {
            var expected = 1 / 3.0 * Math.Pow(1 / CellNoise.MostOdds, Math.Abs(value));
            var error = 5 * Math.Sqrt(expected * (1 - expected) / Draws);
            Assert.InRange((double)seen[value] / Draws, expected - error, expected + error);
        }
    }
}
