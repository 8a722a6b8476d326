using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The keys and columns of the People table: everything about a person stands in one partition, so that one transaction
/// holds a turn, one range query gives an export, and one partition is erased.
/// </summary>
public static class PeopleTable
{
    /// <summary>The table's name.</summary>
    public const string Name = "People";

    private const string PlanRow = "plan";
    private const string ProfileRow = "profile";
    internal const string MeetingPrefix = "meeting ";
    private const string WordPrefix = "word ";

    // Other tables name a person in their rows beside a time and a nudge. The longest that platforms give take some 150 with the workspace's.
    private const int LongestPartition = 256;

    // As it stands in a key, with room for the words that other keys have around it. Platforms' own take less than a hundred.
    private const int LongestTurn = 256;

    /// <summary>
    /// Whether a turn's ids are such as platforms give. Longer ones name nobody, and no row could; and one that holds the sign
    /// between the parts of a partition could stand for somebody else.
    /// </summary>
    internal static bool CanName(ChatTurn turn) =>
        !$"{turn.Person.Channel}{turn.Person.Workspace}{turn.Person.Person}".Contains('|', StringComparison.Ordinal)
        && PartitionOf(turn.Person).Length <= LongestPartition && KeyEncoding.Encode(turn.Id).Length <= LongestTurn;

    /// <summary>The partition of a person.</summary>
    public static string PartitionOf(PersonAddress person) =>
        $"{KeyEncoding.Encode(person.Channel)}|{KeyEncoding.Encode(person.Workspace)}|{KeyEncoding.Encode(person.Person)}";

    /// <summary>The person of a partition.</summary>
    public static PersonAddress PersonOf(string partition) =>
        partition.Split('|') is [var channel, var workspace, var person]
            ? new PersonAddress(KeyEncoding.Decode(channel), KeyEncoding.Decode(workspace), KeyEncoding.Decode(person))
            : throw new FormatException("The partition does not name a person.");

    /// <summary>The row of the person's profile.</summary>
    public static RowKey Profile(PersonAddress person) => new(PartitionOf(person), ProfileRow);

    /// <summary>The row of the person's plan.</summary>
    public static RowKey Plan(PersonAddress person) => new(PartitionOf(person), PlanRow);

    /// <summary>The row that says that a turn had its effect.</summary>
    public static RowKey Turn(PersonAddress person, string turn) => new(PartitionOf(person), $"turn {KeyEncoding.Encode(turn)}");

    /// <summary>The row that says that an answer's message was posted.</summary>
    public static RowKey Post(PersonAddress person, string key) => new(PartitionOf(person), $"sent {KeyEncoding.Encode(key)}");

    /// <summary>The row of the reply to a nudge.</summary>
    public static RowKey Reply(PersonAddress person, NudgeKey nudge) => new(PartitionOf(person), $"reply {nudge}");

    /// <summary>The row that says whether a nudge was of use.</summary>
    public static RowKey Useful(PersonAddress person, NudgeKey nudge) => new(PartitionOf(person), $"useful {nudge}");

    /// <summary>The range that says whether the nudges of some days were of use.</summary>
    public static RowRange Useful(PersonAddress person, DateOnly from, DateOnly until) => OfDays(person, "useful", from, until);

    /// <summary>The range that holds the replies to nudges of some days.</summary>
    public static RowRange Replies(PersonAddress person, DateOnly from, DateOnly until) => OfDays(person, "reply", from, until);

    /// <summary>The row that says whether a programme lead wants the weekly digest.</summary>
    public static RowKey Digest(PersonAddress person) => new(PartitionOf(person), "digest");

    /// <summary>The row that says that a nudge was put off.</summary>
    public static RowKey PutOff(PersonAddress person, NudgeKey nudge) => new(PartitionOf(person), $"put-off {nudge}");

    /// <summary>The row of a meeting.</summary>
    public static RowKey Meeting(PersonAddress person, string meeting) =>
        new(PartitionOf(person), $"{MeetingPrefix}{KeyEncoding.Encode(meeting)}");

    /// <summary>The range that holds all of a person's meetings.</summary>
    public static RowRange Meetings(PersonAddress person) => RowRange.WithPrefix(PartitionOf(person), MeetingPrefix);

    /// <summary>The row of what was pasted for a meeting.</summary>
    public static RowKey PreRead(PersonAddress person, string meeting) => new(PartitionOf(person), $"agenda {KeyEncoding.Encode(meeting)}");

    /// <summary>The row of what was pasted for the meeting of a row.</summary>
    internal static RowKey PreReadOf(TableRow meeting) =>
        new(meeting.Key.Partition, $"agenda {meeting.Key.Row[MeetingPrefix.Length..]}");

    /// <summary>The row that says for which meeting the next long message is meant.</summary>
    public static RowKey AwaitedPreRead(PersonAddress person) => new(PartitionOf(person), "awaited");

    /// <summary>The row of a long message of which it is not known yet for which meeting it is meant.</summary>
    public static RowKey LongMessage(PersonAddress person, string id) => new(PartitionOf(person), $"long {KeyEncoding.Encode(id)}");

    /// <summary>The row of a word that everyone in the person's company knows.</summary>
    /// <param name="person">Who said so.</param>
    /// <param name="word">The word in small letters.</param>
    public static RowKey Word(PersonAddress person, string word) => new(PartitionOf(person), $"{WordPrefix}{KeyEncoding.Encode(word)}");

    /// <summary>The range that holds all words that everyone in the person's company knows.</summary>
    public static RowRange Words(PersonAddress person) => RowRange.WithPrefix(PartitionOf(person), WordPrefix);

    /// <summary>The day whose counts a write may change; null when it changes nothing that is counted.</summary>
    /// <param name="write">A write of a row of a person.</param>
    /// <param name="zone">The person's zone.</param>
    internal static DateOnly? CountedDay(RowWrite write, TimeZoneInfo zone)
    {
        if (write.Key.Row.StartsWith(MeetingPrefix, StringComparison.Ordinal))
        {
            var properties = write switch
            {
                RowWrite.Insert insert => insert.Properties,
                RowWrite.Upsert upsert => upsert.Properties,
                RowWrite.Replace replace => replace.Properties,
                _ => null,
            };
            return properties?.Time("StartsAt") is { } start ? LocalTime.DateOf(start, zone) : null;
        }

        var nudge = write.Key.Row.Split(' ') is ["reply" or "useful", var key] && NudgeKey.TryParse(key, out var parsed) ? parsed : null;
        return nudge?.Date;
    }

    private static RowRange OfDays(PersonAddress person, string kind, DateOnly from, DateOnly until) => new(
        PartitionOf(person),
        string.Create(CultureInfo.InvariantCulture, $"{kind} {from:yyyyMMdd}"),
        string.Create(CultureInfo.InvariantCulture, $"{kind} {until.AddDays(1):yyyyMMdd}"));

    /// <summary>What a row is: the first word of its key.</summary>
    internal static string KindOf(RowKey row) => row.Row.Split(' ', 2)[0];

    /// <summary>Whether a row holds a profile.</summary>
    public static bool IsProfile(TableRow row) => row.Key.Row == ProfileRow;
}
