namespace BotCoach.Host;

/// <summary>Gives up on an answer that is longer than seven sentences could ever be.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const long MostBytes = 256 * 1024;

    /// <inheritdoc/>
    /// <exception cref="HttpRequestException">The endpoint cannot be reached, or its answer is too long.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
