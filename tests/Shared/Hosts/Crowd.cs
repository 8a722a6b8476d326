using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Testing;

/// <summary>Many people who agreed to a plan at any hour of any day, written into a store as the coach writes them.</summary>
/// <param name="store">A store whose tables are there.</param>
/// <param name="shards">How it spreads people.</param>
public sealed class Crowd(ITableStore store, ShardMap shards)
{
    private const string Version = "enrolled";
    private const int WritersAtOnce = 16;

    /// <summary>Enrols people, each with one nudge; the one after it comes on New Year's Day.</summary>
    /// <param name="people">Who, and the conversation with them; null for one that the host is to open.</param>
    /// <param name="dueAt">When the nudge of each, by their number, is due.</param>
    public async Task EnrolAsync(IReadOnlyList<(PersonAddress Person, string? Conversation)> people, Func<int, DateTimeOffset> dueAt)
    {
        var now = TimeProvider.System.GetUtcNow();
        var plan = new Plan { Template = "active", Cadence = AnyTime, Status = PlanStatus.Active, Version = Version, Since = now.AddMinutes(-1) };
        var zone = ZoneAtNoon(now);
        var table = store.Table(PeopleTable.Name);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = WritersAtOnce };
        await Parallel.ForEachAsync(people, parallel, async (one, token) => await table.WriteAsync(
            [
                new RowWrite.Upsert { Key = PeopleTable.Plan(one.Person), Properties = PlanRow.Write(plan) },
                new RowWrite.Upsert
                {
                    Key = PeopleTable.Profile(one.Person),
                    Properties = ProfileRow.Write(
                        new Profile { Person = one.Person, Name = one.Person.Person, Zone = zone, Conversation = one.Conversation, MetAt = now }),
                },
            ],
            token));

        var due = new DueTable(store, shards);
        var pages = people
            .Select((one, number) => new DueNudge { Person = one.Person, Kind = NudgeKind.Practice, DueAt = dueAt(number), Version = Version })
            .GroupBy(nudge => shards.Of(nudge.Person))
            .SelectMany(shard => shard.Chunk(TableRules.MaxTransaction));
        await Parallel.ForEachAsync(pages, parallel, async (page, token) => await due.AddAsync(page, token));
    }

    /// <summary>How many nudges are due at an instant and not dealt with, claimed or not.</summary>
    public async Task<int> CountDueAsync(DateTimeOffset now)
    {
        var due = new DueTable(store, shards);
        var count = 0;
        for (var shard = 0; shard < shards.Count; shard++)
        {
            for (var from = ""; from is not null;)
            {
                var (rows, next) = await due.ReadDueAsync(shard, now, from, default);
                count += rows.Count;
                from = next;
            }
        }

        return count;
    }

    // Quiet hours that end when they begin are none.
    private static Cadence AnyTime => new()
    {
        Cron = "0 0 0 1 1 ?",
        WorkingDays = Enum.GetValues<DayOfWeek>().ToHashSet(),
        QuietFrom = TimeOnly.MinValue,
        QuietUntil = TimeOnly.MinValue,
    };

    // A nudge of yesterday is not sent today: at noon no test runs into midnight. Etc/GMT-5 is five hours ahead of UTC.
    private static string ZoneAtNoon(DateTimeOffset now) => (12 - now.Hour) switch
    {
        0 => "Etc/UTC",
        > 0 and var ahead => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT-{ahead}"),
        var behind => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT+{-behind}"),
    };
}
