using System.Diagnostics;

namespace BotCoach.Coaching.Tests;

/// <summary>Whatever is typed, reading a date neither throws nor takes long.</summary>
public sealed class MeetingTimeHostileTests
{
    private const int Long = 10_000;

    // A reading takes microseconds; this only has to be far below what a backtracking one would take.
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Texts => new(
    [
        new string('1', Long),
        new string('a', Long),
        new string(' ', Long),
        new string(':', Long),
        new string('\0', Long),
        Repeated("thu "),
        Repeated("10:00 "),
        Repeated("in 2 hours and "),
        Repeated("at on the , "),
        Repeated("26.11."),
        Repeated("next "),
        Repeated("a.m."),
        "in " + new string('9', Long) + " hours",
        "thu " + new string(' ', Long) + "\u0007",
        "thu 99999999999999999999:00",
        "in 99999999999999999999 weeks",
        "-1 days",
        "\u0661\u0660:\u0663\u0660 tomorrow",
        "tomorrow \uff11\uff10:\uff10\uff10",
        "\u660e\u5929 10:00",
        "\ud83d\ude00 thu \ud83d",
        "thu\u0000 10am",
        "thu \u202e10am",
        "\u0130n 2 hours",
        "'''''",
        "a' 10:00",
        "o'''clock",
    ]);

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hostile_text_is_not_understood_and_costs_nothing(string text)
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal("not understood", Zones.Told(MeetingTime.Read(text, Zones.Now, Zones.Berlin)));
        Assert.Equal("not understood", Zones.Told(MeetingTime.ReadDate(text, Zones.Now, Zones.Berlin)));
        MeetingTime.SplitNameAndTime(text, Zones.Now, Zones.Berlin);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _enough);
    }

    [Fact]
    public void A_time_behind_a_very_long_name_is_still_found()
    {
        var split = MeetingTime.SplitNameAndTime($"{Repeated("staff ")}thu 10am", Zones.Now, Zones.Berlin);

        Assert.Equal("thu 10am", split.TimeText);
    }

    [Fact]
    public void Any_mix_of_the_words_of_dates_is_read_or_refused()
    {
        var random = new Random(7);
        string[] words =
        [
            "thu", "next", "week", "this", "in", "2", "10", "26", "2026", "9999", "0", ".", ":", ",", "-", "/", "@", " ", " ", " ", "nov", "may", "am", "p.m.",
            "a", "half", "hour", "hours", "days", "months", "tomorrow", "noon", "at", "the", "of", "th", "and", "day", "after", "T", "o'clock", "29", "feb", "until", "for",
        ];

        for (var round = 0; round < 50_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)]));

            Assert.NotNull(MeetingTime.Read(text, Zones.Now, Zones.Berlin));
            Assert.IsNotType<TimeReading.NeedsTime>(MeetingTime.ReadDate(text, Zones.Now, Zones.Berlin));
            Assert.NotNull(MeetingTime.SplitNameAndTime(text, Zones.Now, Zones.Berlin));
        }
    }

    private static string Repeated(string piece) => string.Concat(Enumerable.Repeat(piece, Long / piece.Length));
}
