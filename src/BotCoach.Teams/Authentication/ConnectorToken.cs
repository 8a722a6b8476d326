using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCoach.Teams;

/// <summary>A token of the Bot Connector, taken apart but not yet believed.</summary>
internal sealed class ConnectorToken
{
    /// <summary>
    /// The longest token that is looked at, in characters: our own bound, several times what a handful of claims and a
    /// signature need. Whatever is longer is refused before any work is spent on it.
    /// </summary>
    public const int MaxLength = 8 * 1024;

    // A name given twice could mean one thing here and another elsewhere (RFC 7519 section 4 lets a reader refuse it).
    private static readonly JsonSerializerOptions Json = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private ConnectorToken(string keyId, ConnectorTokenPayload payload, byte[] signedPart, byte[] signature)
    {
        KeyId = keyId;
        Payload = payload;
        SignedPart = signedPart;
        Signature = signature;
    }

    /// <summary>The id of the key that the token says it was signed with.</summary>
    public string KeyId { get; }

    public ConnectorTokenPayload Payload { get; }

    /// <summary>The bytes that the signature is over.</summary>
    public ReadOnlyMemory<byte> SignedPart { get; }

    public ReadOnlyMemory<byte> Signature { get; }

    /// <summary>Reads a token in compact form (RFC 7515 section 7.1). Never throws, whatever the text.</summary>
    public static bool TryParse(
        string compact,
        [NotNullWhen(true)] out ConnectorToken? token,
        [NotNullWhen(false)] out RefusalReason? refusal)
    {
        (token, refusal) = Parse(compact);
        return token is not null;
    }

    private static (ConnectorToken? Token, RefusalReason? Refusal) Parse(string compact)
    {
        if (compact.Length > MaxLength)
        {
            return (null, RefusalReason.TooLong);
        }

        if (compact.Split('.') is not [var headerPart, var payloadPart, var signaturePart]
            || !TryRead<ConnectorTokenHeader>(headerPart, out var header))
        {
            return (null, RefusalReason.Malformed);
        }

        if (header.Algorithm is not "RS256" || header.Critical is not null)
        {
            return (null, RefusalReason.UnsupportedAlgorithm);
        }

        if (string.IsNullOrEmpty(header.KeyId)
            || !TryRead<ConnectorTokenPayload>(payloadPart, out var payload)
            || !StrictBase64Url.TryDecode(signaturePart, out var signature))
        {
            return (null, RefusalReason.Malformed);
        }

        var signedPart = Encoding.ASCII.GetBytes($"{headerPart}.{payloadPart}");
        return (new ConnectorToken(header.KeyId, payload, signedPart, signature), null);
    }

    private static bool TryRead<T>(string part, [NotNullWhen(true)] out T? value)
        where T : class
    {
        value = null;
        if (!StrictBase64Url.TryDecode(part, out var json))
        {
            return false;
        }

        try
        {
            value = JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException)
        {
            // What a stranger sent is not JSON of this shape. The answer says so; there is nothing else to tell.
        }

        return value is not null;
    }

    private sealed record ConnectorTokenHeader
    {
        [JsonPropertyName("alg")]
        public string? Algorithm { get; init; }

        [JsonPropertyName("kid")]
        public string? KeyId { get; init; }

        /// <summary>Extensions that a reader must understand or refuse the token (RFC 7515 section 4.1.11). We know none.</summary>
        [JsonPropertyName("crit")]
        public JsonElement? Critical { get; init; }
    }
}

/// <summary>The claims that matter here, as they stand in the token.</summary>
internal sealed record ConnectorTokenPayload
{
    [JsonPropertyName("iss")]
    public string? Issuer { get; init; }

    [JsonPropertyName("aud")]
    public string? Audience { get; init; }

    /// <summary>In lower case in the token, though the documentation writes <c>serviceUrl</c>.</summary>
    [JsonPropertyName("serviceurl")]
    public string? ServiceUrl { get; init; }

    /// <summary>In seconds since 1970, UTC.</summary>
    [JsonPropertyName("nbf")]
    public long? NotBefore { get; init; }

    /// <summary>In seconds since 1970, UTC.</summary>
    [JsonPropertyName("exp")]
    public long? Expires { get; init; }
}
