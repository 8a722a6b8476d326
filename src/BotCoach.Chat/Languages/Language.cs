using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCoach.Chat;

/// <summary>A language that the coach speaks. It is passed to whatever writes for a person; the thread's culture says nothing.</summary>
[JsonConverter(typeof(Json))]
public sealed record Language
{
    private Language(string tag, string name, CultureInfo culture)
    {
        (Tag, Name, Culture) = (tag, name, culture);
    }

    /// <summary>English. The invariant culture writes it, alike on every machine.</summary>
    public static Language English { get; } = new("en", "English", CultureInfo.InvariantCulture);

    /// <summary>Spanish.</summary>
    public static Language Spanish { get; } = new("es", "Español", CultureInfo.GetCultureInfo("es-ES"));

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

    /// <summary>Writes a language as its tag.</summary>
    internal sealed class Json : JsonConverter<Language>
    {
        public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Tag);
    }
}
