using System.Buffers.Text;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BotCoach.Benchmarks;

/// <summary>
/// The Bot Connector's side of a message: the activity, and the token that proves it (learn.microsoft.com, "Authenticate
/// requests from the Bot Connector service to your bot").
/// </summary>
internal sealed class TeamsWire : IDisposable
{
    public const string AppId = "3f2b8a52-6a0e-4f63-9d6e-0c8c5a4d1b11";
    public const string Tenant = "aa0e8400-e29b-41d4-a716-446655440000";

    /// <summary>Where the real Connector stands. A bot sends its token nowhere else; see <see cref="InstantConnector"/>.</summary>
    public const string ServiceUrl = "https://smba.trafficmanager.net/teams/";

    private const string KeyId = "benchmark";

    private readonly RSA _key = RSA.Create(2048);
    private readonly string _token;

    /// <summary>Makes the key, and one token for the whole run: the Connector uses a token for all that it sends within its hour.</summary>
    public TeamsWire()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encode(new { typ = "JWT", alg = "RS256", kid = KeyId }) + "." + Encode(new Dictionary<string, object>
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now,
            ["exp"] = now + 3600,
        });
        _token = $"{signed}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>The public key for <see cref="BareEndpoint"/>.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>A person's id in Entra.</summary>
    public static string Person(int number) => string.Create(CultureInfo.InvariantCulture, $"c0ffee00-0000-4000-8000-{number:D12}");

    /// <summary>The key set as the Connector publishes it.</summary>
    public object KeySet()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    kid = KeyId,
                    n = Base64Url.EncodeToString(key.Modulus),
                    e = Base64Url.EncodeToString(key.Exponent),
                    endorsements = new[] { "msteams" },
                },
            },
        };
    }

    /// <summary>A message that a person writes in their conversation with the bot.</summary>
    /// <param name="address">Where the bot takes activities.</param>
    /// <param name="person">The person's number.</param>
    /// <param name="text">What they write.</param>
    /// <param name="id">An id that no other message has.</param>
    public HttpRequestMessage Message(Uri address, int person, string text, string id)
    {
        var activity = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "message",
            id,
            timestamp = TimeProvider.System.GetUtcNow().ToString("O"),
            channelId = "msteams",
            serviceUrl = ServiceUrl,
            from = new { id = $"29:{person}", name = $"Person {person}", aadObjectId = Person(person) },
            recipient = new { id = $"28:{AppId}", name = "BotCoach" },
            conversation = new { id = $"a:{person}", conversationType = "personal", tenantId = Tenant },
            channelData = new { tenant = new { id = Tenant } },
            entities = new[] { new { type = "clientInfo", locale = "en-GB", country = "GB", platform = "Web", timezone = "Europe/Berlin" } },
            locale = "en-GB",
            textFormat = "plain",
            text = text.Replace("&", "&amp;", StringComparison.Ordinal),
        });
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(activity) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _token) },
        };
    }

    public void Dispose() => _key.Dispose();

    private static string Encode(object json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
