using System.Collections.Frozen;

namespace BotCoach.Coaching;

/// <summary>
/// The words of commands. Commands are read by their English words; this is the one place that knows those of other
/// languages. Everybody is understood in all of them, with accents and without.
/// </summary>
internal static class CommandWords
{
    private static readonly FrozenDictionary<string, string> _english = new (string English, string Spanish)[]
    {
        ("help", "ayuda"),
        ("light", "ligero"),
        ("standard", "estandar"),
        ("active", "activo"),
        ("settings", "ajustes"),
        ("try", "probar prueba"),
        ("pause", "pausa pausar"),
        ("resume", "reanudar seguir"),
        ("stop", "parar detener"),
        ("reply", "responder respuesta"),
        ("words", "palabras"),
        ("record", "historial"),
        ("forget", "olvidame olvidar"),
        ("export", "exportar"),
        ("model", "modelo"),
        ("meeting", "reunion"),
        ("list", "lista"),
        ("one", "uno"),
        ("lead", "lider lideres"),
        ("insights", "informes resultados"),
        ("digest", "resumen"),
        (DigestCards.On, "si"),
        (DigestCards.Off, "no"),
        ("group", "grupo"),
        ("groups", "grupos"),
        ("new", "nuevo crear"),
        ("add", "anadir agregar"),
        ("remove", "quitar"),
        ("rename", "renombrar"),
        ("delete", "borrar eliminar"),
        ("none", "ninguno"),
    }.SelectMany(entry => entry.Spanish.Split(' ').Select(word => KeyValuePair.Create(word, entry.English))).ToFrozenDictionary();

    /// <summary>The English word of a command for a word of it in any language; the word itself, in small letters, when it is none.</summary>
    public static string Of(string word) => _english.TryGetValue(Words.Plain(word), out var english) ? english : word.ToLowerInvariant();

    /// <summary>The first word of a text, as <see cref="Of"/> tells it, and what follows it as it was written.</summary>
    public static (string Word, string Remainder) Split(string text)
    {
        var end = text.IndexOfAny([' ', '\t', '\n', '\r']);
        return end < 0
            ? (Of(text.TrimStart('¡', '¿').TrimEnd('.', '!', '?')), "")
            : (Of(text[..end]), text[end..].Trim());
    }
}
