using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Who leads programmes: those who were named in chat, and those of the configuration.</summary>
/// <param name="groups">Where the named ones stand.</param>
/// <param name="configured">Those of the configuration.</param>
public sealed class Leads(GroupsTable groups, IReadOnlySet<PersonAddress> configured)
{
    /// <summary>Whether a person leads programmes of their workspace.</summary>
    public async Task<bool> IsLeadAsync(PersonAddress person, CancellationToken cancellationToken) =>
        configured.Contains(person) || await groups.IsLeadAsync(person, cancellationToken);

    /// <summary>The leads of a workspace.</summary>
    public async Task<IReadOnlyList<PersonAddress>> OfAsync(WorkspaceAddress workspace, CancellationToken cancellationToken) =>
        [.. configured.Where(lead => lead.Home == workspace).Union(await groups.LeadsAsync(workspace, cancellationToken))];
}
