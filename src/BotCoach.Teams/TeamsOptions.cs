using BotCoach.Chat;
using Microsoft.Extensions.Hosting;

namespace BotCoach.Teams;

/// <summary>The configuration of the Teams channel, section <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Teams";

    /// <summary>Set by Azure's workload identity webhook (learn.microsoft.com, "Microsoft Entra Workload ID overview").</summary>
    internal const string FederatedTokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    /// <summary>
    /// The hosts of the Bot Connector that Teams names in an activity: the public cloud and GCC
    /// (TeamsServiceEndpoints in the reference of Microsoft's Agents SDK). GCC High and DoD are not among them: their
    /// tokens come from another issuer, https://api.botframework.us, which this bot does not accept.
    /// </summary>
    public static readonly IReadOnlyList<string> DefaultServiceHosts =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    /// <summary>The bot's application id in Microsoft Entra, a GUID. Empty means that Teams is not in use.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant of the application, a GUID. Needed with <see cref="AppId"/>: a new bot is single-tenant.</summary>
    public string? TenantId { get; set; }

    /// <summary>The secret of the application. Without it, and without an identity below, nothing can be sent.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The client id of the managed identity that the bot speaks as, a GUID; it takes the place of
    /// <see cref="ClientSecret"/>. Where the environment names a federated token file (workload identity) neither is needed.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Where the signing keys of the Bot Connector are announced. Over https, or http on loopback.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Take activities without a token. For a local playground: in Development only, and without an <see cref="AppId"/>.</summary>
    public bool AllowUnauthenticated { get; set; }

    /// <summary>
    /// The hosts that the bot may send to. An entry is a host (<c>smba.example.net</c>, that host alone) or a domain
    /// with a dot before it (<c>.example.net</c>, every host below it and not the domain itself). Empty means
    /// <see cref="DefaultServiceHosts"/>; a list takes their place, since configuration would only add to a preset one.
    /// </summary>
    public IReadOnlyList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>
    /// How many requests one tenant takes; see <see cref="RateWindow.Syntax"/>. "The global limit per app per tenant is 50
    /// Requests Per Second" (learn.microsoft.com, "Optimize your bot with rate limiting in Teams").
    /// </summary>
    public string TenantLimit { get; set; } = "50/1s";

    /// <summary>How many messages one conversation takes: "send to conversation" in the table of the same page.</summary>
    public string ConversationLimit { get; set; } = "7/1s, 8/2s, 60/30s, 1800/1h";

    /// <summary>The limits, once the options are valid. Opening a conversation is a request like any other.</summary>
    internal SendingLimits Limits => new()
    {
        Workspace = Windows(TenantLimit),
        Conversation = Windows(ConversationLimit),
        Openings = null,
    };

    /// <summary>
    /// True when activities are taken without a token. It asks all three conditions again, so that nothing opens
    /// where the options were not validated.
    /// </summary>
    internal bool IsUnauthenticated(IHostEnvironment environment) =>
        AllowUnauthenticated && string.IsNullOrEmpty(AppId) && environment.IsDevelopment();

    /// <summary>Whether there is anything to send with: a secret, a managed identity, or a workload identity of the environment.</summary>
    public bool HasCredential =>
        !string.IsNullOrEmpty(ClientSecret)
        || !string.IsNullOrEmpty(ManagedIdentityClientId)
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(FederatedTokenFile));

    private static IReadOnlyList<RateWindow> Windows(string text) => RateWindow.TryParseAll(text, out var windows)
        ? windows
        : throw new InvalidOperationException("The options were not validated.");
}
