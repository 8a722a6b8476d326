using System.Globalization;
using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Saying afterwards how a meeting went.</summary>
internal sealed class MeetingCheckConversation(Meetings meetings, TimeProvider clock)
{
    /// <summary>A tap on the check, or a line written on it.</summary>
    public async Task<TurnDecision> TellAsync(ButtonTurn turn, PersonState person, string id, string value, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { } found)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        var meeting = Told(found.Meeting, turn, value);
        return TurnDecision.Say(turn, await CardAsync(person, meeting, cancellationToken)) with
        {
            Writes = meeting == found.Meeting ? [] : [MeetingRow.Save(person.Address, meeting, found.Version)],
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
            return (MeetingCards.Gone(person.Language), [], undo);
        }

        var meeting = found.Meeting with { Learned = text };
        return (await CardAsync(person, meeting, cancellationToken), [MeetingRow.Save(person.Address, meeting, found.Version)], undo);
    }

    private async Task<Card> CardAsync(PersonState person, Meeting meeting, CancellationToken cancellationToken)
    {
        var others = (await meetings.AllAsync(person.Address, cancellationToken)).Where(other => other.Id != meeting.Id).ToList();
        return meeting.Talk is null
            ? MeetingCheckCard.Of(person.Language, meeting, others, clock.GetUtcNow(), person.Zone)
            : OneOnOneCards.Check(person.Language, meeting, Forums.Before(others, meeting));
    }

    private static Meeting Told(Meeting meeting, ButtonTurn turn, string value) => turn.Action.Name switch
    {
        MeetingCheckCard.SpokeAction when Enum.TryParse<Spoke>(value, out var spoke) => meeting with { Spoke = spoke },
        MeetingCheckCard.AskedAction when Count(value) is { } asked => meeting with { Asked = asked },
        MeetingCheckCard.SaidAction => Said(meeting, value),
        MeetingCheckCard.CommentedAction when Count(value) is { } commented => meeting with { Commented = commented },
        MeetingCheckCard.GoalAction when Enum.TryParse<GoalResult>(value, out var result) => meeting with { GoalResult = result },
        MeetingCheckCard.SureAction when meeting.Talk is { } talk && Count(value) is >= 1 and <= OneOnOne.MostSure and var sure =>
            meeting with { Talk = talk with { Sure = sure } },
        MeetingCheckCard.DecidedAction when meeting.Talk is { } talk && Enum.TryParse<GoalResult>(value, out var decided) =>
            meeting with { Talk = talk with { Decided = decided } },
        MeetingCheckCard.LearnedAction when Line(turn.Input) is { } line => meeting with { Learned = line },
        MeetingCheckCard.UnlearnAction => meeting with { Learned = null },
        _ => meeting,
    };

    /// <summary>One of the prepared questions was asked after all, or was not; or another one; or none.</summary>
    private static Meeting Said(Meeting meeting, string value)
    {
        var others = Math.Max(0, (meeting.Asked ?? 0) - meeting.Questions.Count(question => question.WasSaid is true));
        switch (value)
        {
            case MeetingCheckCard.NoQuestion:
                return meeting with { Asked = 0, Questions = [.. meeting.Questions.Select(question => question with { WasSaid = false })] };
            case MeetingCheckCard.AnotherQuestion:
                others = others == 0 ? 1 : 0;
                break;
            default:
                if (meeting.Questions.All(question => question.Id != value))
                {
                    return meeting;
                }

                break;
        }

        // Of a question that was not tapped it is known now that it was not asked.
        MeetingPoint[] questions =
        [
            .. meeting.Questions.Select(question => question with { WasSaid = question.Id == value ? question.WasSaid is not true : question.WasSaid is true }),
        ];
        return meeting with { Questions = questions, Asked = others + questions.Count(question => question.WasSaid is true) };
    }

    private static int? Count(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 99 ? count : null;

    private static string? Line(string? text) => text?.Trim() is { Length: > 0 and <= Reply.MaxLineLength } line ? line : null;
}
