using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>First contact, and everything about a plan: choosing, changing, pausing, resuming, ending.</summary>
internal sealed class PlanConversation(PracticeCatalogue catalogue, TimeProvider clock)
{
    public TurnDecision Show(ChatTurn turn, PersonState person)
    {
        var now = clock.GetUtcNow();
        return TurnDecision.Say(turn, person.Plan is { } plan
            ? PlanCards.Current(person.Language, plan, now, person.Zone)
            : PlanCards.Welcome(person.Language, now, person.Zone));
    }

    public TurnDecision Welcome(ChatTurn turn, PersonState person) =>
        TurnDecision.Say(turn, PlanCards.Welcome(person.Language, clock.GetUtcNow(), person.Zone));

    /// <summary>A message that offers the plans to somebody who has none.</summary>
    /// <param name="turn">The turn that it follows.</param>
    /// <param name="person">The person.</param>
    /// <param name="suggested">The plan to offer first; null for the usual one.</param>
    public CardPost Offer(ChatTurn turn, PersonState person, string? suggested) =>
        new($"offer {turn.Id}", PlanCards.Suggested(person.Language, suggested, clock.GetUtcNow(), person.Zone));

    public TurnDecision OfferChange(ChatTurn turn, PersonState person) =>
        TurnDecision.Say(turn, PlanCards.Change(person.Language, person.Plan, clock.GetUtcNow(), person.Zone));

    public TurnDecision Why(ChatTurn turn, PersonState person) => person.Plan is { } plan
        ? TurnDecision.Say(turn, PlanCards.Why(person.Language, catalogue, plan, clock.GetUtcNow(), person.Zone))
        : Show(turn, person);

    public TurnDecision Choose(ChatTurn turn, PersonState person, PlanTemplate template)
    {
        var now = clock.GetUtcNow();
        if (person.Plan is { Status: PlanStatus.Active } current && current.Template == template.Id)
        {
            return TurnDecision.Say(turn, PlanCards.Current(person.Language, current, now, person.Zone));
        }

        // What they chose before stays as it is: the time, quiet hours, working days, and practices that they leave out.
        var cadence = template.On(person.Plan?.Cadence);
        var plan = person.Plan is { } before
            ? Renew(turn, person, before) with { Template = template.Id, Cadence = cadence, Status = PlanStatus.Active, PausedUntil = null }
            : new Plan { Template = template.Id, Cadence = cadence, Status = PlanStatus.Active, Version = TurnVersion.Of(turn), Since = now };
        return Begin(turn, person, plan, PlanCards.Current(person.Language, plan, now, person.Zone));
    }

    /// <summary>The person wants no plan now; one that they have goes on.</summary>
    public TurnDecision Decline(ChatTurn turn, PersonState person) =>
        person.Plan is null ? TurnDecision.Say(turn, PlanCards.Declined(person.Language)) : Show(turn, person);

    public TurnDecision Pause(ChatTurn turn, PersonState person, string until)
    {
        var now = clock.GetUtcNow();
        if (person.Plan is not { Status: PlanStatus.Active or PlanStatus.Paused } current)
        {
            return TurnDecision.Say(turn, PlanCards.NothingToPause(person.Language));
        }

        DateOnly? date = null;
        if (until.Length > 0)
        {
            if (MeetingTime.ReadDate(until, now, person.Zone) is not TimeReading.Understood { Start: var start })
            {
                return TurnDecision.Say(turn, PlanCards.DateNotUnderstood(person.Language, until));
            }

            date = LocalTime.DateOf(start, person.Zone);
        }

        var plan = Renew(turn, person, current) with { Status = PlanStatus.Paused, PausedUntil = date };
        return Begin(turn, person, plan, PlanCards.Paused(person.Language, plan, person.Zone, now));
    }

    public TurnDecision Resume(ChatTurn turn, PersonState person)
    {
        var now = clock.GetUtcNow();
        switch (person.Plan)
        {
            case null or { Status: PlanStatus.Stopped }:
                return TurnDecision.Say(turn, PlanCards.NothingToResume(person.Language));
            case { Status: PlanStatus.Active } active:
                return TurnDecision.Say(turn, PlanCards.Current(person.Language, active, now, person.Zone));
            case var paused:
                var plan = Renew(turn, person, paused) with { Status = PlanStatus.Active, PausedUntil = null };
                return Begin(turn, person, plan, PlanCards.Resumed(person.Language, plan, now, person.Zone));
        }
    }

    public TurnDecision Stop(ChatTurn turn, PersonState person, bool silently = false)
    {
        if (person.Plan is not { } current || current.Status == PlanStatus.Stopped)
        {
            return silently ? new TurnDecision(ChatAnswer.Nothing) : TurnDecision.Say(turn, PlanCards.NothingToStop(person.Language));
        }

        var plan = Renew(turn, person, current) with { Status = PlanStatus.Stopped, PausedUntil = null };
        return (silently ? new TurnDecision(ChatAnswer.Nothing) : TurnDecision.Say(turn, PlanCards.Stopped(person.Language))) with
        {
            Writes = [person.Write(plan)],
        };
    }

    /// <summary>Lets nudges go with a person who is in another zone now; what else was decided stays.</summary>
    public TurnDecision Follow(ChatTurn turn, PersonState person, TurnDecision decision)
    {
        if (person is not { MovedFrom: not null, Plan: { Status: PlanStatus.Active or PlanStatus.Paused } plan }
            || decision.Writes.Any(write => write.Key == PeopleTable.Plan(person.Address)))
        {
            return decision;
        }

        var moved = Renew(turn, person, plan);
        return decision with
        {
            Writes = [.. decision.Writes, person.Write(moved)],
            Due = [.. decision.Due, .. PlanNudges.First(person, moved)],
        };
    }

    /// <summary>The plan under the version of a turn.</summary>
    public Plan Renew(ChatTurn turn, PersonState person, Plan plan) =>
        plan.Renew(TurnVersion.Of(turn), catalogue, clock.GetUtcNow(), person.MovedFrom ?? person.Zone);

    private static TurnDecision Begin(ChatTurn turn, PersonState person, Plan plan, Card card) =>
        TurnDecision.Say(turn, card) with { Writes = [person.Write(plan)], Due = PlanNudges.First(person, plan) };
}
