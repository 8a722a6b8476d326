using BotCoach.Storage;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>However much there is, retention holds a page of it. The memory is that of the whole process, so nothing else may run.</summary>
[CollectionDefinition(nameof(RetentionMemoryTests), DisableParallelization = true)]
[Collection(nameof(RetentionMemoryTests))]
public sealed class RetentionMemoryTests
{
    private const int People = 60;
    private const int Turns = 100;

    // 4,000 characters are what an answer with a card takes; 48 MB in all, as .NET holds them.
    private const int Length = 4_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Old_rows_of_many_megabytes_go_within_a_few(bool onAzurite)
    {
        await using var scanned = await ScannedDesk.OpenAsync(onAzurite);
        var text = new string('x', Length);
        foreach (var person in Enumerable.Range(0, People).Select(number => scanned.Desk.Anna with { Person = $"p{number}" }))
        {
            await scanned.Store.Table(PeopleTable.Name).WriteAsync(
                [
                    .. Enumerable.Range(0, Turns).Select(turn => new RowWrite.Insert
                    {
                        Key = PeopleTable.Turn(person, $"t{turn}"),
                        Properties = new RowProperties { { "At", scanned.Desk.Clock.GetUtcNow() }, { "Answer0", text } },
                    }),
                ],
                CancellationToken.None);
        }

        scanned.Desk.Clock.Advance(TimeSpan.FromDays(36));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        Look(25);
        var counts = await scanned.Desk.Get<Retention>().RunAsync(CancellationToken.None);
        scanned.Store.Heal();

        Assert.Equal(People * Turns, counts["people"]);
        Assert.InRange(most - before, long.MinValue, 6 * 1024 * 1024);
        Assert.NotEqual(0, most);

        void Look(int calls) => scanned.Store.After(calls, () =>
        {
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            Look(calls);
            return Task.CompletedTask;
        });
    }
}
