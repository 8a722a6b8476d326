using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Decides what is to be done about a nudge at the moment at which it would be sent: opting out, pausing and quiet hours
/// are looked at here, not when it was scheduled.
/// </summary>
public sealed class NudgeDecider
{
    private readonly People _people;
    private readonly PrepSheets _sheets;
    private readonly PracticeCatalogue _catalogue;
    private readonly GroupsTable _groups;
    private readonly GroupPauses _groupPauses;
    private readonly DigestDecider _digests;
    private readonly Removals _removals;
    private readonly ITable _table;

    internal NudgeDecider(
        ITableStore store,
        People people,
        PracticeCatalogue catalogue,
        Briefings briefings,
        GroupsTable groups,
        GroupPauses groupPauses,
        DigestDecider digests,
        Removals removals)
    {
        ArgumentNullException.ThrowIfNull(store);
        _people = people;
        _catalogue = catalogue;
        _groups = groups;
        _groupPauses = groupPauses;
        _digests = digests;
        _removals = removals;
        _sheets = new PrepSheets(new Meetings(store), briefings);
        _table = store.Table(PeopleTable.Name);
    }

    /// <summary>Decides on one nudge.</summary>
    /// <param name="nudge">The nudge that came due.</param>
    /// <param name="now">The present, at or after its due time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<NudgeDecision> DecideAsync(DueNudge nudge, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = await _people.ReadAsync(nudge.Person, cancellationToken);
        if (await _removals.IsRemovedAsync(nudge.Person.Home, cancellationToken))
        {
            return Unsendable(nudge, person, now);
        }

        var decision = nudge.Kind switch
        {
            NudgeKind.Practice => await OfPlanAsync(nudge, person, now, cancellationToken),
            NudgeKind.Invitation => await InvitationAsync(nudge, person, now, cancellationToken),
            NudgeKind.Digest => await _digests.DecideAsync(nudge, person, now, cancellationToken),
            NudgeKind.PutOff => await PutOffAsync(nudge, person, now, cancellationToken),
            _ => await OfMeetingAsync(nudge, person, now, cancellationToken),
        };
        return decision is NudgeDecision.Send send ? send with { Card = send.Card with { Language = person.Language } } : decision;
    }

    private async Task<NudgeDecision> OfPlanAsync(DueNudge nudge, PersonState person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (person.Plan is not { } plan || plan.Version != nudge.Version || !plan.IsActiveAt(now, person.Zone))
        {
            return new NudgeDecision.Drop();
        }

        var today = LocalTime.DateOf(now, person.Zone);
        var day = LocalTime.DateOf(nudge.DueAt, person.Zone);
        var place = Rotation.From(_catalogue, nudge.Sequence, plan.PracticesOff);
        var (practice, wording) = Rotation.At(_catalogue.In(person.Language), place);
        var key = NudgeKey.OfPractice(day, practice.Id, wording);

        // Quiet hours may have begun meanwhile, or the person may have moved to another zone.
        var earliest = plan.Cadence.AfterQuietHours(now, person.Zone);
        if (earliest - nudge.DueAt > Grace.Practice || day != today)
        {
            return new NudgeDecision.Skip(key, Next(nudge, plan, person, now, sent: 0));
        }

        if (earliest > now)
        {
            return new NudgeDecision.Move(nudge with { DueAt = earliest });
        }

        if (await _groupPauses.RestsUntilAsync(nudge.Person, today, cancellationToken) is { } until)
        {
            var rested = LocalTime.At(until, TimeOnly.MinValue, person.Zone).AddTicks(-1);
            return !nudge.IsRetry && plan.Cadence.NextOccurrence(rested, person.Zone) is { } next
                ? new NudgeDecision.Move(nudge with { DueAt = next, SentToday = 0 })
                : new NudgeDecision.Drop();
        }

        var card = NudgeCards.Open(person.Language, practice, key, NudgeCards.WhyPlanned(person.Language, plan, nudge.EndsPause));
        return new NudgeDecision.Send(key, card, person.Profile, Next(nudge with { Sequence = place }, plan, person, now, sent: 1));
    }

    // While the workspace has removed the app. Plans and invitations go on, so that all is as it was should it come back;
    // what belongs to a moment has missed it.
    private static NudgeDecision Unsendable(DueNudge nudge, PersonState person, DateTimeOffset now) => nudge.Kind switch
    {
        NudgeKind.Practice when !nudge.IsRetry
            && person.Plan is { } plan
            && plan.Version == nudge.Version
            && plan.IsActiveAt(now, person.Zone)
            && plan.Cadence.NextOccurrence(now, person.Zone) is { } next => new NudgeDecision.Move(nudge with { DueAt = next, SentToday = 0, Attempts = 0 }),
        NudgeKind.Invitation => new NudgeDecision.Move(nudge with { DueAt = now.AddDays(1), Attempts = 0 }),
        _ => new NudgeDecision.Drop(),
    };

    // Asked once, by day, and not any more once the person has said something or the group is gone.
    private async Task<NudgeDecision> InvitationAsync(DueNudge nudge, PersonState person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _groups.FindAsync(nudge.Person, nudge.Subject, cancellationToken) is not { Status: MemberStatus.Invited }
            || (await _groups.GroupsAsync(nudge.Person.Home, cancellationToken)).FirstOrDefault(group => group.Id == nudge.Subject) is not { } group)
        {
            return new NudgeDecision.Drop();
        }

        var earliest = Cadence.Unplanned.AfterQuietHours(now, person.Zone);
        return earliest > now
            ? new NudgeDecision.Move(nudge with { DueAt = earliest })
            : new NudgeDecision.Send(
                new NudgeKey(LocalTime.DateOf(nudge.DueAt, person.Zone), "invitation", group.Id), MembershipCards.Invitation(person.Language, group), person.Profile, Next: null);
    }

    private async Task<NudgeDecision> PutOffAsync(DueNudge nudge, PersonState person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!NudgeKey.TryParse(nudge.Subject, out var original)
            || _catalogue.In(person.Language).Find(original.Value.Topic) is not { } practice
            || person.Plan is { Status: PlanStatus.Stopped or PlanStatus.Unreachable }
            || (await _table.ReadAsync(PeopleTable.PutOff(nudge.Person, original.Value), cancellationToken))?.Properties.Text("Version") != nudge.Version
            || await _table.ReadAsync(PeopleTable.Reply(nudge.Person, original.Value), cancellationToken) is not null)
        {
            return new NudgeDecision.Drop();
        }

        // A pause that began meanwhile, the person's own or their group's, is one for this nudge too.
        if (person.Plan is { } plan && !plan.IsActiveAt(now, person.Zone))
        {
            return plan.FirstOccurrence(person.Zone) is { } resumed ? new NudgeDecision.Move(nudge with { DueAt = resumed }) : new NudgeDecision.Drop();
        }

        if (await _groupPauses.RestsUntilAsync(nudge.Person, LocalTime.DateOf(now, person.Zone), cancellationToken) is { } until
            && (person.Plan?.Cadence ?? Cadence.Unplanned).NextOccurrence(LocalTime.At(until, TimeOnly.MinValue, person.Zone).AddTicks(-1), person.Zone) is { } rested)
        {
            return new NudgeDecision.Move(nudge with { DueAt = rested });
        }

        var key = original.Value with { Date = LocalTime.DateOf(nudge.DueAt, person.Zone), Try = $"later-{nudge.Version}" };
        var earliest = (person.Plan?.Cadence ?? Cadence.Unplanned).AfterQuietHours(now, person.Zone);
        if (earliest - nudge.DueAt > Grace.Practice)
        {
            return new NudgeDecision.Skip(key, Next: null);
        }

        return earliest > now
            ? new NudgeDecision.Move(nudge with { DueAt = earliest })
            : new NudgeDecision.Send(key, NudgeCards.Open(person.Language, practice, key, NudgeCards.WhyPutOff(person.Language)), person.Profile, Next: null);
    }

    // A pause leaves a meeting's messages alone: the person prepared that meeting themselves.
    private async Task<NudgeDecision> OfMeetingAsync(DueNudge nudge, PersonState person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await _sheets.FindAsync(person, nudge.Subject, cancellationToken) is not { Meeting: var meeting } sheet
            || meeting.IsCancelled
            || meeting.Version != nudge.Version
            || person.HasEndedSince(meeting))
        {
            return new NudgeDecision.Drop();
        }

        var isTalk = meeting.Talk is not null;
        var (topic, useful, card) = nudge.Kind switch
        {
            NudgeKind.MeetingSheet => (
                MeetingTopics.Sheet, meeting.StartsAt, isTalk ? OneOnOneCards.Reminder(sheet, now) : MeetingCards.Reminder(sheet, now)),
            NudgeKind.MeetingFirstWord => (
                MeetingTopics.FirstWord, meeting.StartsAt, isTalk ? OneOnOneCards.FirstWord(person.Language, meeting, now) : MeetingCards.FirstWord(person.Language, meeting, now)),
            _ => (
                MeetingTopics.Check, nudge.DueAt + Grace.Check,
                isTalk ? OneOnOneCards.Check(person.Language, meeting, sheet.LastTime) : MeetingCheckCard.Of(person.Language, meeting, [], now, person.Zone)),
        };
        var key = new NudgeKey(LocalTime.DateOf(nudge.DueAt, person.Zone), topic, meeting.Id, meeting.Version);
        return now <= useful
            ? new NudgeDecision.Send(key, card, person.Profile, Next: null)
            : new NudgeDecision.Skip(key, Next: null);
    }

    // A nudge that was skipped keeps its place in the rotation: the practice comes next time. One that was put back had its
    // place taken by the next when it was given up.
    private static DueNudge? Next(DueNudge nudge, Plan plan, PersonState person, DateTimeOffset now, int sent)
    {
        var sameDay = LocalTime.DateOf(nudge.DueAt, person.Zone) == LocalTime.DateOf(now, person.Zone);
        var sentToday = (sameDay ? nudge.SentToday : 0) + sent;
        return !nudge.IsRetry && plan.Cadence.NextOccurrence(now, person.Zone, sentToday) is { } next
            ? nudge with
            {
                DueAt = next,
                Sequence = nudge.Sequence + sent,
                SentToday = LocalTime.DateOf(next, person.Zone) == LocalTime.DateOf(now, person.Zone) ? sentToday : 0,
                EndsPause = nudge.EndsPause && sent == 0,
                Attempts = 0,
            }
            : null;
    }
}
