using Azure.Core;
using Azure.Core.Pipeline;

namespace BotCoach.Storage;

/// <summary>
/// Reads the body of an answer into pooled memory. It does so within each attempt, so that an answer that breaks off is
/// a lost one, and asked for again.
/// </summary>
internal sealed class AnswerBodyPolicy : HttpPipelinePolicy
{
    // A row or an error fits; a page of rows, when the service does not tell its length, makes it grow.
    private const int LikelyBytes = 2_048;

    private AnswerBodyPolicy()
    {
    }

    public static AnswerBodyPolicy Instance { get; } = new();

    /// <summary>The body of the answer, for whoever takes it to dispose of; null when there is none.</summary>
    public static PooledBytes? Of(HttpMessage message) =>
        message.TryGetProperty(typeof(AnswerBodyPolicy), out var body) ? (PooledBytes?)body : null;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        // That of an attempt before, which nobody reads.
        Of(message)?.Dispose();
        message.SetProperty(typeof(AnswerBodyPolicy), null!);
        message.BufferResponse = false;
        await ProcessNextAsync(message, pipeline);
        if (message.Response.ContentStream is { } stream)
        {
            await using (stream)
            {
                message.SetProperty(typeof(AnswerBodyPolicy), await ReadAsync(stream, message.Response.Headers.ContentLength, message.CancellationToken));
            }

            message.Response.ContentStream = null;
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The store does not call synchronously.");

    private static async Task<PooledBytes> ReadAsync(Stream stream, int? length, CancellationToken cancellationToken)
    {
        // With room left over, so that the end is seen without growing.
        var body = new PooledBytes((length ?? LikelyBytes) + PooledBytes.Room);
        while (await stream.ReadAsync(body.GetMemory(), cancellationToken) is > 0 and var count)
        {
            body.Advance(count);
        }

        return body;
    }
}
