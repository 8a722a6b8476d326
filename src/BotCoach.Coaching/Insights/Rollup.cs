using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// Makes the figures of a workspace's week from what was counted. It depends on nothing but that, so running it again
/// gives the same figures, and running it after a change gives those that a first run would have given.
/// </summary>
internal sealed class Rollup(
    GroupsTable groups, PulseTable pulses, InsightsTable insights, WorkspaceKeys keys, PracticeCatalogue catalogue)
{
    private readonly IReadOnlyList<Measure> _measures = Measure.All(catalogue);

    /// <summary>Makes and writes the figures of a week.</summary>
    public async Task RunAsync(WorkspaceAddress workspace, IsoWeek week, CancellationToken cancellationToken)
    {
        var key = await keys.OfAsync(workspace, cancellationToken);
        var cohorts = await CohortsAsync(workspace, key, week, cancellationToken);
        List<(string Group, IReadOnlySet<string> Cohort, IReadOnlyList<Pulse> Pulses)> counted = [];
        foreach (var group in await groups.GroupsAsync(workspace, cancellationToken))
        {
            var cohort = cohorts.GetValueOrDefault(group.Id) ?? new HashSet<string>(StringComparer.Ordinal);
            var all = await pulses.ReadAsync(workspace, group.Id, week, cancellationToken);
            counted.Add((group.Id, cohort, [.. all.Where(pulse => cohort.Contains(pulse.Pseudonym))]));
        }

        // Somebody in two groups is one person among all.
        counted.Add((
            InsightsTable.Everyone,
            counted.SelectMany(group => group.Cohort).ToHashSet(StringComparer.Ordinal),
            [.. counted.SelectMany(group => group.Pulses).DistinctBy(pulse => (pulse.Pseudonym, pulse.Subject))]));

        var publication = new Publication(key);
        var figures = counted.ToDictionary(group => group.Group, _ => new Dictionary<string, Figure>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var measure in _measures)
        {
            foreach (var (group, figure) in publication.Of(measure, week, [.. counted.Select(group => (group.Group, Count(measure, group.Pulses)))]))
            {
                figures[group].Add(measure.Id, figure);
            }
        }

        await insights.WriteAsync(
            workspace,
            [
                .. counted.Select(group => new GroupWeek(
                    group.Group, week, group.Cohort.Count / Publication.FewestPeople * Publication.FewestPeople, figures[group.Group])),
            ],
            cancellationToken);
    }

    private static Tally Count(Measure measure, IReadOnlyList<Pulse> pulses)
    {
        var tally = new Tally(measure);
        foreach (var pulse in pulses)
        {
            if (measure.BinOf(pulse) is { } bin)
            {
                tally.Add(pulse.Pseudonym, bin);
            }
        }

        return tally;
    }

    private async Task<Dictionary<string, IReadOnlySet<string>>> CohortsAsync(
        WorkspaceAddress workspace, byte[] key, IsoWeek week, CancellationToken cancellationToken)
    {
        var pseudonyms = new Pseudonyms(key);
        Dictionary<string, List<Membership>> memberships = new(StringComparer.Ordinal);
        await foreach (var member in groups.MembersAsync(workspace, cancellationToken))
        {
            if (!memberships.TryGetValue(member.Group, out var ofGroup))
            {
                memberships.Add(member.Group, ofGroup = []);
            }

            ofGroup.AddRange(member.Stays.Select((stay, times) => new Membership(pseudonyms.Of(member.Person, times), stay.From, stay.Before)));
        }

        return memberships.ToDictionary(
            group => group.Key,
            group => Cohort.Of(group.Value, week).GetValueOrDefault(week) ?? new HashSet<string>(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}
