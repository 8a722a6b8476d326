using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Host.Tests;

/// <summary>A machine that a doctor looks at: a folder with its store and keys, and a Slack that knows one token.</summary>
internal sealed partial class DoctorPatient : IAsyncDisposable
{
    private const string AllScopes = "app_mentions:read,chat:write,commands,im:history,im:write,usergroups:read,users:read,users:read.email";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botcoach-");
    private readonly Socket _nobodyListens = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly WebApplication _slack;

    private DoctorPatient(WebApplication slack)
    {
        _slack = slack;
        // Taken, so that nobody else answers there while the doctor asks.
        _nobodyListens.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>What Slack answers to auth.test.</summary>
    public string Reply { get; set; } = """{"ok":true,"user":"botcoach","team":"Northwind"}""";

    /// <summary>What Slack says the token may do.</summary>
    public string Scopes { get; set; } = AllScopes;

    /// <summary>How far Slack's clock is ahead of ours.</summary>
    public TimeSpan Ahead { get; set; }

    public string StorePath => InFolder("botcoach.db");

    public string KeysPath => InFolder("keys");

    public static async Task<DoctorPatient> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var patient = new DoctorPatient(app);
        app.MapPost("/api/auth.test", patient.AnswerAsync);
        await app.StartAsync();
        return patient;
    }

    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Runs a service for a moment, as it was before something went wrong.</summary>
    public async Task LiveAsync(params string[] settings)
    {
        await using var app = await BotCoachApp.BuildAsync(
            ["--urls=http://127.0.0.1:0", $"--Storage:Sqlite:Path={StorePath}", $"--Keys:Path={KeysPath}", "--Scheduling:Shards=2", "--Logging:LogLevel:Default=None", .. settings]);
        await app.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        (await http.GetAsync(new Uri(new Uri(app.Urls.Single()), "/health"))).EnsureSuccessStatusCode();
        await app.StopAsync();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeysPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Asks the doctor. What differs from machine to machine is put as an operator would have it.</summary>
    public async Task<(int Code, string Said)> AskAsync(params IReadOnlyList<string> settings)
    {
        await using var said = new StringWriter(CultureInfo.InvariantCulture);
        var code = await DoctorCommand.RunAsync(
            [
                "doctor", $"--urls=http://{_nobodyListens.LocalEndPoint}", $"--Storage:Sqlite:Path={StorePath}", $"--Keys:Path={KeysPath}",
                $"--Slack:ApiBaseUrl={_slack.Urls.Single()}/api/", .. settings,
            ],
            said,
            said);
        return (code, Address().Replace(
            said.ToString().Replace(_folder.FullName, "/var/lib/botcoach", StringComparison.Ordinal)
                .Replace($"{_nobodyListens.LocalEndPoint}", "127.0.0.1:3978", StringComparison.Ordinal),
            "slack.com"));
    }

    public async ValueTask DisposeAsync()
    {
        _nobodyListens.Dispose();
        await _slack.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.Date = (TimeProvider.System.GetUtcNow() + Ahead).ToString("R", CultureInfo.InvariantCulture);
        context.Response.Headers["X-OAuth-Scopes"] = Scopes;
        await context.Response.WriteAsync(Reply);
    }

    // The Slack of this test, by its address; the service's own address has a port.
    [GeneratedRegex(@"127\.0\.0\.1(?!:)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();
}
