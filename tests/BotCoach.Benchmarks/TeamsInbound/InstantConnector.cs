using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace BotCoach.Benchmarks;

/// <summary>
/// A Bot Connector that answers at once, with all that a bot in Production asks of Microsoft beside it: the signing keys and
/// a token for its managed identity. A bot sends to the real Connector's address alone, over https, so this one is reached as the
/// proxy for it and proves itself with a certificate that the host is told to trust.
/// </summary>
internal sealed class InstantConnector : IAsyncDisposable
{
    private const string BotToken = "benchmark-bot-token";

    private readonly WebApplication _app;
    private readonly string _certificateFile;
    private readonly int _plainPort = FreePort.Next();
    private readonly int _proxyPort = FreePort.Next();
    private long _sent;
    private long _updated;

    private InstantConnector(TeamsWire wire, TemporaryFolder folder)
    {
        using var key = RSA.Create(2048);
        var host = new Uri(TeamsWire.ServiceUrl).Host;
        var certificate = Certificate(host, key);
        _certificateFile = folder.File("connector.pem");
        File.WriteAllText(_certificateFile, certificate.ExportCertificatePem());

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, _plainPort);
            kestrel.Listen(IPAddress.Loopback, _proxyPort, proxy =>
            {
                proxy.Protocols = HttpProtocols.Http1;
                proxy.Use(next => connection => TunnelAsync(connection, next));
                proxy.UseHttps(certificate);
            });
        });
        _app = builder.Build();
        _app.MapGet("/openid", () => new { issuer = "https://api.botframework.com", jwks_uri = $"http://127.0.0.1:{_plainPort}/keys" });
        _app.MapGet("/keys", wire.KeySet);
        _app.MapGet("/identity", () => new
        {
            access_token = BotToken,
            expires_on = TimeProvider.System.GetUtcNow().AddHours(8).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            token_type = "Bearer",
            resource = "https://api.botframework.com",
        });
        _app.MapPost(
            "/teams/v3/conversations/{conversation}/activities",
            (HttpRequest request, JsonElement activity) => Take(request, () => $"m{Interlocked.Increment(ref _sent)}"));
        _app.MapPut("/teams/v3/conversations/{conversation}/activities/{id}", (HttpRequest request, JsonElement activity, string id) => Take(request, () =>
        {
            Interlocked.Increment(ref _updated);
            return id;
        }));
        _app.MapFallback(() => Results.NotFound());
    }

    /// <summary>How many messages the bot has changed so far.</summary>
    public long Updates => Interlocked.Read(ref _updated);

    /// <summary>What a host is given, as variables, to find all of this.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Teams__AppId"] = TeamsWire.AppId,
        ["Teams__TenantId"] = TeamsWire.Tenant,
        ["Teams__ManagedIdentityClientId"] = TeamsWire.AppId,
        ["Teams__OpenIdMetadataUrl"] = $"http://127.0.0.1:{_plainPort}/openid",
        // As App Service gives them to a program with a managed identity.
        ["IDENTITY_ENDPOINT"] = $"http://127.0.0.1:{_plainPort}/identity",
        ["IDENTITY_HEADER"] = "benchmark",
        ["HTTPS_PROXY"] = $"http://127.0.0.1:{_proxyPort}",
        ["SSL_CERT_FILE"] = _certificateFile,
    };

    public static async Task<InstantConnector> StartAsync(TeamsWire wire, TemporaryFolder folder)
    {
        var connector = new InstantConnector(wire, folder);
        await connector._app.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Take(HttpRequest request, Func<string> take) =>
        request.Headers.Authorization.ToString() == $"Bearer {BotToken}" ? Results.Json(new { id = take() }) : Results.Unauthorized();

    /// <summary>Answers the CONNECT that comes before a proxied connection, and leaves the rest of it to TLS.</summary>
    private static async Task TunnelAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        while (true)
        {
            var read = await input.ReadAsync();
            if (End(read.Buffer) is { } end)
            {
                input.AdvanceTo(end);
                break;
            }

            if (read.IsCompleted)
            {
                return;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        await output.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
        await next(connection);
    }

    private static SequencePosition? End(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8) ? reader.Position : null;
    }

    private static X509Certificate2 Certificate(string host, RSA key)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
