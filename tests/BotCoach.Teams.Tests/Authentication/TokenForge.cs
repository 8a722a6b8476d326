using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BotCoach.Teams.Tests;

/// <summary>Makes tokens as the Bot Connector does, and as it never would.</summary>
internal sealed class TokenForge(string keyId = "connector-1") : IDisposable
{
    public RSA Key { get; } = RSA.Create(2048);

    public string KeyId { get; } = keyId;

    /// <summary>The public key as a key set lists it.</summary>
    public Dictionary<string, object> Published(params string[] endorsements)
    {
        var key = Key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = KeyId,
            ["x5t"] = KeyId,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = endorsements,
        };
    }

    public Dictionary<string, object?> Header() => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = KeyId, ["x5t"] = KeyId };

    public string Sign(object header, object payload) => SignParts(Encode(header), Encode(payload));

    public string SignParts(string header, string payload)
    {
        var signature = Key.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Encode(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));

    public static string EncodeText(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public void Dispose() => Key.Dispose();
}
