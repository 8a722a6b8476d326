using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace BotCoach.Storage;

/// <summary>Dates each attempt and, with an account key, signs it (scheme Shared Key Lite of the Table service).</summary>
/// <remarks>Source: learn.microsoft.com, "Authorize with Shared Key", section on the Table service.</remarks>
internal sealed class SignaturePolicy(TableServiceAccess access, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        if (access.Key is not null)
        {
            var signed = $"{date}\n/{access.Account}{message.Request.Uri.ToUri().AbsolutePath}";
            var signature = Convert.ToBase64String(HMACSHA256.HashData(access.Key, Encoding.UTF8.GetBytes(signed)));
            message.Request.Headers.SetValue(HttpHeader.Names.Authorization, $"SharedKeyLite {access.Account}:{signature}");
        }
    }
}

/// <summary>
/// Notes when an attempt failed in such a way that the server may have done what it was asked for all the same: its
/// answer was lost, came too late or says nothing of it.
/// </summary>
internal sealed class LostAnswerPolicy : HttpPipelinePolicy
{
    private LostAnswerPolicy()
    {
    }

    public static LostAnswerPolicy Instance { get; } = new();

    /// <summary>Whether an attempt before the one that was answered may have been carried out.</summary>
    public static bool IsAnyLost(HttpMessage message) => message.TryGetProperty(typeof(LostAnswerPolicy), out _);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception error)
        {
            Note(message, error);
            throw;
        }

        Note(message, error: null);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The store does not call synchronously.");

    private static void Note(HttpMessage message, Exception? error)
    {
        if (error is null ? SaysNothing(message.Response.Status) : !NeverArrived(error))
        {
            message.SetProperty(typeof(LostAnswerPolicy), true);
        }
    }

    // 429 and 503 turn a request away before anything is done.
    // Source: learn.microsoft.com, "Table service error codes" (ServerBusy).
    private static bool SaysNothing(int status) => status is 408 or >= 500 and not 503;

    private static bool NeverArrived(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => true,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => true,
        RequestFailedException { InnerException: { } inner } => NeverArrived(inner),
        _ => false,
    };
}
