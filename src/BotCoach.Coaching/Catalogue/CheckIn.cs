using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What kind of answer a check-in takes.</summary>
public enum CheckInKind
{
    /// <summary>A number from 1 to 5.</summary>
    Scale,

    /// <summary>One of some options.</summary>
    Choice,

    /// <summary>How many, from 0 to 99.</summary>
    Count,

    /// <summary>A line of the person's own words and nothing else.</summary>
    Line,
}

/// <summary>One option of a choice.</summary>
/// <param name="Value">What is stored, such as <c>not-yet</c>.</param>
/// <param name="Label">What people read, such as <c>Not yet</c>.</param>
public sealed record CheckInOption(string Value, string Label);

/// <summary>The question that goes with a practice, and what counts as an answer to it.</summary>
public sealed record CheckIn
{
    /// <summary>The highest number of a scale; the lowest is 1.</summary>
    public const int HighestOfScale = 5;

    /// <summary>The highest number of a count; the lowest is 0.</summary>
    public const int HighestCount = 99;

    /// <summary>The language that it is asked in.</summary>
    public required Language Language { get; init; }

    /// <summary>What the person is asked.</summary>
    public required string Question { get; init; }

    /// <summary>What kind of answer it takes.</summary>
    public required CheckInKind Kind { get; init; }

    /// <summary>
    /// What there is to tap, in the order to show it: all of a choice or a scale, the small numbers of a count (larger ones
    /// are typed), and nothing where only a line is asked for.
    /// </summary>
    public required IReadOnlyList<CheckInOption> Options { get; init; }

    /// <summary>The options as other languages label them: people type whichever comes to mind.</summary>
    internal IReadOnlyList<CheckInOption> Elsewhere { get; init; } = [];

    /// <summary>What 1 means; null when the scale says nothing about it.</summary>
    public string? Low { get; init; }

    /// <summary>What 5 means; null when the scale says nothing about it.</summary>
    public string? High { get; init; }

    /// <summary>What the optional line beside the answer asks; null when the question itself asks for a line.</summary>
    public string? Line { get; init; }

    /// <summary>
    /// Whether a value, spelled as it is stored, answers the question. No value answers a question for a line.
    /// </summary>
    public bool Accepts(string value) => Kind switch
    {
        CheckInKind.Scale => IsNumber(value, 1, HighestOfScale),
        CheckInKind.Count => IsNumber(value, 0, HighestCount),
        CheckInKind.Choice => Options.Any(option => option.Value == value),
        _ => false,
    };

    /// <summary>
    /// How a stored value reads to people: <c>3 of 5</c>, <c>Mostly</c>, <c>2</c>. A value that this check-in no longer
    /// takes, because the catalogue changed since, reads as it was stored.
    /// </summary>
    public string Describe(string value)
    {
        if (!Accepts(value))
        {
            return value;
        }

        return Kind switch
        {
            CheckInKind.Scale => ScaleTexts.In(Language).Answer(value, HighestOfScale),
            CheckInKind.Choice => Options.First(option => option.Value == value).Label,
            _ => value,
        };
    }

    /// <summary>
    /// Reads what a person wrote as an answer when it clearly is one: <c>3 - the order changed</c> on a scale is the
    /// value 3 with a line, and so is <c>tres, cambió el orden</c>. Other words are a line without a value.
    /// </summary>
    public CheckInAnswer ReadAnswer(string text) => CheckInAnswer.Read(this, text);

    // Digits only and no leading zero, so that equal answers are stored alike.
    private static bool IsNumber(string value, int lowest, int highest) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= lowest && number <= highest
        && value == number.ToString(CultureInfo.InvariantCulture);
}
