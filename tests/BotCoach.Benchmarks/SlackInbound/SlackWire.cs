using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace BotCoach.Benchmarks;

/// <summary>Slack's side of a slash command: its fields and its signature (docs.slack.dev, verifying requests).</summary>
internal static class SlackWire
{
    public const string Secret = "benchmark-signing-secret";
    public const string Workspace = "T0BENCH";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>A person's id.</summary>
    public static string Person(int number) => string.Create(CultureInfo.InvariantCulture, $"U{number:D7}");

    /// <summary>A signed command that a person gives in their conversation with the bot.</summary>
    /// <param name="address">Where the bot takes commands.</param>
    /// <param name="person">The person's number.</param>
    /// <param name="text">What follows <c>/coach</c>.</param>
    /// <param name="trigger">An id that no other command has.</param>
    public static HttpRequestMessage Command(Uri address, int person, string text, string trigger)
    {
        var body = Body(person, text, trigger);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") } },
            Headers = { { TimestampHeader, timestamp }, { SignatureHeader, Sign(timestamp, body) } },
        };
    }

    /// <summary>Writes the same command as the bytes of a request.</summary>
    /// <returns>How many bytes it has.</returns>
    public static int Write(Uri address, int person, string text, string trigger, Span<byte> request)
    {
        var body = Body(person, text, trigger);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var head = Encoding.ASCII.GetBytes(
            $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"{TimestampHeader}: {timestamp}\r\n{SignatureHeader}: {Sign(timestamp, body)}\r\nContent-Length: {body.Length}\r\n\r\n", request);
        body.CopyTo(request[head..]);
        return head + body.Length;
    }

    private static byte[] Body(int person, string text, string trigger) => Encoding.UTF8.GetBytes(string.Join('&', new Dictionary<string, string>
    {
        ["token"] = "deprecated",
        ["team_id"] = Workspace,
        ["team_domain"] = "benchmark",
        ["channel_id"] = $"D{Person(person)[1..]}",
        ["channel_name"] = "directmessage",
        ["user_id"] = Person(person),
        ["user_name"] = $"person{person}",
        ["command"] = "/coach",
        ["text"] = text,
        ["api_app_id"] = "A0BENCH",
        ["is_enterprise_install"] = "false",
        ["trigger_id"] = trigger,
    }.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")));

    /// <summary>The signature of a body sent at a time in seconds since 1970.</summary>
    public static string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return $"v0={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
