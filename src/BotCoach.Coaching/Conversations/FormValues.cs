using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person submitted, and what is wrong with it.</summary>
/// <param name="language">The language of the person.</param>
/// <param name="values">The values of the form's fields.</param>
internal sealed class FormValues(Language language, IReadOnlyDictionary<string, string> values)
{
    private readonly List<FieldError> _errors = [];

    /// <summary>The language in which the person reads what is wrong.</summary>
    public Language Language { get; } = language;

    /// <summary>Why the form is not taken; empty when it is.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Whether the form had a field.</summary>
    public bool Has(string field) => values.ContainsKey(field);

    /// <summary>The text of a field, empty when the form has no such field. One that is too long is refused.</summary>
    public string Text(string field, int max)
    {
        var text = values.GetValueOrDefault(field, "").Trim();
        if (text.Length > max)
        {
            Refuse(field, FormValueTexts.In(Language).TooLong(text.Length, max));
        }

        return text;
    }

    /// <summary>The text of a field on one line.</summary>
    public string Line(string field, int max) =>
        string.Join(' ', Text(field, max).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Refuses the form.</summary>
    /// <param name="field">Where the message stands.</param>
    /// <param name="message">What is wrong, and what is right.</param>
    public void Refuse(string field, string message) => _errors.Add(new FieldError(field, message));
}
