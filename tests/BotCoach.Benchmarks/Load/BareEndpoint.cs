using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Benchmarks;

/// <summary>
/// The yardstick: an endpoint on the same server that checks who sent a request, answers and does nothing else. What the coach
/// costs beyond it is the coach's own.
/// </summary>
internal static class BareEndpoint
{
    public const string Name = "bare-endpoint";

    /// <summary>The variable with the public key that tokens are signed with, as base64 of its SubjectPublicKeyInfo.</summary>
    public const string Key = "BARE_KEY";

    /// <summary>Starts one in a process of its own.</summary>
    /// <param name="environment">Its variables.</param>
    public static Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string> environment) =>
        ServerProcess.StartAsync(typeof(BareEndpoint).Assembly.Location, [Name], environment, probe: "");

    /// <summary>Serves until it is ended.</summary>
    public static async Task<bool> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapGet("/", () => "ready");
        app.MapPost("/slack/commands", AnswerCommandAsync);
        app.MapPost("/api/messages", AnswerMessageAsync);
        await app.RunAsync();
        return true;
    }

    private static async Task<IResult> AnswerCommandAsync(HttpRequest request)
    {
        using var body = await BodyAsync(request);
        var expected = SlackWire.Sign(request.Headers[SlackWire.TimestampHeader].ToString(), body.GetBuffer().AsSpan(0, (int)body.Length));
        var given = request.Headers[SlackWire.SignatureHeader].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected))
            ? Results.Text($$"""{"response_type":"ephemeral","text":"{{CommandLoad.Saved}}"}""", "application/json")
            : Results.Unauthorized();
    }

    private static async Task<IResult> AnswerMessageAsync(HttpRequest request)
    {
        using var body = await BodyAsync(request);
        var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
        var signed = token.LastIndexOf('.');
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Environment.GetEnvironmentVariable(Key)!), out _);
        return rsa.VerifyData(
            Encoding.ASCII.GetBytes(token[..signed]), Base64Url.DecodeFromChars(token.AsSpan(signed + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? Results.Ok()
            : Results.Unauthorized();
    }

    private static async Task<MemoryStream> BodyAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body;
    }
}
