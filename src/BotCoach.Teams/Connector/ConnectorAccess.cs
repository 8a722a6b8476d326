using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams;

/// <summary>Gets the token that the bot sends with, once for everyone who waits for it, and keeps it while it is good.</summary>
/// <param name="credential">What the bot proves itself with; null when it has nothing.</param>
/// <param name="needsToken">False with a local playground, which wants none.</param>
/// <param name="clock">The clock that tokens end by.</param>
/// <param name="logger">For operators.</param>
internal sealed partial class ConnectorAccess(
    TokenCredential? credential, bool needsToken, TimeProvider clock, ILogger<ConnectorAccess> logger) : IDisposable
{
    /// <summary>The scope of the Bot Connector (learn.microsoft.com, "Authenticate requests with the Bot Connector API").</summary>
    public const string Scope = "https://api.botframework.com/.default";

    /// <summary>A token is not used in its last minutes, so that it is still good when the request arrives. Our own number.</summary>
    private static readonly TimeSpan _reserve = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);
    private AccessToken _token;

    /// <summary>The token to send with, or why there is none.</summary>
    public async Task<ConnectorToSend> GetAsync(CancellationToken cancellationToken)
    {
        if (!needsToken)
            return new ConnectorToSend.Go(Token: null);
        if (credential is null)
            return new ConnectorToSend.Stop("not_configured");

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (clock.GetUtcNow() + _reserve >= _token.ExpiresOn)
                _token = await credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellationToken);
            return new ConnectorToSend.Go(_token.Token);
        }
        catch (Exception refused) when (refused is AuthenticationFailedException or RequestFailedException)
        {
            Log.NoToken(logger, refused);
            return new ConnectorToSend.Stop("no_token");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Microsoft Entra gave no token for the Bot Connector, so nothing can be sent to Teams.")]
        public static partial void NoToken(ILogger logger, Exception refused);
    }
}

/// <summary>Whether the bot may send.</summary>
internal abstract record ConnectorToSend
{
    private ConnectorToSend()
    {
    }

    /// <summary>It may, with this token; null for none.</summary>
    public sealed record Go(string? Token) : ConnectorToSend;

    /// <summary>It may not.</summary>
    /// <param name="Reason">A short code for operators.</param>
    public sealed record Stop(string Reason) : ConnectorToSend;
}
