using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Reads people, and writes what is not part of a turn.</summary>
public sealed class People(ITableStore store, ChatChannels channels, TimeProvider clock)
{
    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>Reads a person; their platform is asked about one whose zone is not known.</summary>
    public Task<PersonState> ReadAsync(PersonAddress person, CancellationToken cancellationToken) =>
        ReadAsync(person, zone: null, locale: null, cancellationToken);

    /// <summary>Reads the person of a turn. Where the turn says where they are, that counts: people travel.</summary>
    public Task<PersonState> ReadAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var zone = turn.Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? id : null;
        return ReadAsync(turn.Person, zone, turn.Locale, cancellationToken);
    }

    private async Task<PersonState> ReadAsync(PersonAddress person, string? zone, string? locale, CancellationToken cancellationToken)
    {
        // Each by its key: what a row's address leads to costs the same however many people there are, in every store.
        var rows = await Task.WhenAll(
            _table.ReadAsync(PeopleTable.Plan(person), cancellationToken), _table.ReadAsync(PeopleTable.Profile(person), cancellationToken));
        var (planRow, profileRow) = (rows[0], rows[1]);
        var stored = profileRow is null ? null : ProfileRow.Read(profileRow);
        var profile = stored ?? new Profile { Person = person, MetAt = clock.GetUtcNow() };
        profile = profile with { Zone = zone ?? profile.Zone, Locale = locale ?? profile.Locale };
        profile = profile.Zone is null ? await LookUpAsync(profile, cancellationToken) : profile;
        return new PersonState
        {
            Profile = profile,
            ProfileIsStored = profile == stored,
            MovedFrom = stored is not null && stored.TimeZone.Id != profile.TimeZone.Id ? stored.TimeZone : null,
            ProfileVersion = profileRow?.Version,
            Plan = planRow is null ? null : PlanRow.Read(planRow),
            PlanVersion = planRow?.Version,
        };
    }

    /// <summary>The language of somebody whom the coach has met; null for anybody else. The platform is not asked.</summary>
    public async Task<Language?> FindLanguageAsync(PersonAddress person, CancellationToken cancellationToken) =>
        await _table.ReadAsync(PeopleTable.Profile(person), cancellationToken) is { } row ? ProfileRow.Read(row).Language : null;

    /// <summary>The profile with the zone and the locale that the person's platform says at present, where it says any.</summary>
    internal async Task<Profile> AskAnewAsync(Profile profile, CancellationToken cancellationToken) =>
        channels.Find(profile.Person.Channel) is { } channel
        && await channel.LookUpAsync(profile.Person, cancellationToken) is PersonLookup.Found found
            ? profile with
            {
                Zone = found.Zone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : profile.Zone,
                Locale = found.Locale ?? profile.Locale,
            }
            : profile;

    /// <summary>Keeps the conversation in which a person was reached.</summary>
    public Task KeepConversationAsync(PersonAddress person, string conversation, CancellationToken cancellationToken) =>
        _table.WriteAsync([KeepConversation(person, conversation)], cancellationToken);

    internal static RowWrite KeepConversation(PersonAddress person, string conversation) => new RowWrite.Merge
    {
        Key = PeopleTable.Profile(person),
        Properties = new RowProperties { { "Conversation", conversation } },
    };

    /// <summary>Ends nudges for a person who can no longer be written to; when they speak again, they can resume.</summary>
    public async Task MarkUnreachableAsync(PersonAddress person, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(person, cancellationToken);
        if (state.Plan is { Status: PlanStatus.Active or PlanStatus.Paused } plan)
        {
            // A conflict means that the person spoke at this very moment: then they can be reached after all.
            await _table.WriteAsync([state.Write(plan with { Status = PlanStatus.Unreachable })], cancellationToken);
        }
    }

    private async Task<Profile> LookUpAsync(Profile profile, CancellationToken cancellationToken) =>
        channels.Find(profile.Person.Channel) is { } channel
        && await channel.LookUpAsync(profile.Person, cancellationToken) is PersonLookup.Found found
            ? profile with { Name = found.Name, Zone = found.Zone, Locale = found.Locale }
            : profile;
}
