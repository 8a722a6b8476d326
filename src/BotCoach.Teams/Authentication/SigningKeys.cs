using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>
/// The signing keys of the Bot Connector: fetched when first needed, kept, renewed daily, and fetched again when a token
/// names a key that is not among them. Safe on several threads; there is never more than one fetch under way.
/// </summary>
internal sealed partial class SigningKeys(
    HttpClient http,
    IOptions<TeamsOptions> options,
    TimeProvider clock,
    ILogger<SigningKeys> logger)
{
    /// <summary>A day: a key that the Bot Connector withdraws is gone from here the next day.</summary>
    public static readonly TimeSpan RefreshAfter = TimeSpan.FromDays(1);

    /// <summary>
    /// How long keys serve when their source does not answer. Five days is how long Microsoft's own SDK keeps them by
    /// default (Bot Connector authentication, step 3): an outage of a long weekend is survived, and a key that leaks
    /// is not believed for ever.
    /// </summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromDays(5);

    /// <summary>
    /// The least time between two fetches that unknown key ids cause, and between two tries to renew keys that still
    /// serve. Anyone can invent key ids; five minutes is also what Microsoft.IdentityModel waits by default.
    /// </summary>
    public static readonly TimeSpan RefetchInterval = TimeSpan.FromMinutes(5);

    /// <summary>The least time between two tries when there are no keys and everyone is refused meanwhile.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(30);

    /// <summary>For each of two documents, so that both fit into the 15 seconds that the Bot Framework waits for a bot.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(5);

    /// <summary>In bytes: our own bound, ample for a set of keys with their certificates.</summary>
    public const int MaxAnswerSize = 1024 * 1024;

    private readonly Lock _gate = new();
    private SigningKeySet? _keys;
    private DateTimeOffset _fetchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _refetchedAt = DateTimeOffset.MinValue;
    private Task _fetch = Task.CompletedTask;

    /// <summary>
    /// The keys to check a token with that names <paramref name="keyId"/>, after the fetch that this makes due, if any.
    /// Null when there are none, or none young enough to be believed.
    /// </summary>
    public async Task<SigningKeySet?> ForAsync(string keyId, CancellationToken cancellationToken)
    {
        await FetchIfDue(keyId).WaitAsync(cancellationToken);
        lock (_gate)
        {
            return UsableAt(clock.GetUtcNow());
        }
    }

    private SigningKeySet? UsableAt(DateTimeOffset now) => now - _fetchedAt <= UsableFor ? _keys : null;

    private Task FetchIfDue(string keyId)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var usable = UsableAt(now);
            var unknown = usable is not null && usable.Find(keyId) is null;
            var old = now - _fetchedAt >= RefreshAfter;
            if (usable is not null && !unknown && !old)
            {
                return Task.CompletedTask;
            }

            if (!_fetch.IsCompleted)
            {
                return _fetch;
            }

            var sinceTry = now - _triedAt;
            var due = usable is null
                ? sinceTry >= RetryInterval
                : (old && sinceTry >= RefetchInterval) || (unknown && now - _refetchedAt >= RefetchInterval);
            if (!due)
            {
                return Task.CompletedTask;
            }

            _triedAt = now;
            _refetchedAt = unknown ? now : _refetchedAt;
            // Not with the token of whoever came first: others wait for the same fetch.
            return _fetch = Task.Run(() => FetchAsync(now), CancellationToken.None);
        }
    }

    private async Task FetchAsync(DateTimeOffset now)
    {
        try
        {
            var keys = await SigningKeySet.ReadAsync(http, new Uri(options.Value.OpenIdMetadataUrl), CancellationToken.None);
            lock (_gate)
            {
                _keys = keys;
                _fetchedAt = now;
            }

            Log.Fetched(logger, keys.Count, keys.Ignored);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or JsonException or InvalidDataException)
        {
            // The keys that we have go on serving while they may.
            Log.FetchFailed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Fetched {Count} signing keys of the Bot Connector; {Ignored} could not be used.")]
        public static partial void Fetched(ILogger logger, int count, int ignored);

        [LoggerMessage(2, LogLevel.Warning, "The signing keys of the Bot Connector (Teams:OpenIdMetadataUrl) could not be fetched.")]
        public static partial void FetchFailed(ILogger logger, Exception exception);
    }
}
