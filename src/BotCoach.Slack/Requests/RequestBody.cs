using Microsoft.AspNetCore.Http;

namespace BotCoach.Slack;

/// <summary>Reads a request's body once, as the bytes that were signed.</summary>
internal static class RequestBody
{
    /// <summary>The longest body that is read, in bytes. Slack's own requests stay well under 100 KB.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Room for a body that does not say its length; more than most requests take.</summary>
    private const int Usual = 4 * 1024;

    /// <returns>Null when the body is longer than <see cref="Limit"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
            return null;

        // One byte more than the body has: the read that finds its end needs room.
        var body = new byte[(request.ContentLength ?? Usual) + 1];
        var length = 0;
        while (await request.Body.ReadAsync(body.AsMemory(length), cancellationToken) is var count and > 0)
        {
            length += count;
            if (length > Limit)
                return null;
            if (length == body.Length)
                Array.Resize(ref body, Math.Min(2 * length, Limit + 1));
        }

        return body.AsMemory(0, length);
    }
}
