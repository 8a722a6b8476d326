using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Benchmarks;

/// <summary>Somebody who is to be in the store, with a nudge that comes due.</summary>
/// <param name="Person">Who.</param>
/// <param name="Conversation">The platform's id of the direct conversation with them.</param>
/// <param name="DueAt">When.</param>
internal readonly record struct Enrolled(PersonAddress Person, string Conversation, DateTimeOffset DueAt);

/// <summary>
/// Fills a store with people as the coach would have left them: profile, plan, and the nudge that comes next. The rows are
/// the product's own; only the turns that would have led there are left out.
/// </summary>
internal static class Enrolment
{
    // Writers wait for the disk together; more at once fill its queue, and the memory of this program.
    private const int Together = 256;

    private const string Version = "enrolled";

    /// <summary>Fills a store.</summary>
    /// <param name="store">A store with its tables.</param>
    /// <param name="shards">Its shards.</param>
    /// <param name="count">How many people.</param>
    /// <param name="of">The person of a number from 0 on.</param>
    public static async Task FillAsync(ITableStore store, ShardMap shards, int count, Func<int, Enrolled> of)
    {
        var now = TimeProvider.System.GetUtcNow();
        var zone = Daytime.ZoneAt(now);
        var people = store.Table(PeopleTable.Name);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Together };
        await Parallel.ForAsync(0, count, parallel, async (number, cancellationToken) =>
            await people.WriteAsync(Rows(of(number), now, zone), cancellationToken));

        var due = new DueTable(store, shards);
        var nudges = Enumerable.Range(0, count)
            .Select(number => (Number: number, Shard: shards.Of(of(number).Person)))
            .GroupBy(person => person.Shard)
            .SelectMany(shard => shard.Chunk(TableRules.MaxTransaction));
        await Parallel.ForEachAsync(nudges, parallel, async (chunk, cancellationToken) =>
            await due.AddAsync([.. chunk.Select(person => Nudge(of(person.Number), person.Number))], cancellationToken));
    }

    private static RowWrite[] Rows(Enrolled enrolled, DateTimeOffset now, TimeZoneInfo zone)
    {
        var profile = new Profile
        {
            Person = enrolled.Person,
            Name = enrolled.Person.Person,
            Zone = zone.Id,
            Locale = "en-GB",
            Conversation = enrolled.Conversation,
            MetAt = now,
        };
        var at = TimeZoneInfo.ConvertTime(enrolled.DueAt, zone);
        var plan = new Plan
        {
            Template = "active",
            Cadence = new Cadence
            {
                Cron = string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} ? * *"),
                WorkingDays = Enum.GetValues<DayOfWeek>().ToHashSet(),
            },
            Status = PlanStatus.Active,
            Version = Version,
            Since = now.AddDays(-1),
        };
        return
        [
            new RowWrite.Insert { Key = PeopleTable.Profile(enrolled.Person), Properties = ProfileRow.Write(profile) },
            new RowWrite.Insert { Key = PeopleTable.Plan(enrolled.Person), Properties = PlanRow.Write(plan) },
        ];
    }

    // Different places in the rotation, so that different practices go out.
    private static DueNudge Nudge(Enrolled enrolled, int sequence) => new()
    {
        Person = enrolled.Person,
        Kind = NudgeKind.Practice,
        DueAt = enrolled.DueAt,
        Version = Version,
        Sequence = sequence,
    };
}
