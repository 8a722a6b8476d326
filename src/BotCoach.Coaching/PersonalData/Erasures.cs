using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Coaching;

/// <summary>
/// Erases people at once, and once more a little later: a nudge that was on its way, or a count that was being taken, may
/// have written a row behind the first time. Who is to be erased again stands in the store encrypted until then.
/// </summary>
public sealed class Erasures
{
    /// <summary>
    /// When a person is erased again: by then every nudge that was being sent, and every claim on one, has come to an end.
    /// </summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(15);

    // No shard has this name: theirs are digits.
    private const string Partition = "erasures";

    private readonly ITable _table;
    private readonly IDataProtector _protector;
    private readonly Erasure _erasure;
    private readonly PersonalRows _personal;
    private readonly GroupsTable _groups;
    private readonly TimeProvider _clock;

    internal Erasures(
        ITableStore store, IDataProtectionProvider protection, Erasure erasure, PersonalRows personal, GroupsTable groups, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        _table = store.Table(DueTable.Name);
        _protector = protection.CreateProtector("BotCoach.Erasures");
        (_erasure, _personal, _groups, _clock) = (erasure, personal, groups, clock);
    }

    /// <summary>Erases a person.</summary>
    public async Task RunAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        // Noted first: an erasure that is cut short is finished by the second one. With the groups, for their rows lead to what
        // is counted and are gone by then.
        var since = await _personal.FirstDayAsync(person, cancellationToken);
        var groups = (await _groups.OfPersonAsync(person, cancellationToken))
            .Where(member => member.Stays.Count > 0)
            .Select(member => new FormerMember(member.Group, member.Stays))
            .ToList();
        var note = new RowProperties { { "Person", _protector.Protect(Encoding.UTF8.GetBytes(Write(person, since, groups))) } };
        var key = new RowKey(Partition, $"{KeyEncoding.EncodeTime(_clock.GetUtcNow() + Again)} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        await _table.WriteAsync([new RowWrite.Insert { Key = key, Properties = note }], cancellationToken);
        await _erasure.RunAsync(person, since, groups, cancellationToken);
    }

    /// <summary>Erases again those whose time has come.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAgainAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        var due = new RowRange(Partition, "", KeyEncoding.EncodeTime(_clock.GetUtcNow()));
        await foreach (var row in _table.ReadRangeAsync(due, cancellationToken))
        {
            var (person, since, groups) = Read(Encoding.UTF8.GetString(_protector.Unprotect((byte[])row.Properties.Value("Person")!)));
            await _erasure.RunAsync(person, since, groups, cancellationToken);
            await _table.WriteAsync([new RowWrite.Delete { Key = row.Key }], cancellationToken);
            done++;
        }

        return done;
    }

    // The first day and the person, and a line for each group.
    private static string Write(PersonAddress person, DateOnly since, IEnumerable<FormerMember> groups) => string.Join('\n',
        [
            string.Create(CultureInfo.InvariantCulture, $"{since:yyyy-MM-dd} {PeopleTable.PartitionOf(person)}"),
            .. groups.Select(member => $"{KeyEncoding.Encode(member.Group)} {GroupsTable.Text(member.Stays)}"),
        ]);

    private static (PersonAddress Person, DateOnly Since, IReadOnlyList<FormerMember> Groups) Read(string note)
    {
        var lines = note.Split('\n').Select(line => line.Split(' ', 2)).ToList();
        return (
            PeopleTable.PersonOf(lines[0][1]),
            DateOnly.ParseExact(lines[0][0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            [.. lines.Skip(1).Select(line => new FormerMember(KeyEncoding.Decode(line[0]), GroupsTable.ReadStays(line[1])))]);
    }
}
