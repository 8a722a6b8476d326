namespace BotCoach.Coaching;

/// <summary>The nudges of a plan that wait for their time.</summary>
internal static class PlanNudges
{
    /// <summary>The first of the plan's version, which the others follow; none for a plan that brings none.</summary>
    public static IReadOnlyList<DueNudge> First(PersonState person, Plan plan) => plan.FirstOccurrence(person.Zone) is { } first
        ?
        [
            new DueNudge
            {
                Person = person.Address,
                Kind = NudgeKind.Practice,
                DueAt = first,
                Version = plan.Version,
                Sequence = plan.FirstSequence,
                EndsPause = plan.Status == PlanStatus.Paused,
            },
        ]
        : [];
}
