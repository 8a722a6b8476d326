using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>What a person answered to a nudge.</summary>
public sealed record Reply
{
    /// <summary>The longest line that is kept, in characters: a line, not a letter.</summary>
    public const int MaxLineLength = 500;

    /// <summary>The nudge that was answered.</summary>
    public required NudgeKey Nudge { get; init; }

    /// <summary>The point of the scale, the choice or the count; null when they answered in words alone.</summary>
    public string? Value { get; init; }

    /// <summary>Their words; null when there are none.</summary>
    public string? Line { get; init; }

    /// <summary>When they answered first.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>When they last changed it.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Writes a reply over the state that was read, or adds a new one.</summary>
    internal RowWrite Save(PersonAddress person, RowVersion? version) => version is { } known
        ? new RowWrite.Replace { Key = PeopleTable.Reply(person, Nudge), Version = known, Properties = Properties() }
        : new RowWrite.Insert { Key = PeopleTable.Reply(person, Nudge), Properties = Properties() };

    internal static Reply Read(TableRow row) => new()
    {
        Nudge = NudgeKey.TryParse(row.Required("Nudge"), out var nudge) ? nudge.Value : throw new InvalidDataException("A stored reply names no nudge."),
        // "Value" is where the first release kept it.
        Value = row.Properties.Number("Number")?.ToString(CultureInfo.InvariantCulture)
            ?? row.Properties.Text("Choice") ?? row.Properties.Text("Value"),
        Line = row.Properties.Text("Line"),
        AnsweredAt = row.Required(row.Properties.Time("AnsweredAt"), "AnsweredAt"),
        ChangedAt = row.Required(row.Properties.Time("ChangedAt"), "ChangedAt"),
    };

    // A point of a scale and a count are numbers to whoever else reads the table, a choice is a word.
    private RowProperties Properties()
    {
        var number = NumberOf(Value);
        return new RowProperties
        {
            { "Nudge", Nudge.ToString() },
            { "Practice", Nudge.Topic },
            { "Number", number },
            { "Choice", number is null ? Value : null },
            { "Line", Line },
            { "AnsweredAt", AnsweredAt },
            { "ChangedAt", ChangedAt },
        };
    }

    private static int? NumberOf(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && value == number.ToString(CultureInfo.InvariantCulture)
            ? number
            : null;
}

/// <summary>A reply as it stands in the store.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Version">The state of its row.</param>
internal sealed record StoredReply(Reply Reply, RowVersion Version)
{
    public static StoredReply Read(TableRow row) => new(Reply.Read(row), row.Version);
}
