using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Decides on a digest that came due: whether it is still wanted, and when its time has come where the lead lives.</summary>
internal sealed class DigestDecider(
    Leads leads, DigestSettings settings, GroupsTable groups, GroupPauses groupPauses, InsightsTable insights)
{
    private const string Topic = "digest";

    /// <summary>Decides on one.</summary>
    public async Task<NudgeDecision> DecideAsync(DueNudge nudge, PersonState person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!IsoWeek.TryParse(nudge.Subject, out var week)
            || person.IsNew
            || !await leads.IsLeadAsync(nudge.Person, cancellationToken)
            || !await settings.IsWantedAsync(nudge.Person, cancellationToken))
        {
            return new NudgeDecision.Drop();
        }

        // It is of its Friday: the next one has newer figures.
        var (day, at) = (DigestTimes.DayOf(week.Value), DigestTimes.At(week.Value, person.Zone));
        var key = new NudgeKey(day, Topic, nudge.Subject);
        var earliest = (person.Plan?.Cadence ?? Cadence.Unplanned).AfterQuietHours(now > at ? now : at, person.Zone);
        if (LocalTime.DateOf(earliest, person.Zone) != day)
        {
            return new NudgeDecision.Skip(key, Next: null);
        }

        if (earliest > now)
        {
            return new NudgeDecision.Move(nudge with { DueAt = earliest });
        }

        return await CardAsync(person, day, now, cancellationToken) is { } card
            ? new NudgeDecision.Send(key, card, person.Profile, Next: null)
            : new NudgeDecision.Drop();
    }

    // Null while the lead rests or has ended everything, and where there is nothing to tell.
    private async Task<Card?> CardAsync(PersonState person, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var home = person.Address.Home;
        if (person.Plan?.IsActiveAt(now, person.Zone) == false || await groupPauses.RestsUntilAsync(person.Address, day, cancellationToken) is not null)
        {
            return null;
        }

        var closed = ClosedWeek.At(now);
        var known = await groups.GroupsAsync(home, cancellationToken);
        var figures = await insights.OverviewAsync(home, closed.Plus(-1), closed, cancellationToken);
        return known.Count > 0 && figures.Any(week => week.Week == closed) ? DigestCards.Of(person.Language, known, figures, closed) : null;
    }
}
