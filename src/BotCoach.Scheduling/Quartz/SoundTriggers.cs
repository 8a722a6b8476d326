using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Which triggers of a schedule are as they should be, so that only the others are written.</summary>
internal static class SoundTriggers
{
    /// <summary>
    /// The names of a group's triggers that will fire as they are described. One that the scheduler has given up, or that
    /// somebody has paused, is not among them: written anew it fires again.
    /// </summary>
    /// <param name="scheduler">The scheduler.</param>
    /// <param name="group">The group.</param>
    /// <param name="descriptions">The description that each trigger should have, by its name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlySet<string>> SoundTriggersAsync(
        this IScheduler scheduler, string group, Func<string, string?> descriptions, CancellationToken cancellationToken)
    {
        var query = new TriggerQuery { Group = GroupMatcher<TriggerKey>.GroupEquals(group), Take = int.MaxValue };
        var triggers = await scheduler.QueryTriggers(query, cancellationToken);
        return triggers.Items
            .Where(trigger => trigger.Description == descriptions(trigger.Key.Name) && trigger.State is not (TriggerState.Error or TriggerState.Paused))
            .Select(trigger => trigger.Key.Name)
            .ToHashSet(StringComparer.Ordinal);
    }
}
