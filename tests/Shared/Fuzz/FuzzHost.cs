using System.Collections.Concurrent;
using BotCoach.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotCoach.Testing;

/// <summary>The whole service in this process, on a store of its own, with everything that it logs as an error.</summary>
internal sealed class FuzzHost : IAsyncDisposable
{
    public const string Secret = "fuzz-signing-secret";

    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly ErrorLog _log;

    private FuzzHost(DirectoryInfo folder, WebApplication app, ErrorLog log) => (_folder, _app, _log) = (folder, app, log);

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<string> Errors => [.. _log.Lines];

    public static async Task<FuzzHost> StartAsync(FuzzPlatforms platforms)
    {
        var folder = Directory.CreateTempSubdirectory("botcoach-");
        var log = new ErrorLog();
        var app = await BotCoachApp.BuildAsync(
            [
                "--environment=Development", "--urls=http://127.0.0.1:0",
                $"--Storage:Sqlite:Path={Path.Combine(folder.FullName, "botcoach.db")}", $"--Keys:Path={Path.Combine(folder.FullName, "keys")}",
                "--Scheduling:Shards=2", $"--Slack:SigningSecret={Secret}", "--Slack:BotToken=xoxb-fuzz", $"--Slack:ApiBaseUrl={platforms.SlackApi}",
                "--Teams:AllowUnauthenticated=true", "--Host:PublicUrl=http://127.0.0.1:3978",
            ],
            services => services.AddLogging(logging => logging.ClearProviders().AddProvider(log)));
        await app.StartAsync();
        return new FuzzHost(folder, app, log);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class ErrorLog : ILoggerProvider, ILogger
    {
        private const int Kept = 200;

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error && Lines.Count < Kept)
            {
                Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
