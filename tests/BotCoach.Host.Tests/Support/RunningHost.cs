using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace BotCoach.Host.Tests;

/// <summary>The whole service inside the test, on a free port, with a store of its own and everything that it logs.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly LogKeeper _log;

    private RunningHost(DirectoryInfo folder, WebApplication app, LogKeeper log)
    {
        _folder = folder;
        _app = app;
        _log = log;
    }

    public Uri Address => new(_app.Urls.Single());

    public HttpClient Http { get; private set; } = null!;

    /// <summary>The file of its store.</summary>
    public string StorePath => Path.Combine(_folder.FullName, "botcoach.db");

    /// <summary>What the host is put together from.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>What the host is put together from.</summary>
    /// <summary>Every line that was logged so far, with the exceptions.</summary>
    public IReadOnlyList<string> Log => [.. _log.Lines];

    public static Task<RunningHost> StartAsync(params IReadOnlyList<(string Key, string Value)> settings) => StartAsync(TimeProvider.System, settings);

    /// <param name="clock">The coach's clock.</param>
    /// <param name="settings">What differs from the defaults.</param>
    public static async Task<RunningHost> StartAsync(TimeProvider clock, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var folder = Directory.CreateTempSubdirectory("botcoach-");
        var log = new LogKeeper();
        var app = await BotCoachApp.BuildAsync(
            [
                "--urls=http://127.0.0.1:0",
                $"--Storage:Sqlite:Path={Path.Combine(folder.FullName, "botcoach.db")}",
                "--Scheduling:Shards=2",
                "--Scheduling:PollSeconds=1",
                .. settings.Select(setting => $"--{setting.Key}={setting.Value}"),
            ],
            services => services
                .AddLogging(logging => logging.ClearProviders().AddProvider(log))
                .Replace(ServiceDescriptor.Singleton(clock)));
        await app.StartAsync();
        var host = new RunningHost(folder, app, log);
        host.Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null }) { BaseAddress = host.Address };
        return host;
    }

    /// <summary>Somebody with a browser who comes to it.</summary>
    public WebVisitor Visitor() => new(this);

    /// <summary>Stops it as a signal would.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class LogKeeper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"scope: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
