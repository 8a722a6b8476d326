using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotCoach.Teams.Tests;

/// <summary>The validator as it is registered, a source of keys beside it, and a clock to move.</summary>
internal sealed class Gatehouse : IAsyncDisposable
{
    public const string AppId = "3f2b8a52-6a0e-4f63-9d6e-0c8c5a4d1b11";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    // One key pair for all: making one is most of what a test would spend its time on.
    private static readonly TokenForge Connector = new();

    private readonly ServiceProvider _services;

    private Gatehouse(KeySource source, IReadOnlyDictionary<string, string?> settings, IHostEnvironment environment)
    {
        Source = source;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(environment);
        services.AddConnectorAuthentication(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        _services = services.BuildServiceProvider();
        Validator = _services.GetRequiredService<ConnectorTokenValidator>();
    }

    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public KeySource Source { get; }

    public TokenForge Forge { get; } = Connector;

    public ConnectorTokenValidator Validator { get; }

    public static async Task<Gatehouse> OpenAsync(
        IReadOnlyDictionary<string, string?>? settings = null, IHostEnvironment? environment = null)
    {
        var source = await KeySource.StartAsync(Connector.Published("msteams", "skype"));
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Teams:AppId"] = AppId,
            ["Teams:TenantId"] = "aa0e8400-e29b-41d4-a716-446655440000",
            ["Teams:OpenIdMetadataUrl"] = source.MetadataUrl,
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            all[key] = value;
        }

        return new Gatehouse(source, all, environment ?? TestEnvironment.Production);
    }

    /// <summary>What the Bot Connector would put into a token now.</summary>
    public Dictionary<string, object?> Payload()
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = now,
            ["exp"] = now + 3600,
        };
    }

    public string Token(Action<Dictionary<string, object?>>? payload = null, Action<Dictionary<string, object?>>? header = null)
    {
        var claims = Payload();
        payload?.Invoke(claims);
        var head = Forge.Header();
        header?.Invoke(head);
        return Forge.Sign(head, claims);
    }

    /// <summary>A token signed with another key, under a key id of one's choice.</summary>
    public string TokenBy(TokenForge forge, string? keyId = null)
    {
        var head = forge.Header();
        head["kid"] = keyId ?? forge.KeyId;
        return forge.Sign(head, Payload());
    }

    public Task<TokenVerdict> CheckAsync(string token, string? channelId = "msteams", string? serviceUrl = ServiceUrl) =>
        Validator.CheckAsync($"Bearer {token}", channelId, serviceUrl, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Source.DisposeAsync();
    }
}
