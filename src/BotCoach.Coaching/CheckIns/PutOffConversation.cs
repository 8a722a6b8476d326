using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A nudge that comes at a bad moment: put off with one tap, and brought back with another.</summary>
internal sealed class PutOffConversation(PracticeCatalogue catalogue, OpenCheckIns checkIns, TimeProvider clock)
{
    /// <summary>Comes back to a nudge later.</summary>
    /// <param name="turn">The tap.</param>
    /// <param name="person">The person.</param>
    /// <param name="nudge">The nudge.</param>
    /// <param name="until">A <see cref="PutOffUntil"/>; anything else, as on cards of earlier releases, means later today.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TurnDecision> PutOffAsync(
        ButtonTurn turn, PersonState person, NudgeKey nudge, string until, CancellationToken cancellationToken)
    {
        if (catalogue.In(person.Language).Find(nudge.Topic) is not { } practice)
        {
            return TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        if (await checkIns.ReplyAsync(person.Address, nudge, cancellationToken) is { Reply: var reply })
        {
            return TurnDecision.Say(turn, NudgeCards.Answered(person.Language, practice, reply, await checkIns.UsefulAsync(person.Address, nudge, cancellationToken)));
        }

        var now = clock.GetUtcNow();
        var cadence = person.Plan is { Status: not PlanStatus.Stopped } plan ? plan.Cadence : Cadence.Unplanned;
        var at = PutOff.At(Enum.TryParse<PutOffUntil>(until, out var chosen) ? chosen : PutOffUntil.LaterToday, cadence, now, person.Zone);
        return TurnDecision.Say(turn, NudgeCards.PutOff(person.Language, practice, nudge, at, now, person.Zone)) with
        {
            Writes = [new RowWrite.Upsert { Key = PeopleTable.PutOff(person.Address, nudge), Properties = new RowProperties { { "Version", TurnVersion.Of(turn) } } }],
            Due =
            [
                new DueNudge
                {
                    Person = person.Address,
                    Kind = NudgeKind.PutOff,
                    Subject = nudge.ToString(),
                    DueAt = at,
                    Version = TurnVersion.Of(turn),
                },
            ],
        };
    }

    /// <summary>Shows a nudge again that was put off; what was to come of it is dropped when it comes due.</summary>
    public async Task<TurnDecision> BringBackAsync(ButtonTurn turn, PersonState person, NudgeKey nudge, CancellationToken cancellationToken)
    {
        if (catalogue.In(person.Language).Find(nudge.Topic) is not { } practice)
        {
            return TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        var useful = await checkIns.UsefulAsync(person.Address, nudge, cancellationToken);
        var card = await checkIns.ReplyAsync(person.Address, nudge, cancellationToken) is { Reply: var reply }
            ? NudgeCards.Answered(person.Language, practice, reply, useful)
            : NudgeCards.Open(person.Language, practice, nudge, NudgeCards.Why(person, nudge), useful);
        return TurnDecision.Say(turn, card) with
        {
            // A second tap finds nothing to take away.
            Writes = await checkIns.IsPutOffAsync(person.Address, nudge, cancellationToken) ? [new RowWrite.Delete { Key = PeopleTable.PutOff(person.Address, nudge) }] : [],
        };
    }
}
