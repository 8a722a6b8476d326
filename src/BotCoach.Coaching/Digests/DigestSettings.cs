using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Whether a lead wants the weekly digest: until they say otherwise, they do.</summary>
internal sealed class DigestSettings(ITableStore store)
{
    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>Whether a person wants it.</summary>
    public async Task<bool> IsWantedAsync(PersonAddress person, CancellationToken cancellationToken) =>
        (await _table.ReadAsync(PeopleTable.Digest(person), cancellationToken))?.Properties.Flag("IsWanted") ?? true;

    /// <summary>Keeps what a person said.</summary>
    public static RowWrite Write(PersonAddress person, bool isWanted) => new RowWrite.Upsert
    {
        Key = PeopleTable.Digest(person),
        Properties = new RowProperties { { "IsWanted", isWanted } },
    };
}
