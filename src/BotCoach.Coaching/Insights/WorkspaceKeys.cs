using System.Collections.Concurrent;
using System.Security.Cryptography;
using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Coaching;

/// <summary>
/// The secret of each workspace, from which pseudonyms and noise are drawn. It stands in the store encrypted: whoever has
/// a copy of the store and not the key ring cannot go from a pseudonym to a person.
/// </summary>
internal sealed class WorkspaceKeys(ITableStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int Bytes = 32;

    // A workspace that was erased gets another secret if it comes back; before that it is not counted for weeks.
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(1);

    private readonly ITable _table = store.Table(GroupsTable.Name);
    private readonly IDataProtector _protector = protection.CreateProtector("BotCoach.WorkspaceKeys");
    private readonly ConcurrentDictionary<WorkspaceAddress, (DateTimeOffset At, byte[] Secret)> _known = new();

    /// <summary>The secret of a workspace; the first one to ask makes it.</summary>
    /// <exception cref="CryptographicException">The key ring that encrypted it is not the one in use.</exception>
    public async Task<byte[]> OfAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(workspace, out var known) && clock.GetUtcNow() - known.At < KnownFor)
        {
            return known.Secret;
        }

        var row = GroupsTable.KeyOfSecret(workspace);
        var made = new RowProperties { { "Protected", _protector.Protect(RandomNumberGenerator.GetBytes(Bytes)) } };
        await _table.WriteAsync([new RowWrite.Insert { Key = row, Properties = made }], cancellationToken);
        var kept = await _table.ReadAsync(row, cancellationToken)
            ?? throw new TableUnavailableException("The secret of a workspace cannot be read back.");
        var secret = _protector.Unprotect((byte[])kept.Properties.Value("Protected")!);
        _known[workspace] = (clock.GetUtcNow(), secret);
        return secret;
    }
}
