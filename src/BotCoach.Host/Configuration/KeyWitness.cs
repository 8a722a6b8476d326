using System.Security.Cryptography;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>
/// A word in the store, encrypted by the key ring: whoever can read it has the key ring that belongs to the store. Without it a
/// restored store would work until somebody needs a secret of it.
/// </summary>
internal sealed class KeyWitness(ITableStore store, IDataProtectionProvider protection)
{
    /// <summary>The table's name; checks of the store use it too.</summary>
    public const string Table = "StoreChecks";

    private const string Word = "botcoach";

    private static readonly RowKey _key = new("keys", "witness");

    private readonly ITable _table = store.Table(Table);
    private readonly IDataProtector _protector = protection.CreateProtector("BotCoach.KeyWitness");

    /// <summary>Whether the key ring reads what the store holds. The first one to ask writes it.</summary>
    /// <exception cref="TableUnavailableException">The store cannot be used.</exception>
    public async Task<bool> AgreesAsync(CancellationToken cancellationToken)
    {
        if (await _table.ReadAsync(_key, cancellationToken) is not { } row)
        {
            var made = new RowProperties { { "Protected", _protector.Protect(Word) } };
            await _table.WriteAsync([new RowWrite.Insert { Key = _key, Properties = made }], cancellationToken);
            row = await _table.ReadAsync(_key, cancellationToken) ?? throw new TableUnavailableException("The store does not show what was just written to it.");
        }

        try
        {
            return _protector.Unprotect((string)row.Properties.Value("Protected")!) == Word;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether a store was ever used with a key ring.</summary>
    public static async Task<bool> IsThereAsync(ITableStore store, CancellationToken cancellationToken) =>
        await store.Table(Table).ReadAsync(_key, cancellationToken) is not null;
}
