using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace BotCoach.Teams;

/// <summary>Reads the Bot Connector's JSON, in which anything may be missing, and says how ours is written.</summary>
internal static class TeamsJson
{
    /// <summary>
    /// Escapes as little as JSON allows: nothing of ours is put into a page, and a message has a limit of size that
    /// escapes would use up.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The value at a path of property names; null when there is none.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element;
    }

    /// <summary>The text at a path; null when there is none, or an empty one.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    /// <summary>Whether the value at a path is <c>true</c>.</summary>
    public static bool Flag(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>The items of the list at a path; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>
    /// How much of <see cref="TeamsLimits.Message"/> a part takes, in characters. Teams counts UTF-16; a text of which
    /// UTF-8 would take more counts as that.
    /// </summary>
    public static int Size(this JsonNode part)
    {
        var json = part.ToJsonString(Options);
        return Math.Max(json.Length, (Encoding.UTF8.GetByteCount(json) + 1) / 2);
    }

    /// <summary>How much several parts take in a list.</summary>
    public static int Size(this IEnumerable<JsonNode> parts) => parts.Sum(part => part.Size() + 1);
}
