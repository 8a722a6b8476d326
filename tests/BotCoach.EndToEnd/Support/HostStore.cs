using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.EndToEnd;

/// <summary>The store of a host, opened beside it, whether it runs or not.</summary>
public sealed class HostStore : IAsyncDisposable
{
    private readonly ITableStore _store;

    private HostStore(ITableStore store, ShardMap shards)
    {
        _store = store;
        Crowd = new Crowd(store, shards);
    }

    /// <summary>Everybody in it.</summary>
    public Crowd Crowd { get; }

    /// <summary>Makes the tables that hosts with these settings have, where they are missing.</summary>
    public static async Task<HostStore> OpenAsync(ITableStore store, IReadOnlyDictionary<string, string> settings)
    {
        await store.EnsureTablesAsync(CoachingServices.Tables, default);
        var shards = int.Parse(settings["Scheduling:Shards"], CultureInfo.InvariantCulture);
        return new HostStore(store, await ShardCount.ReadOrKeepAsync(store, shards, default));
    }

    /// <summary>
    /// Enrols people who agreed to a plan at any hour of any day, and whose first nudge is due now. The next one comes
    /// on New Year's Day.
    /// </summary>
    public async Task<IReadOnlyList<PersonAddress>> EnrolAsync(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var people = Enumerable.Range(0, count)
            .Select(number => new PersonAddress("slack", LocalWorkspace.TeamId, string.Create(CultureInfo.InvariantCulture, $"U0CROWD{number:D3}")))
            .ToList();
        await Crowd.EnrolAsync([.. people.Select(person => (person, (string?)null))], _ => now);
        return people;
    }

    /// <summary>Gives a person a meeting that is a day ahead.</summary>
    /// <returns>The meeting's id.</returns>
    public async Task<string> AddMeetingAsync(PersonAddress person)
    {
        var now = TimeProvider.System.GetUtcNow();
        var meeting = new Meeting { Id = "exec-staff", Name = "Exec staff", StartsAt = now.AddDays(1), Minutes = 60, Version = "added", SavedAt = now };
        await _store.Table(PeopleTable.Name).WriteAsync([MeetingRow.Save(person, meeting, version: null)], default);
        return meeting.Id;
    }

    /// <summary>How many nudges are due and not dealt with, claimed or not.</summary>
    public Task<int> CountDueAsync() => CountDueBeforeAsync(TimeProvider.System.GetUtcNow());

    /// <summary>How many nudges are due at an instant.</summary>
    public Task<int> CountDueBeforeAsync(DateTimeOffset now) => Crowd.CountDueAsync(now);

    /// <summary>Waits until everything that was due is dealt with.</summary>
    public Task WaitUntilNothingIsDueAsync() =>
        Poll.UntilAsync(async () => await CountDueAsync() == 0, TimeSpan.FromSeconds(40), "every nudge to be dealt with");

    /// <summary>A person's rows whose key starts so, such as <c>reply</c>.</summary>
    public async Task<IReadOnlyList<TableRow>> RowsAsync(PersonAddress person, string kind) =>
        (await _store.Table(PeopleTable.Name).QueryAsync(RowRange.WithPrefix(PeopleTable.PartitionOf(person), kind), TableRules.MaxPage, default)).Rows;

    /// <summary>A row of the People table; null when it is not there.</summary>
    public Task<TableRow?> FindAsync(RowKey key) => _store.Table(PeopleTable.Name).ReadAsync(key, default);

    public ValueTask DisposeAsync() => _store is IAsyncDisposable store ? store.DisposeAsync() : ValueTask.CompletedTask;
}
