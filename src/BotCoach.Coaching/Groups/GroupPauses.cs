using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// Says whether a person's nudges rest because of a group. Looked at for every nudge that is sent, so what a workspace has
/// is read once a minute, and who belongs to which group only while there is a pause.
/// </summary>
public sealed class GroupPauses(GroupsTable groups, TimeProvider clock)
{
    // A pause is set days ahead; a minute's delay is never seen.
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<WorkspaceAddress, (DateTimeOffset At, IReadOnlyList<GroupPause> Pauses)> _known = new();

    /// <summary>The day on which a person's nudges come again; null when no group of theirs rests.</summary>
    /// <param name="person">The person.</param>
    /// <param name="day">The day, by their calendar.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DateOnly?> RestsUntilAsync(PersonAddress person, DateOnly day, CancellationToken cancellationToken)
    {
        var pauses = (await PausesAsync(person.Home, cancellationToken)).Where(pause => pause.Holds(day)).ToList();
        if (pauses.Count == 0)
        {
            return null;
        }

        var mine = (await groups.OfPersonAsync(person, cancellationToken))
            .Where(member => member.Status == MemberStatus.Accepted)
            .Select(member => member.Group)
            .ToHashSet(StringComparer.Ordinal);
        var resting = pauses.Where(pause => mine.Contains(pause.Group)).ToList();
        return resting.Count == 0 ? null : resting.Max(pause => pause.Until);
    }

    private async Task<IReadOnlyList<GroupPause>> PausesAsync(WorkspaceAddress workspace, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(workspace, out var known) && now - known.At < KnownFor && now >= known.At)
        {
            return known.Pauses;
        }

        var pauses = await groups.PausesAsync(workspace, cancellationToken);
        _known[workspace] = (now, pauses);
        return pauses;
    }
}
