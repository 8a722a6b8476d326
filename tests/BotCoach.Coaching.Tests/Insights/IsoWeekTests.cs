namespace BotCoach.Coaching.Tests;

public sealed class IsoWeekTests
{
    [Theory]
    [InlineData(2026, 11, 23, "2026-W48")]
    [InlineData(2026, 11, 29, "2026-W48")]
    [InlineData(2027, 1, 3, "2026-W53")]
    [InlineData(2027, 1, 4, "2027-W01")]
    [InlineData(2024, 12, 30, "2025-W01")]
    public void A_day_lies_in_the_week_that_ISO_8601_says(int year, int month, int day, string week)
    {
        var of = IsoWeek.Of(new DateOnly(year, month, day));

        Assert.Equal(week, of.ToString());
        Assert.True(IsoWeek.TryParse(week, out var read));
        Assert.Equal(of, read);
    }

    [Fact]
    public void Weeks_are_counted_on_over_New_Year_and_sort_by_time()
    {
        var last = new IsoWeek(2026, 53);

        Assert.Equal(new IsoWeek(2027, 1), last.Plus(1));
        Assert.Equal(last, last.Plus(52).Plus(-52));
        Assert.True(last < last.Plus(1));
        Assert.True(string.CompareOrdinal(last.ToString(), last.Plus(1).ToString()) < 0);
        Assert.Equal(new DateOnly(2026, 12, 28), last.Monday);
        Assert.Equal(new DateOnly(2027, 1, 3), last.Sunday);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-W00")]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("2026-48")]
    [InlineData("2026-W48 ")]
    [InlineData("0000-W01")]
    public void What_is_no_week_is_not_read(string? text) => Assert.False(IsoWeek.TryParse(text, out _));
}
