using Microsoft.AspNetCore.Http;

namespace BotCoach.Teams;

/// <summary>Reads a request's body once, and no more than is reasonable.</summary>
internal static class RequestBody
{
    /// <summary>The longest body that is read, in bytes. Teams takes messages of some 100 KB; a form comes back with all that was typed.</summary>
    public const int Limit = 1024 * 1024;

    /// <returns>Null when the body is longer than <see cref="Limit"/>.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Limit)
            return null;

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            if (body.Length + count > Limit)
                return null;
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}
