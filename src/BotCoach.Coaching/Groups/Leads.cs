using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Who leads programmes: those who were named in chat, and those of the configuration.</summary>
/// <param name="groups">Where the named ones stand.</param>
/// <param name="configured">Those of the configuration.</param>
/// <param name="clock">The time.</param>
public sealed class Leads(GroupsTable groups, IReadOnlySet<PersonAddress> configured, TimeProvider clock)
{
    /// <summary>Whether a person leads programmes of their workspace.</summary>
    public async Task<bool> IsLeadAsync(PersonAddress person, CancellationToken cancellationToken) =>
        configured.Contains(person) || await groups.IsLeadAsync(person, cancellationToken);

    /// <summary>The leads of a workspace.</summary>
    public async Task<IReadOnlyList<PersonAddress>> OfAsync(WorkspaceAddress workspace, CancellationToken cancellationToken) =>
        [.. configured.Where(lead => lead.Home == workspace).Union(await groups.LeadsAsync(workspace, cancellationToken))];

    /// <summary>
    /// Makes whoever installed the coach in a workspace its first lead, unless it has one. To be called at each installation:
    /// doing it again changes nothing. Two people who install it at the same moment may both become leads.
    /// </summary>
    /// <returns>Whether they lead now.</returns>
    public async Task<bool> NameFirstAsync(PersonAddress installer, CancellationToken cancellationToken)
    {
        if (await OfAsync(installer.Home, cancellationToken) is { Count: > 0 } known)
        {
            return known.Contains(installer);
        }

        await groups.WriteAsync([GroupsTable.WriteLead(installer, clock.GetUtcNow())], cancellationToken);
        return true;
    }
}
