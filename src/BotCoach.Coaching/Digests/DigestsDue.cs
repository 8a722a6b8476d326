using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Puts the digests that are to come into the Due table, one for each lead and week. Doing it again changes nothing.
/// See docs/adr/0019-the-digest-is-a-nudge.md.
/// </summary>
public sealed class DigestsDue
{
    // A digest belongs to no plan or meeting that could change.
    private const string Version = "weekly";

    private readonly ITable _people;
    private readonly GroupsTable _groups;
    private readonly Leads _leads;
    private readonly DigestSettings _settings;
    private readonly DueTable _due;
    private readonly Removals _removals;
    private readonly TimeProvider _clock;

    internal DigestsDue(
        ITableStore store, GroupsTable groups, Leads leads, DigestSettings settings, DueTable due, Removals removals, TimeProvider clock)
    {
        _people = store.Table(PeopleTable.Name);
        (_groups, _leads, _settings, _due, _removals, _clock) = (groups, leads, settings, due, removals, clock);
    }

    /// <summary>Adds the next digest of every lead of a workspace that has groups, and has not removed the app.</summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var week = IsoWeek.Of(DateOnly.FromDateTime(now.UtcDateTime));
        if (DigestTimes.Earliest(week) <= now)
        {
            week = week.Plus(1);
        }

        var added = 0;
        foreach (var workspace in await _groups.WorkspacesAsync(cancellationToken))
        {
            if (await _removals.IsRemovedAsync(workspace, cancellationToken) || (await _groups.GroupsAsync(workspace, cancellationToken)).Count == 0)
            {
                continue;
            }

            foreach (var lead in await _leads.OfAsync(workspace, cancellationToken))
            {
                added += await IsWantedAsync(lead, cancellationToken) && await _due.AddUnlessThereAsync(Of(lead, week), cancellationToken) ? 1 : 0;
            }
        }

        return added;
    }

    // Whoever has never spoken to the coach is not spoken to; neither is a lead of the configuration who was forgotten.
    private async Task<bool> IsWantedAsync(PersonAddress lead, CancellationToken cancellationToken) =>
        await _people.ReadAsync(PeopleTable.Profile(lead), cancellationToken) is not null && await _settings.IsWantedAsync(lead, cancellationToken);

    // In the lead's zone it is decided when it comes due.
    private static DueNudge Of(PersonAddress lead, IsoWeek week) => new()
    {
        Person = lead,
        Kind = NudgeKind.Digest,
        Subject = week.ToString(),
        DueAt = DigestTimes.Earliest(week),
        Version = Version,
    };
}
