using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Storage.Tests;

public abstract partial class TableContractTests
{
    private static readonly string[] ModelRows = ["", "a", "a!", "b", "\u00e4", "\ud83d\ude00", "\uff5e"];

    private int _partitions;

    /// <summary>How many sequences are tried; fewer for a store that is slow to test.</summary>
    protected virtual int Rounds => 60;

    [Fact]
    public void Any_sequence_of_transactions_does_what_it_does_to_a_dictionary() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Rounds).WithEndSize(25),
        Prop.ForAll(ArbMap.Default.ArbFor<Step[][]>(), AgreesWithModelAsync));

    private async Task AgreesWithModelAsync(Step[][] transactions)
    {
        var partition = $"model {_partitions++}";
        var model = new TableModel();
        var seen = new List<RowVersion>();
        foreach (var steps in transactions.Where(steps => steps.Length > 0))
        {
            RowWrite[] writes = [.. steps.Select(step => WriteOf(step, partition, model, seen)).DistinctBy(write => write.Key)];

            var expected = model.Conflict(writes);
            var result = await TryWriteAsync(writes);

            if (expected is not null)
            {
                Assert.Equal(expected, result);
                continue;
            }

            var versions = Assert.IsType<WriteResult.Written>(result).Versions;
            Assert.Equal(writes.Select(write => write is RowWrite.Delete), versions.Select(version => version is null));
            Assert.DoesNotContain(versions, version => version is { } again && seen.Contains(again));
            seen.AddRange(versions.OfType<RowVersion>());
            model.Apply(writes, versions);
        }

        Assert.Equal(model.Rows, await RowsAsync(new RowRange(partition), take: 2));
        foreach (var key in ModelRows)
        {
            var row = await ReadAsync(key, partition);
            Assert.Equal(model.Version(key), row?.Version);
            if (row is not null)
            {
                AssertSame(model.Properties(key), row.Properties);
            }
        }
    }

    private static RowWrite WriteOf(Step step, string partition, TableModel model, List<RowVersion> seen)
    {
        var key = Key(ModelRows[step.Row % ModelRows.Length], partition);
        var properties = new RowProperties
        {
            { "Number", step.Value % 2 == 0 ? (int)step.Value : null },
            { "Text", step.Value % 3 == 0 ? $"t{step.Value}" : null },
            { "Time", step.Value % 5 == 0 ? DateTimeOffset.UnixEpoch.AddTicks(step.Value) : null },
        };

        // Mostly any version or the right one: else hardly a long transaction would take place.
        RowVersion? version = (step.Version % 8) switch
        {
            0 when seen.Count > 0 => seen[step.Version / 8 % seen.Count],
            1 or 2 or 3 => model.Version(key.Row),
            _ => null,
        };
        return (step.Kind % 8) switch
        {
            0 or 1 => new RowWrite.Insert { Key = key, Properties = properties },
            2 => new RowWrite.Replace { Key = key, Properties = properties, Version = version },
            3 => new RowWrite.Merge { Key = key, Properties = properties, Version = version },
            4 => new RowWrite.Delete { Key = key, Version = version },
            _ => new RowWrite.Upsert { Key = key, Properties = properties },
        };
    }

    /// <summary>One write, in numbers, so that a failing sequence is made smaller before it is shown.</summary>
    public sealed record Step(byte Kind, byte Row, byte Value, byte Version);
}
