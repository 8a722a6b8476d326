using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>How a lead lets the nudges of a group rest.</summary>
internal sealed class GroupPauseConversation(GroupsTable groups, GroupRows rows, TimeProvider clock)
{
    private static readonly char[] _separators = [' ', '\u2013', '-'];

    /// <summary>The pauses of a group that are not over.</summary>
    public async Task<IReadOnlyList<GroupPause>> AheadAsync(PersonState person, Group group, CancellationToken cancellationToken)
    {
        var today = LocalTime.DateOf(clock.GetUtcNow(), person.Zone);
        var pauses = await groups.PausesAsync(person.Address.Home, cancellationToken);
        return [.. pauses.Where(pause => pause.Group == group.Id && pause.Until > today).OrderBy(pause => pause.From)];
    }

    /// <summary>Sets a pause by its days in words; without any, the lead is asked for them.</summary>
    public async Task<TurnDecision> SetAsync(ChatTurn turn, PersonState person, Group group, string days, CancellationToken cancellationToken)
    {
        if (days.Length == 0)
        {
            return new TurnDecision(new ChatAnswer { Form = GroupForms.Pause(person.Language, group) });
        }

        var parts = days.Split([" to ", " until ", " hasta ", " al ", " \u2013 ", " - "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts is [var from, var last] && Days(person, from, last) is { Pause: { } pause }
            ? await KeepAsync(turn, person, group, pause, cancellationToken)
            : TurnDecision.Say(turn, GroupCards.DaysNotUnderstood(person.Language));
    }

    /// <summary>Sets a pause by the form.</summary>
    public async Task<TurnDecision> SaveAsync(FormTurn turn, PersonState person, Group group, CancellationToken cancellationToken)
    {
        var (from, last) = (turn.Values.GetValueOrDefault(GroupForms.FromField, ""), turn.Values.GetValueOrDefault(GroupForms.LastField, ""));
        return Days(person, from, last) switch
        {
            { Pause: { } pause } => await KeepAsync(turn, person, group, pause, cancellationToken),
            { Wrong: var field } => new TurnDecision(new ChatAnswer { Errors = [new FieldError(field, GroupTexts.In(person.Language).DayNotUnderstood)] }),
        };
    }

    private async Task<TurnDecision> KeepAsync(
        ChatTurn turn, PersonState person, Group group, (DateOnly From, DateOnly Until) days, CancellationToken cancellationToken)
    {
        var pause = new GroupPause(group.Id, days.From, days.Until);
        var pauses = (await AheadAsync(person, group, cancellationToken)).Where(other => other.From != pause.From).Append(pause).OrderBy(each => each.From);
        var accepted = await rows.AcceptedAsync(person.Address.Home, group.Id, cancellationToken);
        return TurnDecision.Say(turn, GroupCards.Show(person.Language, group, accepted, [.. pauses], clock.GetUtcNow(), person.Zone)) with
        {
            InGroups = [GroupsTable.Write(person.Address.Home, pause)],
        };
    }

    /// <summary>Takes a pause back.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="person">The lead.</param>
    /// <param name="group">The group.</param>
    /// <param name="from">The day on which the pause begins, as its row has it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TurnDecision> EndAsync(ChatTurn turn, PersonState person, Group group, string from, CancellationToken cancellationToken)
    {
        var pauses = await AheadAsync(person, group, cancellationToken);
        var ended = pauses.FirstOrDefault(pause => GroupsTable.Text(pause.From) == from);
        var accepted = await rows.AcceptedAsync(person.Address.Home, group.Id, cancellationToken);
        var card = GroupCards.Show(person.Language, group, accepted, [.. pauses.Where(pause => pause != ended)], clock.GetUtcNow(), person.Zone);
        return TurnDecision.Say(turn, card) with { InGroups = ended is null ? [] : [GroupsTable.Delete(person.Address.Home, ended)] };
    }

    private ((DateOnly From, DateOnly Until)? Pause, string Wrong) Days(PersonState person, string from, string last)
    {
        var now = clock.GetUtcNow();
        if (MeetingTime.ReadDate(from.Trim(_separators), now, person.Zone) is not TimeReading.Understood { Start: var start })
        {
            return (null, GroupForms.FromField);
        }

        return MeetingTime.ReadDate(last.Trim(_separators), now, person.Zone) is TimeReading.Understood { Start: var end } && end >= start
            ? ((LocalTime.DateOf(start, person.Zone), LocalTime.DateOf(end, person.Zone).AddDays(1)), "")
            : (null, GroupForms.LastField);
    }
}
