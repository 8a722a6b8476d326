using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the Deliveries table: a partition for each shard and local day, and in it the nudge key
/// behind the person, so that a second delivery of the same nudge meets the first, and a person's recent nudges are a range.
/// </summary>
public sealed class DeliveriesTable(ITableStore store, ShardMap shards)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Deliveries";

    private readonly ITable _table = store.Table(Name);

    /// <summary>Records deliveries, each once; one that is recorded already stays as it is.</summary>
    public async Task RecordAsync(IEnumerable<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var writes = deliveries
            .DistinctBy(delivery => (delivery.Person, delivery.Key))
            .Select(delivery => new RowWrite.Insert { Key = KeyOf(delivery.Person, delivery.Key), Properties = Properties(delivery) });
        foreach (var transaction in writes.InTransactions())
        {
            await InsertMissingAsync([.. transaction], cancellationToken);
        }
    }

    /// <summary>The delivery of a nudge, or null when there is none.</summary>
    public async Task<Delivery?> FindAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken) =>
        await _table.ReadAsync(KeyOf(person, nudge), cancellationToken) is { } row ? Read(person, row) : null;

    /// <summary>Removes the record that a nudge could not be sent; one that says otherwise stays.</summary>
    internal async Task ForgetFailureAsync(PersonAddress person, NudgeKey nudge, CancellationToken cancellationToken)
    {
        if (await _table.ReadAsync(KeyOf(person, nudge), cancellationToken) is { } row && Read(person, row).Outcome == DeliveryOutcome.Failed)
        {
            await _table.WriteAsync([new RowWrite.Delete { Key = row.Key, Version = row.Version }], cancellationToken);
        }
    }

    /// <summary>What a person was sent on a local day, in no particular order.</summary>
    public async Task<IReadOnlyList<Delivery>> OfDayAsync(PersonAddress person, DateOnly day, CancellationToken cancellationToken)
    {
        var page = await _table.QueryAsync(OfDay(shards, person, day), TableRules.MaxPage, cancellationToken);
        return [.. page.Rows.Select(row => Read(person, row))];
    }

    private async Task InsertMissingAsync(List<RowWrite> writes, CancellationToken cancellationToken)
    {
        while (writes.Count > 0)
        {
            if (await _table.WriteAsync(writes, cancellationToken) is not WriteResult.AlreadyExists exists)
            {
                return;
            }

            writes.RemoveAt(exists.Index);
        }
    }

    /// <summary>The range that holds what a person was sent on a local day.</summary>
    internal static RowRange OfDay(ShardMap shards, PersonAddress person, DateOnly day) =>
        RowRange.WithPrefix(PartitionOf(shards, person, day), $"{PeopleTable.PartitionOf(person)} ");

    /// <summary>What was sent to the people of a shard before a local day.</summary>
    internal static PartitionRange Before(int shard, DateOnly day) => new($"{ShardMap.Name(shard)}|", PartitionOf(shard, day));

    private static string PartitionOf(ShardMap shards, PersonAddress person, DateOnly day) => PartitionOf(shards.Of(person), day);

    private static string PartitionOf(int shard, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ShardMap.Name(shard)}|{day:yyyyMMdd}");

    private RowKey KeyOf(PersonAddress person, NudgeKey nudge) =>
        new(PartitionOf(shards, person, nudge.Date), $"{PeopleTable.PartitionOf(person)} {nudge}");

    private static RowProperties Properties(Delivery delivery) => new()
    {
        { "Nudge", delivery.Key.ToString() },
        { "Outcome", delivery.Outcome.ToString() },
        { "At", delivery.At },
        { "Conversation", delivery.Message?.Conversation.Conversation },
        { "Message", delivery.Message?.Message },
        { "Reason", delivery.Reason },
    };

    private static Delivery Read(PersonAddress person, TableRow row) => new()
    {
        Person = person,
        Key = NudgeKey.TryParse(row.Required("Nudge"), out var key) ? key.Value : throw new InvalidDataException("A stored delivery names no nudge."),
        Outcome = row.RequiredEnum<DeliveryOutcome>("Outcome"),
        At = row.Required(row.Properties.Time("At"), "At"),
        Message = row.Properties.Text("Message") is { } message
            ? new MessageAddress(new ConversationAddress(person.Channel, person.Workspace, row.Required("Conversation")), message)
            : null,
        Reason = row.Properties.Text("Reason"),
    };
}
