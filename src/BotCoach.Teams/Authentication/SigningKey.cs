using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace BotCoach.Teams;

/// <summary>A public key of the Bot Connector, and the channels it may speak for.</summary>
internal sealed class SigningKey
{
    /// <summary>In bits (RFC 7518 section 3.3: RS256 needs 2048 or more).</summary>
    private const int MinKeySize = 2048;

    private readonly RSAParameters _publicKey;
    private readonly string[] _endorsements;

    private SigningKey(string id, RSAParameters publicKey, string[] endorsements)
    {
        Id = id;
        _publicKey = publicKey;
        _endorsements = endorsements;
    }

    public string Id { get; }

    /// <summary>Reads a key of a key set. Null when it is none that can verify RS256.</summary>
    public static SigningKey? From(JsonWebKey key)
    {
        if (key is not { Type: "RSA", Use: null or "sig", Algorithm: null or "RS256", Id.Length: > 0 }
            || !StrictBase64Url.TryDecode(key.Modulus, out var modulus)
            || !StrictBase64Url.TryDecode(key.Exponent, out var exponent)
            // Numbers have no leading zero octet (RFC 7518 section 6.3.1), and RSA.Create reads past the end of an empty one.
            || modulus is not [> 0, ..]
            || exponent is not [> 0, ..])
        {
            return null;
        }

        var publicKey = new RSAParameters { Modulus = modulus, Exponent = exponent };
        try
        {
            using var rsa = RSA.Create(publicKey);
            return rsa.KeySize < MinKeySize ? null : new SigningKey(key.Id, publicKey, key.Endorsements ?? []);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public bool IsEndorsedFor(string channelId) => _endorsements.Contains(channelId, StringComparer.Ordinal);

    public bool Verifies(ReadOnlySpan<byte> signedPart, ReadOnlySpan<byte> signature)
    {
        // One for each call: an RSA object is not promised to be safe on several threads.
        using var rsa = RSA.Create(_publicKey);
        return rsa.VerifyData(signedPart, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

/// <summary>A key as the key set has it (RFC 7517), with the Bot Connector's own <c>endorsements</c>.</summary>
internal sealed record JsonWebKey
{
    [JsonPropertyName("kty")]
    public string? Type { get; init; }

    [JsonPropertyName("use")]
    public string? Use { get; init; }

    [JsonPropertyName("alg")]
    public string? Algorithm { get; init; }

    [JsonPropertyName("kid")]
    public string? Id { get; init; }

    [JsonPropertyName("n")]
    public string? Modulus { get; init; }

    [JsonPropertyName("e")]
    public string? Exponent { get; init; }

    [JsonPropertyName("endorsements")]
    public string[]? Endorsements { get; init; }
}
