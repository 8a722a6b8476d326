using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Benchmarks;

/// <summary>
/// The yardstick: an endpoint on the same server that checks the signature, answers and does nothing else. What the coach
/// costs beyond it is the coach's own.
/// </summary>
internal static class BareEndpoint
{
    public const string Name = "bare-endpoint";

    /// <summary>Serves until it is ended.</summary>
    public static async Task<bool> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapGet("/", () => "ready");
        app.MapPost("/slack/commands", AnswerAsync);
        await app.RunAsync();
        return true;
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var expected = SlackWire.Sign(request.Headers[SlackWire.TimestampHeader].ToString(), body.GetBuffer().AsSpan(0, (int)body.Length));
        var given = request.Headers[SlackWire.SignatureHeader].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected))
            ? Results.Text($$"""{"response_type":"ephemeral","text":"{{CommandLoad.Saved}}"}""", "application/json")
            : Results.Unauthorized();
    }
}
