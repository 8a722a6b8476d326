using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotCoach.Teams;

/// <summary>The keys that the Bot Connector published at one moment.</summary>
internal sealed class SigningKeySet
{
    private readonly FrozenDictionary<string, SigningKey> _keys;

    private SigningKeySet(IEnumerable<SigningKey> keys, int ignored)
    {
        _keys = keys.DistinctBy(key => key.Id, StringComparer.Ordinal).ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
        Ignored = ignored;
    }

    public int Count => _keys.Count;

    /// <summary>How many keys of the document cannot verify RS256.</summary>
    public int Ignored { get; }

    public SigningKey? Find(string keyId) => _keys.GetValueOrDefault(keyId);

    /// <summary>
    /// Reads the OpenID metadata and the key set that it points to.
    /// </summary>
    /// <exception cref="HttpRequestException">The source cannot be reached, or answers with an error.</exception>
    /// <exception cref="OperationCanceledException">The source did not answer in time.</exception>
    /// <exception cref="JsonException">An answer is not JSON of the expected shape.</exception>
    /// <exception cref="InvalidDataException">The metadata names no safe address, or the set holds no usable key.</exception>
    public static async Task<SigningKeySet> ReadAsync(HttpClient http, Uri metadataUrl, CancellationToken cancellationToken)
    {
        var metadata = JsonSerializer.Deserialize<OpenIdMetadata>(await http.GetByteArrayAsync(metadataUrl, cancellationToken));
        if (!Uri.TryCreate(metadata?.KeySetUrl, UriKind.Absolute, out var keySetUrl) || !IsSafe(keySetUrl, metadataUrl))
        {
            throw new InvalidDataException("The OpenID metadata names no jwks_uri over https.");
        }

        var document = JsonSerializer.Deserialize<JsonWebKeySet>(await http.GetByteArrayAsync(keySetUrl, cancellationToken));
        var listed = document?.Keys ?? [];
        var keys = listed.OfType<JsonWebKey>().Select(SigningKey.From).OfType<SigningKey>().ToList();
        return keys.Count > 0
            ? new SigningKeySet(keys, listed.Count - keys.Count)
            : throw new InvalidDataException("The key set holds no key that can verify RS256.");
    }

    // The metadata came over https; what it points to must not be weaker. On loopback neither needs https.
    private static bool IsSafe(Uri keySetUrl, Uri metadataUrl) =>
        keySetUrl.Scheme == Uri.UriSchemeHttps
        || (keySetUrl.Scheme == Uri.UriSchemeHttp && keySetUrl.IsLoopback && metadataUrl.IsLoopback);

    private sealed record OpenIdMetadata
    {
        [JsonPropertyName("jwks_uri")]
        public string? KeySetUrl { get; init; }
    }

    private sealed record JsonWebKeySet
    {
        [JsonPropertyName("keys")]
        public List<JsonWebKey?>? Keys { get; init; }
    }
}
