using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Preparing a meeting, and saying afterwards how it went.</summary>
internal sealed class MeetingConversation(Meetings meetings, TimeProvider clock)
{
    /// <summary>Opens the form, filled in with what was said.</summary>
    public TurnDecision Prepare(ChatTurn turn, PersonState person, string text)
    {
        if (turn is MessageTurn)
        {
            // A form opens only at the press of a button or by a command.
            return TurnDecision.Say(turn, MeetingCards.OpenForm(text));
        }

        var now = clock.GetUtcNow();
        var said = MeetingTime.SplitNameAndTime(text, now, person.Zone);
        return new TurnDecision(new ChatAnswer { Form = MeetingForm.New(TurnVersion.Of(turn), said.Name, said.TimeText ?? "") });
    }

    public async Task<TurnDecision> ListAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return TurnDecision.Say(turn, MeetingCards.Coming(await meetings.ComingAsync(person.Address, now, cancellationToken), now, person.Zone));
    }

    public async Task<TurnDecision> EditAsync(ButtonTurn turn, PersonState person, string id, string from, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { } found)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone);
        }

        // The sheet that was tapped changes in place once the form is saved; a list is only passing.
        var state = from == MeetingCards.FromSheet && turn.Message is { } message
            ? $"{id}|{message.Conversation.Conversation}|{message.Message}"
            : id;
        return new TurnDecision(new ChatAnswer { Form = MeetingForm.Edit(found.Meeting, state, person.Zone) });
    }

    public async Task<TurnDecision> SaveAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = turn.State.Split('|');
        var found = await meetings.FindAsync(person.Address, state[0], cancellationToken);
        var (read, errors) = MeetingForm.Read(turn.Values, state[0], now, person.Zone);
        if (read is null)
        {
            return new TurnDecision(new ChatAnswer { Errors = errors });
        }

        if (found is { Meeting: var saved } && MeetingForm.IsSame(saved, read, person.Zone))
        {
            return new TurnDecision(ChatAnswer.Nothing);
        }

        var meeting = found is null
            ? read with { Version = TurnVersion.Of(turn) }
            : MeetingForm.Apply(read, found.Value.Meeting) with { Version = TurnVersion.Of(turn) };
        var sheet = MeetingCards.Sheet(meeting, now, person.Zone);
        var answer = state is [_, var conversation, var message]
            ? new ChatAnswer { Updates = [new CardUpdate(new MessageAddress(turn.Conversation with { Conversation = conversation }, message), sheet)] }
            : new ChatAnswer { Posts = [new CardPost($"sheet {meeting.Id} {meeting.Version}", sheet)] };
        return new TurnDecision(answer)
        {
            Writes = [MeetingRow.Save(person.Address, meeting, found?.Version)],
            Due =
            [
                .. meeting.MessagesAfter(now).Select(each => new DueNudge
                {
                    Person = person.Address,
                    Kind = each.Kind,
                    Subject = meeting.Id,
                    DueAt = each.At,
                    Version = meeting.Version,
                }),
            ],
        };
    }

    /// <summary>Calls a meeting's preparation off, or puts it back: its messages stay scheduled and look when they come due.</summary>
    public async Task<TurnDecision> CancelAsync(
        ButtonTurn turn, PersonState person, string id, string from, bool cancelled, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { } found)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone);
        }

        var now = clock.GetUtcNow();
        var meeting = found.Meeting with { IsCancelled = cancelled };
        var card = cancelled ? MeetingCards.Cancelled(meeting) : MeetingCards.Sheet(meeting, now, person.Zone);
        if (from == MeetingCards.FromList)
        {
            var rest = await meetings.ComingAsync(person.Address, now, cancellationToken);
            card = MeetingCards.Coming([.. rest.Where(other => other.Id != id)], now, person.Zone);
        }

        return TurnDecision.Say(turn, card) with { Writes = [MeetingRow.Save(person.Address, meeting, found.Version)] };
    }

    /// <summary>A tap on the check afterwards.</summary>
    public async Task<TurnDecision> TellAsync(ButtonTurn turn, PersonState person, string id, string value, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { } found)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone);
        }

        var meeting = turn.Action.Name switch
        {
            MeetingCheckCard.SpokeAction when Enum.TryParse<Spoke>(value, out var spoke) => found.Meeting with { Spoke = spoke },
            MeetingCheckCard.AskedAction when Count(value) is { } asked => found.Meeting with { Asked = asked },
            MeetingCheckCard.CommentedAction when Count(value) is { } commented => found.Meeting with { Commented = commented },
            MeetingCheckCard.GoalAction when Enum.TryParse<GoalResult>(value, out var result) => found.Meeting with { GoalResult = result },
            MeetingCheckCard.LearnedAction when Line(turn.Input) is { } line => found.Meeting with { Learned = line },
            MeetingCheckCard.UnlearnAction => found.Meeting with { Learned = null },
            _ => found.Meeting,
        };
        return meeting == found.Meeting
            ? TurnDecision.Say(turn, MeetingCheckCard.Of(meeting))
            : TurnDecision.Say(turn, MeetingCheckCard.Of(meeting)) with
            {
                Writes = [MeetingRow.Save(person.Address, meeting, found.Version)],
            };
    }

    /// <summary>Takes a free message as the line to keep of a meeting.</summary>
    public async Task<(Card Card, IReadOnlyList<RowWrite> Writes, CardAction Undo)> LearnAsync(
        PersonState person, NudgeKey check, string text, CancellationToken cancellationToken)
    {
        var id = check.Detail;
        var undo = new CardAction(MeetingCheckCard.UnlearnAction, id);
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { } found)
        {
            return (MeetingCards.Gone, [], undo);
        }

        var meeting = found.Meeting with { Learned = text };
        return (MeetingCheckCard.Of(meeting), [MeetingRow.Save(person.Address, meeting, found.Version)], undo);
    }

    private static int? Count(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 99 ? count : null;

    private static string? Line(string? text) => text?.Trim() is { Length: > 0 and <= Reply.MaxLineLength } line ? line : null;
}
