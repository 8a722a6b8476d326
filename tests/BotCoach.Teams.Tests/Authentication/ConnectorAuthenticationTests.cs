using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams.Tests;

/// <summary>The registration in a real host: what it refuses to start with, and what it says at start.</summary>
public sealed class ConnectorAuthenticationTests
{
    private static IHost Build(string environment, Recorder log, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value, StringComparer.Ordinal));
        builder.Logging.AddProvider(log);
        builder.Services.AddConnectorAuthentication(builder.Configuration);
        return builder.Build();
    }

    [Fact]
    public async Task A_playground_in_Development_starts_with_a_warning_and_needs_no_token()
    {
        using var log = new Recorder();
        using var host = Build("Development", log, ("Teams:AllowUnauthenticated", "true"));
        await host.StartAsync();

        var verdict = await host.Services.GetRequiredService<ConnectorTokenValidator>()
            .CheckAsync(null, "msteams", "http://localhost:56150/_connector", CancellationToken.None);

        Assert.Equal(new TokenVerdict.Unauthenticated(new Uri("http://localhost:56150/_connector")), verdict);
        Assert.Contains(log.Lines, line => line.Level == LogLevel.Warning
            && line.Text.Contains("Teams:AllowUnauthenticated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Even_a_playground_cannot_send_the_bot_elsewhere()
    {
        using var log = new Recorder();
        using var host = Build("Development", log, ("Teams:AllowUnauthenticated", "true"));

        (await host.Services.GetRequiredService<ConnectorTokenValidator>()
            .CheckAsync(null, "msteams", "https://evil.example/", CancellationToken.None))
            .IsRefused(RefusalReason.ServiceUrlNotAllowed);
    }

    [Fact]
    public async Task Unauthenticated_in_Production_does_not_start()
    {
        using var log = new Recorder();
        using var host = Build("Production", log, ("Teams:AllowUnauthenticated", "true"));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("Teams:AllowUnauthenticated", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Without_any_setting_the_bot_starts_in_silence_and_refuses_everyone(string environment)
    {
        using var log = new Recorder();
        using var host = Build(environment, log);
        await host.StartAsync();

        (await host.Services.GetRequiredService<ConnectorTokenValidator>()
            .CheckAsync(null, "msteams", Gatehouse.ServiceUrl, CancellationToken.None)).IsRefused(RefusalReason.NotConfigured);
        Assert.DoesNotContain(log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public void Configured_hosts_take_the_place_of_the_default_ones()
    {
        using var log = new Recorder();
        using var host = Build("Production", log, ("Teams:AllowedServiceHosts:0", "smba.example.net"));
        var policy = host.Services.GetRequiredService<ServiceUrlPolicy>();

        Assert.True(policy.TryAllow("https://smba.example.net/", out _));
        Assert.False(policy.TryAllow("https://smba.trafficmanager.net/", out _));
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_reason_and_nothing_of_the_token()
    {
        using var log = new Recorder();
        using var host = Build("Production", log, ("Teams:AppId", Gatehouse.AppId), ("Teams:TenantId", Gatehouse.AppId));

        await host.Services.GetRequiredService<ConnectorTokenValidator>()
            .CheckAsync("Bearer c2VjcmV0.c2VjcmV0.c2VjcmV0", "msteams", Gatehouse.ServiceUrl, CancellationToken.None);

        var line = Assert.Single(log.Lines, line => line.Text.Contains("/api/messages", StringComparison.Ordinal));
        Assert.Contains("Malformed", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", line.Text, StringComparison.Ordinal);
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

        public IEnumerable<(LogLevel Level, string Text)> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue((logLevel, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
