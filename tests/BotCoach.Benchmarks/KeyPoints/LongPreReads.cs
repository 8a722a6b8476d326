using System.Diagnostics;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Benchmarks;

/// <summary>How long briefings on one text took.</summary>
/// <param name="Name">The text.</param>
/// <param name="First">The first time in this process.</param>
/// <param name="Times">The times after that, the shortest first.</param>
/// <param name="Processor">What one took of the processors, on average; others' work on the machine is not in it.</param>
internal sealed record BriefingTimes(string Name, TimeSpan First, IReadOnlyList<TimeSpan> Times, TimeSpan Processor)
{
    public TimeSpan Max => Times[^1];

    public TimeSpan Percentile(int percent) => Times[Math.Min(Times.Count - 1, (int)Math.Ceiling(Times.Count * percent / 100d) - 1)];
}

/// <summary>Texts of the greatest length: real ones one behind the other, and such as would be slow if anything grew out of hand.</summary>
internal static class LongPreReads
{
    public static async Task<IReadOnlyList<BriefingTimes>> MeasureAsync(int rounds)
    {
        var briefings = new Briefings(new KeyPointFinder(), TopicCatalogue.Load(), Glossary.Load());
        var suggestions = Suggestions.Load();
        List<BriefingTimes> times = [];
        foreach (var (name, text) in Texts())
        {
            var first = await TimeAsync(briefings, suggestions, text);
            List<TimeSpan> others = [];
            var before = Environment.CpuUsage.TotalTime;
            for (var round = 0; round < rounds; round++)
            {
                others.Add(await TimeAsync(briefings, suggestions, text));
            }

            times.Add(new BriefingTimes(name, first, [.. others.Order()], (Environment.CpuUsage.TotalTime - before) / rounds));
        }

        return times;
    }

    private static async Task<TimeSpan> TimeAsync(Briefings briefings, Suggestions suggestions, string text)
    {
        var watch = Stopwatch.StartNew();
        var briefing = await briefings.PrepareAsync(Language.English, text, mayAskModel: false, CancellationToken.None);
        suggestions.For(Language.English, briefing, SuggestionKind.Question, []);
        suggestions.For(Language.English, briefing, SuggestionKind.Comment, []);
        return watch.Elapsed;
    }

    private static IEnumerable<(string Name, string Text)> Texts() =>
    [
        ("the ten pre-reads, one behind the other", Filled(string.Join("\n\n", PreReadSample.All.Select(sample => sample.Text)))),
        ("a thread of mails", Filled(PreReadSample.All.Single(sample => sample.Name == "thread").Text)),
        ("1,300 different items of a list", string.Concat(Enumerable.Range(0, 1_300).Select(item => $"- cost of item w{item} grows by {item} %\n"))),
        ("rows of a table", Filled("Revenue\t4.2m\t3.9m\n")),
        ("characters without a space", new string('a', PreRead.MaxLength)),
        ("one sentence without an end", Filled("rent and energy rise by 4 % ")),
        ("emoji", Filled("🚀🔥")),
        ("HTML that is never closed", Filled("<script><p ")),
        ("quotes within quotes", string.Concat(Enumerable.Range(0, 270).Select(depth => $"{new string('>', depth)} quote number {depth} in this thread\n"))),
        ("random characters", Random()),
    ];

    private static string Filled(string part) => string.Concat(Enumerable.Repeat(part, (PreRead.MaxLength / part.Length) + 1))[..PreRead.MaxLength];

    private static string Random()
    {
        const string Letters = " \n\t.,:;-*#>|<&[]()abcdeABC123%€";
        var random = new Random(1);
        return new string([.. Enumerable.Range(0, PreRead.MaxLength).Select(_ => Letters[random.Next(Letters.Length)])]);
    }
}
