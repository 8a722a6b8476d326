using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>
/// What is found in the pre-reads, as it was read and found good. BOTCOACH_REWRITE_SNAPSHOTS=1 writes the files anew; read what
/// has changed before you keep it.
/// </summary>
public sealed class BriefingSnapshotTests
{
    public static TheoryData<string> Names => new(PreReadSample.All.Select(sample => sample.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_briefing_is_the_one_that_was_reviewed(string name)
    {
        var sample = PreReadSample.All.Single(sample => sample.Name == name);
        var briefing = await new Briefings(new KeyPointFinder(), TopicCatalogue.Load(), Glossary.Load()).PrepareAsync(Language.English, sample.Text, mayAskModel: false, CancellationToken.None);
        var text = BriefingText.Of(briefing, Suggestions.Load());
        var file = Path.Combine(PreReadSample.Folder, $"{name}.briefing.txt");
        if (Environment.GetEnvironmentVariable("BOTCOACH_REWRITE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), text);
    }

    [Fact]
    public void There_are_ten_pre_reads_and_they_are_of_a_real_size()
    {
        Assert.Equal(10, PreReadSample.All.Count);
        Assert.All(PreReadSample.All, sample => Assert.InRange(sample.Reference.Count, 3, 7));
        Assert.All(
            PreReadSample.All.Where(sample => sample.Name is not ("short" or "hostile")),
            sample => Assert.InRange(sample.Text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length, 800, 2_500));
    }
}
