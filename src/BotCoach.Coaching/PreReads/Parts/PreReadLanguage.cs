using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The language that a pre-read is written in.</summary>
public enum PreReadLanguage
{
    /// <summary>Neither of those below, or too little text to tell.</summary>
    Unknown,

    /// <summary>English.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,
}

/// <summary>Which language is meant where a text does not tell.</summary>
internal static class PreReadLanguages
{
    /// <summary>The language of a text, and the reader's where the text does not tell.</summary>
    public static PreReadLanguage Or(this PreReadLanguage text, Language reader) => text == PreReadLanguage.Unknown
        ? CoachingData.Languages.First(language => language.Key == reader.Tag).Language
        : text;
}
