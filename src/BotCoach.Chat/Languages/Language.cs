using System.Globalization;

namespace BotCoach.Chat;

/// <summary>A language that the coach speaks. It is passed to whatever writes for a person; the thread's culture says nothing.</summary>
public sealed record Language
{
    private Language(string tag, string name, string region)
    {
        Tag = tag;
        Name = name;
        Culture = CultureInfo.GetCultureInfo(region);
    }

    /// <summary>English.</summary>
    public static Language English { get; } = new("en", "English", "en-GB");

    /// <summary>Spanish.</summary>
    public static Language Spanish { get; } = new("es", "Español", "es-ES");

    /// <summary>All of them; the first is spoken to people whose own language is none of them.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Spanish];

    /// <summary>Its tag (BCP 47), such as <c>es</c>: the end of a resource file's name, and what a profile keeps.</summary>
    public string Tag { get; }

    /// <summary>Its name in itself.</summary>
    public string Name { get; }

    /// <summary>How it writes dates and numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language of a locale, such as <c>es-MX</c> or <c>es_419</c>; null when it is not spoken, or nothing is known.</summary>
    public static Language? Find(string? locale) =>
        All.FirstOrDefault(language => locale is not null
            && locale.StartsWith(language.Tag, StringComparison.OrdinalIgnoreCase)
            && (locale.Length == language.Tag.Length || locale[language.Tag.Length] is '-' or '_'));

    /// <summary>The language of a locale, and English where that is not spoken.</summary>
    public static Language Of(string? locale) => Find(locale) ?? English;

    /// <summary>Its tag.</summary>
    public override string ToString() => Tag;
}
