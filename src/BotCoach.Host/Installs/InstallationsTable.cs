using System.Security.Cryptography;
using BotCoach.Slack;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>
/// The keys and columns of the Installations table: a partition for each workspace that installed the app, and one for each
/// enterprise that did so for all of its workspaces. Tokens are encrypted under the key ring, each for its own workspace, so
/// that a row that is copied to another place is of no use there.
/// </summary>
internal sealed class InstallationsTable(ITableStore store, IDataProtectionProvider protection)
{
    /// <summary>The table's name.</summary>
    public const string Name = "Installations";

    private const string Row = "slack";
    private const string EnterpriseRow = "enterprise";
    private const string WorkspacePrefix = "workspace ";

    private readonly ITable _table = store.Table(Name);

    /// <summary>The installation that serves a workspace: its own, or that of the enterprise that it is known to belong to.</summary>
    /// <exception cref="CryptographicException">The key ring is another than the one that the tokens were encrypted under.</exception>
    public async Task<StoredInstallation?> FindAsync(string workspace, CancellationToken cancellationToken) =>
        await ReadAsync(workspace, cancellationToken) is { } own ? own
        : (await _table.ReadAsync(new RowKey(PartitionOf(workspace), EnterpriseRow), cancellationToken))?.Properties.Text("Enterprise") is { } enterprise
            ? await ReadAsync(enterprise, cancellationToken)
            : null;

    /// <summary>The installation of a workspace, or of an enterprise, itself.</summary>
    /// <exception cref="CryptographicException">The key ring is another than the one that the tokens were encrypted under.</exception>
    public async Task<StoredInstallation?> ReadAsync(string workspace, CancellationToken cancellationToken)
    {
        if (await _table.ReadAsync(KeyOf(workspace), cancellationToken) is not { Properties: var properties, Version: var version })
        {
            return null;
        }

        var protector = ProtectorOf(workspace);
        return new StoredInstallation
        {
            Workspace = workspace,
            Enterprise = properties.Text("Enterprise"),
            IsOfEnterprise = properties.Flag("IsOfEnterprise") ?? false,
            InstalledAt = properties.Time("InstalledAt") ?? throw Broken("InstalledAt"),
            Token = protector.Unprotect(properties.Text("Token") ?? throw Broken("Token")),
            RefreshToken = properties.Text("RefreshToken") is { } refresh ? protector.Unprotect(refresh) : null,
            ExpiresAt = properties.Time("ExpiresAt"),
            LeasedUntil = properties.Time("LeasedUntil"),
            Version = version,
        };
    }

    /// <summary>Keeps an installation, in place of an earlier one.</summary>
    public async Task KeepAsync(SlackInstallation installation, DateTimeOffset now, CancellationToken cancellationToken) => await _table.WriteAsync(
        [
            new RowWrite.Upsert
            {
                Key = KeyOf(installation.Workspace),
                Properties = new RowProperties
                {
                    { "Enterprise", installation.Enterprise },
                    { "IsOfEnterprise", installation.IsOfEnterprise },
                    { "Installer", installation.Installer },
                    { "Bot", installation.Bot },
                    { "Scopes", installation.Scopes },
                    { "InstalledAt", now },
                    { "Token", ProtectorOf(installation.Workspace).Protect(installation.Grant.Token) },
                    { "RefreshToken", installation.Grant.RefreshToken is { } refresh ? ProtectorOf(installation.Workspace).Protect(refresh) : null },
                    { "ExpiresAt", now + installation.Grant.Lifetime },
                },
            },
        ],
        cancellationToken);

    /// <summary>Reserves the refresh token for one node.</summary>
    /// <returns>False when another was faster, or the installation has changed.</returns>
    public async Task<bool> TryLeaseAsync(StoredInstallation installation, DateTimeOffset until, CancellationToken cancellationToken) =>
        await _table.WriteAsync(
            [new RowWrite.Merge { Key = KeyOf(installation.Workspace), Version = installation.Version, Properties = new RowProperties { { "LeasedUntil", until } } }],
            cancellationToken) is WriteResult.Written;

    /// <summary>Puts the next tokens in the place of those that were used up.</summary>
    /// <param name="leased">The installation as it was leased.</param>
    /// <param name="grant">The tokens.</param>
    /// <param name="now">Since when they are good.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the app was removed or installed anew in between: then the tokens are no longer those of the installation.</returns>
    public async Task<bool> TryRenewAsync(StoredInstallation leased, SlackGrant grant, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var protector = ProtectorOf(leased.Workspace);
        return await _table.WriteAsync(
            [
                new RowWrite.Merge
                {
                    Key = KeyOf(leased.Workspace),
                    Version = leased.Version,
                    Properties = new RowProperties
                    {
                        { "Token", protector.Protect(grant.Token) },
                        { "RefreshToken", protector.Protect(grant.RefreshToken ?? leased.RefreshToken!) },
                        { "ExpiresAt", now + grant.Lifetime },
                        { "LeasedUntil", now },
                    },
                },
            ],
            cancellationToken) is WriteResult.Written;
    }

    /// <summary>The workspaces that are known to be served by an enterprise's installation.</summary>
    public async Task<IReadOnlyList<string>> ServedByAsync(string enterprise, CancellationToken cancellationToken)
    {
        List<string> served = [];
        await foreach (var row in _table.ReadRangeAsync(RowRange.WithPrefix(PartitionOf(enterprise), WorkspacePrefix), cancellationToken))
        {
            served.Add(KeyEncoding.Decode(row.Key.Row[WorkspacePrefix.Length..]));
        }

        return served;
    }

    /// <summary>Removes an installation, and what is known of the workspaces that it served.</summary>
    public async Task RemoveAsync(string workspace, CancellationToken cancellationToken)
    {
        var served = await ServedByAsync(workspace, cancellationToken);
        await _table.DeleteAsync([.. served.Select(one => new RowKey(PartitionOf(one), EnterpriseRow))], cancellationToken);
        await _table.DeleteAsync(
            [KeyOf(workspace), new RowKey(PartitionOf(workspace), EnterpriseRow), .. served.Select(one => ServedKey(workspace, one))], cancellationToken);
    }

    /// <summary>Notes that a workspace is served by its enterprise's installation.</summary>
    public async Task NoteEnterpriseAsync(string workspace, string enterprise, CancellationToken cancellationToken)
    {
        // First where a removal looks for it.
        await _table.WriteAsync(
            [new RowWrite.Upsert { Key = ServedKey(enterprise, workspace), Properties = new RowProperties() }], cancellationToken);
        await _table.WriteAsync(
            [new RowWrite.Upsert { Key = new RowKey(PartitionOf(workspace), EnterpriseRow), Properties = new RowProperties { { "Enterprise", enterprise } } }], cancellationToken);
    }

    private static string PartitionOf(string workspace) => KeyEncoding.Encode(workspace);

    private static RowKey KeyOf(string workspace) => new(PartitionOf(workspace), Row);

    private static RowKey ServedKey(string enterprise, string workspace) =>
        new(PartitionOf(enterprise), $"{WorkspacePrefix}{KeyEncoding.Encode(workspace)}");

    private IDataProtector ProtectorOf(string workspace) => protection.CreateProtector("BotCoach.Installations", workspace);

    private static InvalidDataException Broken(string column) => new($"A stored installation has no usable '{column}'.");
}
