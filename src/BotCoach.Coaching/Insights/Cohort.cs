namespace BotCoach.Coaching;

/// <summary>From when until when a pseudonym belonged to a group.</summary>
/// <param name="Pseudonym">Who; another one after a return.</param>
/// <param name="From">The first whole week.</param>
/// <param name="Before">The first week that no longer counts; null while they belong to it.</param>
internal sealed record Membership(string Pseudonym, IsoWeek From, IsoWeek? Before)
{
    public bool Holds(IsoWeek week) => From <= week && (Before is not { } before || week < before);
}

/// <summary>
/// The people of a group who count in a week. It changes only by five people or more at a time: otherwise two weeks'
/// figures, one taken from the other, would tell of whoever joined or left in between.
/// </summary>
internal static class Cohort
{
    /// <summary>The cohort of each week, from the first week of the group to the last that is asked for.</summary>
    public static IReadOnlyDictionary<IsoWeek, IReadOnlySet<string>> Of(IReadOnlyCollection<Membership> members, IsoWeek last)
    {
        Dictionary<IsoWeek, IReadOnlySet<string>> cohorts = [];
        if (members.Count == 0)
        {
            return cohorts;
        }

        HashSet<string> cohort = [];
        for (var week = members.Min(member => member.From); week <= last; week = week.Plus(1))
        {
            var present = members.Where(member => member.Holds(week)).Select(member => member.Pseudonym).ToHashSet(StringComparer.Ordinal);
            var joined = present.Count(pseudonym => !cohort.Contains(pseudonym));
            var left = cohort.Count(pseudonym => !present.Contains(pseudonym));
            if (joined + left >= Publication.FewestPeople)
            {
                cohort = present;
            }

            cohorts.Add(week, cohort);
        }

        return cohorts;
    }
}
