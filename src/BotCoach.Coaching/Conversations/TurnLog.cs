using System.Text.Json;
using System.Text.Json.Serialization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Remembers which turns had their effect, with what they were answered. The answer is JSON, the only one in the tables;
/// see docs/adr/0007-what-a-row-holds.md.
/// </summary>
internal static class TurnLog
{
    /// <summary>
    /// How long a turn that is seen again may still be in the hands of whoever saw it first. Twice the ten seconds that a
    /// channel gives a platform to take a message, and less than the minute after which platforms deliver again in earnest.
    /// </summary>
    public static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(20);

    // A text of a table holds 32 K characters.
    private const int ChunkLength = 32_000;

    // What a card does not have is most of it, and reads back as not there.
    private static readonly JsonSerializerOptions Brief = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static RowWrite Record(ChatTurn turn, ChatAnswer answer, DateTimeOffset now)
    {
        var properties = new RowProperties { { "At", now }, { "Kind", turn.GetType().Name } };
        var json = JsonSerializer.Serialize(answer, Brief);
        for (var start = 0; start < json.Length; start += ChunkLength)
        {
            properties.Add($"Answer{start / ChunkLength}", json.Substring(start, Math.Min(ChunkLength, json.Length - start)));
        }

        return new RowWrite.Insert { Key = PeopleTable.Turn(turn.Person, turn.Id), Properties = properties };
    }

    public static (DateTimeOffset At, ChatAnswer Answer) Read(TableRow row)
    {
        var json = string.Concat(Enumerable.Range(0, row.Properties.Count)
            .Select(chunk => row.Properties.Text($"Answer{chunk}"))
            .TakeWhile(chunk => chunk is not null));
        var answer = JsonSerializer.Deserialize<ChatAnswer>(json) ?? throw new InvalidDataException("A stored turn has no answer.");
        return (row.Required(row.Properties.Time("At"), "At"), answer);
    }
}
