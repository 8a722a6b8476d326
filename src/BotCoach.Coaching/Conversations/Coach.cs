using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Takes every turn: reads the person, lets the conversation decide that the turn belongs to, and writes once. The write
/// also records the turn, so a turn that comes again meets its own record and gets the answer that it had.
/// </summary>
internal sealed class Coach(
    ITableStore store,
    People people,
    DueTable due,
    DeliveriesTable deliveries,
    Conversations conversations,
    PlanConversation plans,
    GroupsTable groups,
    LateAnswers lateAnswers,
    Erasures erasures,
    ModelReadings modelReadings,
    Removals removals,
    HomePage home,
    TimeProvider clock) : IChatTurnHandler
{
    // Each conflict means that another turn of the same person went first; five in a row do not happen to a person.
    private const int MaxTries = 5;

    private readonly ITable _table = store.Table(PeopleTable.Name);

    public async Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        await home.ShowAsync(turn, await AnswerAsync(turn, cancellationToken), cancellationToken);

    private async Task<ChatAnswer> AnswerAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        if (!PeopleTable.CanName(turn))
        {
            return ChatAnswer.Nothing;
        }

        await removals.HearAsync(turn, cancellationToken);
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var state = await people.ReadAsync(turn, cancellationToken);
            var decision = await conversations.DecideAsync(turn, state, cancellationToken);
            if (decision.Erases)
            {
                await erasures.RunAsync(turn.Person, cancellationToken);
                return decision.Answer.In(state.Language);
            }

            decision = plans.Follow(turn, state, decision);
            decision = decision with { Answer = decision.Answer.In(decision.Language ?? state.Language) };
            if (!HasEffect(turn, decision))
            {
                AskModel(turn, decision);
                return decision.Answer;
            }

            await groups.WriteAsync(decision.InGroups, cancellationToken);
            await lateAnswers.NoteAsync(state, decision.Writes, cancellationToken);
            await due.AddAsync(decision.Due, cancellationToken);
            switch (await _table.WriteAsync(Writes(turn, state, decision), cancellationToken))
            {
                case WriteResult.Written:
                    AskModel(turn, decision);
                    return decision.Answer;
                case WriteResult.AlreadyExists { Index: 0 }:
                    return await AnswerAgainAsync(turn, cancellationToken);
            }
        }

        throw new TableUnavailableException("The person's rows kept changing while a turn was decided.");
    }

    public async Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken)
    {
        if (NudgeKey.TryParse(post.Key, out var nudge))
        {
            await deliveries.RecordAsync(
                [
                    new Delivery
                    {
                        Person = turn.Person,
                        Key = nudge.Value,
                        Outcome = DeliveryOutcome.Sent,
                        At = clock.GetUtcNow(),
                        Message = message,
                    },
                ],
                cancellationToken);
        }

        await _table.WriteAsync(
            [
                People.KeepConversation(turn.Person, message.Conversation.Conversation),
                new RowWrite.Upsert
                {
                    Key = PeopleTable.Post(turn.Person, post.Key),
                    Properties = new RowProperties
                    {
                        { "Conversation", message.Conversation.Conversation },
                        { "Message", message.Message },
                        { "At", clock.GetUtcNow() },
                    },
                },
            ],
            cancellationToken);
    }

    private void AskModel(ChatTurn turn, TurnDecision decision)
    {
        if (decision.ForModel is { } preRead)
        {
            modelReadings.Ask(turn.Person, preRead);
        }
    }

    // A post is an effect too: without a record, a message that the platform delivers again would be answered again.
    private static bool HasEffect(ChatTurn turn, TurnDecision decision) =>
        decision.Writes.Count > 0 || decision.InGroups.Count > 0 || decision.Answer.Posts.Count > 0 || turn is MessageTurn;

    private List<RowWrite> Writes(ChatTurn turn, PersonState state, TurnDecision decision)
    {
        List<RowWrite> writes = [TurnLog.Record(turn, decision.Answer, clock.GetUtcNow())];
        if (!state.ProfileIsStored && decision.Writes.All(write => write.Key != PeopleTable.Profile(turn.Person)))
        {
            writes.Add(state.Write(state.Profile));
        }

        writes.AddRange(decision.Writes);
        return writes;
    }

    private async Task<ChatAnswer> AnswerAgainAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        var row = await _table.ReadAsync(PeopleTable.Turn(turn.Person, turn.Id), cancellationToken)
            ?? throw new TableUnavailableException("A turn was erased while it was answered again.");
        var (at, answer) = TurnLog.Read(row);
        List<CardPost> missing = [];
        foreach (var post in answer.Posts)
        {
            if (await _table.ReadAsync(PeopleTable.Post(turn.Person, post.Key), cancellationToken) is null)
            {
                missing.Add(post);
            }
        }

        if (missing.Count > 0 && clock.GetUtcNow() - at < TurnLog.UnderWay)
        {
            throw new TurnUnderWayException();
        }

        // A passing reply to a message was shown, or lost with the request that it answered: it is not worth two.
        return answer with { Posts = missing, Reply = turn is MessageTurn ? null : answer.Reply };
    }
}
