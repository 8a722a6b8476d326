using BotCoach.Slack;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>
/// Renews tokens that end. A refresh token is used once, so the node that uses it reserves it first; the others go on with the
/// token that they have, which is good for hours yet.
/// </summary>
internal sealed partial class TokenRotation(InstallationsTable table, SlackOAuth oauth, TimeProvider clock, ILogger<TokenRotation> logger)
{
    /// <summary>Longer than a call to Slack and the write after it; a node that dies in between keeps the others waiting as long.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait for the node that renews a token which has ended already.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Renews the token of an installation if it is due and nobody else is at it.</summary>
    /// <returns>The installation as it stands now; null when it is gone.</returns>
    public async Task<StoredInstallation?> RenewAsync(StoredInstallation installation, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        for (var current = installation; current is not null; current = await table.ReadAsync(current.Workspace, cancellationToken))
        {
            var now = clock.GetUtcNow();
            if (!current.IsDue(now))
            {
                return current;
            }

            if (current.LeasedUntil > now)
            {
                // A token that has ended is waited for, but not for long: whoever asks may try again.
                if (current.IsGood(now) || clock.GetElapsedTime(start) > _patience)
                {
                    return current;
                }

                await Task.Delay(_pause, clock, cancellationToken);
            }
            else if (await table.TryLeaseAsync(current, now + Lease, cancellationToken)
                && await table.ReadAsync(current.Workspace, cancellationToken) is { } leased
                && leased.RefreshToken == current.RefreshToken
                && !await RefreshAsync(leased, cancellationToken))
            {
                return leased;
            }
        }

        return null;
    }

    /// <returns>Whether there is something new to read.</returns>
    private async Task<bool> RefreshAsync(StoredInstallation leased, CancellationToken cancellationToken)
    {
        // Not given up with whoever asked: the refresh token is used up once Slack has it.
        var (grant, problem) = await oauth.RefreshAsync(leased.RefreshToken!, CancellationToken.None);
        if (grant is null)
        {
            Log.NotRenewed(logger, leased.Workspace, problem);
            return false;
        }

        if (!await KeepAsync(leased, grant))
        {
            Log.Overtaken(logger, leased.Workspace);
        }

        return true;
    }

    // Nobody else has these tokens: as long as the lease holds, it is worth trying.
    private async Task<bool> KeepAsync(StoredInstallation leased, SlackGrant grant)
    {
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await table.TryRenewAsync(leased, grant, clock.GetUtcNow(), CancellationToken.None);
            }
            catch (TableUnavailableException) when (clock.GetElapsedTime(start) < Lease / 2)
            {
                await Task.Delay(_pause, clock);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Slack does not renew the token of workspace {Workspace} ({Problem}). If that goes on until the token ends, the app has to be installed there again.")]
        public static partial void NotRenewed(ILogger logger, string workspace, string problem);

        [LoggerMessage(LogLevel.Warning, "The app was installed anew in, or removed from, workspace {Workspace} while its token was renewed.")]
        public static partial void Overtaken(ILogger logger, string workspace);
    }
}
