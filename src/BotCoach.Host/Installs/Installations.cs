using System.Collections.Concurrent;
using System.Security.Cryptography;
using BotCoach.Slack;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>Where the app is installed: reads the table, and remembers for a moment what it read.</summary>
internal sealed partial class Installations(InstallationsTable table, TokenRotation rotation, TimeProvider clock, ILogger<Installations> logger) : ISlackInstallations
{
    /// <summary>For so long another node may go on with a token after a removal; Slack does not take it any more.</summary>
    private static readonly TimeSpan _remembered = TimeSpan.FromSeconds(30);

    /// <summary>How many workspaces are remembered, at less than a kilobyte each.</summary>
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (StoredInstallation Installation, DateTimeOffset ReadAt)> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<SlackTokenLookup> FindAsync(string workspace, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(workspace, cancellationToken) is { } installation
                ? new SlackTokenLookup.Found(installation.Token, installation.IsOfEnterprise)
                : new SlackTokenLookup.NotInstalled();
        }
        catch (TableUnavailableException)
        {
            return new SlackTokenLookup.Unavailable();
        }
        catch (CryptographicException)
        {
            Log.Unreadable(logger, workspace);
            return new SlackTokenLookup.Unavailable();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> AdmitsAsync(SlackOrigin origin, CancellationToken cancellationToken)
    {
        switch (await FindAsync(origin.Workspace, cancellationToken))
        {
            case SlackTokenLookup.NotInstalled when origin.Enterprise is { } enterprise && enterprise != origin.Workspace:
                if (await FindAsync(enterprise, cancellationToken) is not SlackTokenLookup.Found { IsOfEnterprise: true })
                {
                    return false;
                }

                await NoteAsync(origin.Workspace, enterprise, cancellationToken);
                return true;
            case SlackTokenLookup.NotInstalled:
                return false;
            default:
                // Without the store nothing that is asked for can be kept either, and Slack brings it again.
                return true;
        }
    }

    /// <summary>Keeps an installation.</summary>
    /// <exception cref="TableUnavailableException">The store cannot be reached.</exception>
    public async Task KeepAsync(SlackInstallation installation, CancellationToken cancellationToken)
    {
        await table.KeepAsync(installation, clock.GetUtcNow(), cancellationToken);
        _known.Clear();
    }

    /// <summary>Removes an installation, unless there has been another one since.</summary>
    /// <param name="workspace">The workspace, or the enterprise.</param>
    /// <param name="at">When it was removed, by Slack's clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the workspace is without an installation now.</returns>
    /// <exception cref="TableUnavailableException">The store cannot be reached.</exception>
    public async Task<bool> RemoveAsync(string workspace, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await InstalledAtAsync(workspace, cancellationToken) > at)
        {
            return false;
        }

        await table.RemoveAsync(workspace, cancellationToken);
        _known.Clear();
        return true;
    }

    private async Task<StoredInstallation?> ReadAsync(string workspace, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(workspace, out var known) && now - known.ReadAt < _remembered && (known.Installation.LeasedUntil > now || !known.Installation.IsDue(now)))
        {
            return known.Installation;
        }

        var installation = await table.FindAsync(workspace, cancellationToken);
        if (installation?.IsDue(now) is true)
        {
            installation = await rotation.RenewAsync(installation, cancellationToken);
        }

        if (installation is null)
        {
            _known.TryRemove(workspace, out _);
            return null;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        _known[workspace] = (installation, now);
        return installation;
    }

    private async Task<DateTimeOffset?> InstalledAtAsync(string workspace, CancellationToken cancellationToken)
    {
        try
        {
            return (await table.ReadAsync(workspace, cancellationToken))?.InstalledAt;
        }
        catch (CryptographicException)
        {
            // A token that nobody can read is no loss.
            return null;
        }
    }

    private async Task NoteAsync(string workspace, string enterprise, CancellationToken cancellationToken)
    {
        try
        {
            await table.NoteEnterpriseAsync(workspace, enterprise, cancellationToken);
        }
        catch (TableUnavailableException)
        {
            // The next request notes it.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The token of workspace {Workspace} cannot be read with this key ring: Keys:Path must be the folder that it was encrypted with, or the app has to be installed there again.")]
        public static partial void Unreadable(ILogger logger, string workspace);
    }
}
