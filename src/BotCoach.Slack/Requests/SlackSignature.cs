using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace BotCoach.Slack;

/// <summary>
/// Tells whether a request is from Slack (docs.slack.dev, verifying requests). Whatever is missing or garbled, the
/// secret included, means that it is not.
/// </summary>
internal sealed partial class SlackSignature(IOptions<SlackOptions> options, TimeProvider clock, ILogger<SlackSignature> logger)
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far, in seconds, a request's time may be off in either direction, so that none can be replayed later.</summary>
    private const long Tolerance = 5 * 60;

    private int _warned;

    public bool IsGenuine(StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body)
    {
        if (options.Value.SigningSecret is not { } secret)
        {
            if (Interlocked.Exchange(ref _warned, 1) == 0)
                Log.NoSecret(logger);
            return false;
        }

        if (timestamp is not [{ } sentText] || signature is not [{ } given]
            || !long.TryParse(sentText, NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
        {
            return false;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return sent >= now - Tolerance && sent <= now + Tolerance
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Sign(secret, sentText, body));
    }

    private static byte[] Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return Encoding.UTF8.GetBytes("v0=" + Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Requests to the Slack endpoints are refused: set Slack:SigningSecret.")]
        public static partial void NoSecret(ILogger logger);
    }
}
