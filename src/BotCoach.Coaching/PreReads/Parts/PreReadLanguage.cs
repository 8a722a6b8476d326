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
