using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>A nudge and what is answered to it, by button or in words.</summary>
internal sealed class CheckInConversation(
    PracticeCatalogue catalogue, OpenCheckIns checkIns, MeetingCheckConversation meetings, TimeProvider clock)
{
    // A card sent longer ago than this has probably scrolled away: then changing it in place is not enough of an answer.
    private static readonly TimeSpan InSight = TimeSpan.FromMinutes(30);

    /// <summary>Sends the nudge of a practice now.</summary>
    public TurnDecision Try(ChatTurn turn, PersonState person, Practice practice)
    {
        var today = LocalTime.DateOf(clock.GetUtcNow(), person.Zone);
        var wording = (int)(Convert.ToUInt32(TurnVersion.Of(turn)[..4], 16) % (uint)practice.Nudges.Count);
        var nudge = NudgeKey.OfPractice(today, practice.Id, wording, $"try-{TurnVersion.Of(turn)}");
        var answer = new ChatAnswer
        {
            Reply = turn is CommandTurn && !IsWhereNudgesCome(turn, person) ? HelpCards.InDirectMessages(person.Language, practice.Title) : null,
            Posts = [new CardPost(nudge.ToString(), NudgeCards.Open(person.Language, practice, nudge, NudgeCards.WhyTried(person.Language)))],
        };
        return new TurnDecision(answer);
    }

    /// <summary>A button: an answer, or a change of one.</summary>
    public async Task<TurnDecision> AnswerAsync(ButtonTurn turn, PersonState person, NudgeKey nudge, string value, CancellationToken cancellationToken)
    {
        if (catalogue.In(person.Language).Find(nudge.Topic) is not { } practice || !practice.CheckIn.Accepts(value))
        {
            return TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        var earlier = await checkIns.ReplyAsync(person.Address, nudge, cancellationToken);
        return await SaveAsync(turn, person, practice, Changed(earlier, nudge) with { Value = value }, earlier?.Version, cancellationToken);
    }

    /// <summary>A line written on the card.</summary>
    public async Task<TurnDecision> AddLineAsync(ButtonTurn turn, PersonState person, NudgeKey nudge, CancellationToken cancellationToken)
    {
        if (catalogue.In(person.Language).Find(nudge.Topic) is not { } practice)
        {
            return TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        var text = (turn.Input ?? "").Trim();
        var earlier = await checkIns.ReplyAsync(person.Address, nudge, cancellationToken);
        if (text.Length is 0 or > Reply.MaxLineLength)
        {
            var card = await CardAsync(person, practice, nudge, earlier, cancellationToken);
            return text.Length == 0
                ? TurnDecision.Say(turn, card)
                : new TurnDecision(new ChatAnswer { Reply = NudgeCards.TooLong(person.Language, text.Length) });
        }

        return await SaveAsync(turn, person, practice, WithWords(Changed(earlier, nudge), practice.CheckIn, text), earlier?.Version, cancellationToken);
    }

    /// <summary>Takes an answer back: first its line, then the rest.</summary>
    public async Task<TurnDecision> UndoAsync(ButtonTurn turn, PersonState person, NudgeKey nudge, CancellationToken cancellationToken)
    {
        if (catalogue.In(person.Language).Find(nudge.Topic) is not { } practice)
        {
            return TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        return await checkIns.ReplyAsync(person.Address, nudge, cancellationToken) switch
        {
            null => TurnDecision.Say(turn, await CardAsync(person, practice, nudge, stored: null, cancellationToken)),
            { Reply: { Value: not null, Line: not null } reply, Version: var version } =>
                await SaveAsync(turn, person, practice, reply with { Line = null, ChangedAt = clock.GetUtcNow() }, version, cancellationToken),
            { Version: var version } => TurnDecision.Say(turn, await CardAsync(person, practice, nudge, stored: null, cancellationToken)) with
            {
                Writes = [new RowWrite.Delete { Key = PeopleTable.Reply(person.Address, nudge), Version = version }],
            },
        };
    }

    /// <summary>Whether the nudge was of use: said with a tap, changed with another, and taken back with the same one.</summary>
    public async Task<TurnDecision> JudgeAsync(ButtonTurn turn, PersonState person, NudgeKey nudge, string value, CancellationToken cancellationToken)
    {
        if (catalogue.In(person.Language).Find(nudge.Topic) is not { } practice)
        {
            return TurnDecision.Say(turn, NudgeCards.Gone(person.Language));
        }

        var before = await checkIns.UsefulAsync(person.Address, nudge, cancellationToken);
        bool? useful = (value == NudgeCards.Yes) == before ? null : value == NudgeCards.Yes;
        var stored = await checkIns.ReplyAsync(person.Address, nudge, cancellationToken);
        var key = PeopleTable.Useful(person.Address, nudge);
        return TurnDecision.Say(turn, stored is null
            ? NudgeCards.Open(person.Language, practice, nudge, NudgeCards.Why(person, nudge), useful)
            : NudgeCards.Answered(person.Language, practice, stored.Reply, useful)) with
        {
            Writes = useful is { } said
                ? [new RowWrite.Upsert { Key = key, Properties = new RowProperties { { "Practice", nudge.Topic }, { "Useful", said }, { "At", clock.GetUtcNow() } } }]
                : [new RowWrite.Delete { Key = key }],
        };
    }

    /// <summary>A free message: the answer to the one check-in that is open.</summary>
    /// <returns>Null when none is open.</returns>
    public async Task<TurnDecision?> AnswerInWordsAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        var open = await checkIns.FindAsync(person, cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        if (text.Length > Reply.MaxLineLength)
        {
            return TurnDecision.Say(turn, NudgeCards.TooLong(person.Language, text.Length));
        }

        return open is [var one]
            ? await TakeAsAnswerAsync(turn, person, one, text, cancellationToken)
            : TurnDecision.Say(turn, NudgeCards.Pick(person.Language, open.Select(each => (each.Nudge, TitleOf(person.Language, each.Nudge))), text));
    }

    /// <summary>The person said which check-in their message was meant for.</summary>
    public async Task<TurnDecision> PickAsync(ButtonTurn turn, PersonState person, NudgeKey nudge, string text, CancellationToken cancellationToken)
    {
        var open = await checkIns.FindAsync(person, cancellationToken);
        return open.FirstOrDefault(each => each.Nudge == nudge) is { } one
            ? await TakeAsAnswerAsync(turn, person, one, text, cancellationToken)
            : TurnDecision.Say(turn, HelpCards.AnsweredMeanwhile(person.Language));
    }

    private async Task<TurnDecision> TakeAsAnswerAsync(
        ChatTurn turn, PersonState person, OpenCheckIn open, string text, CancellationToken cancellationToken)
    {
        var (card, writes, undo) = open.Nudge.Topic == MeetingTopics.Check
            ? await meetings.LearnAsync(person, open.Nudge, text, cancellationToken)
            : await TakeAsReplyAsync(person, open, text, cancellationToken);
        var answer = new ChatAnswer { Updates = [new CardUpdate(open.Message, card)] };
        if (turn is ButtonTurn or CommandTurn || clock.GetUtcNow() - open.SentAt > InSight)
        {
            var said = CardAnswer.To(turn, NudgeCards.TakenAsAnswer(person.Language, card.Title, text, undo));
            answer = said with { Updates = answer.Updates };
        }

        return new TurnDecision(answer) { Writes = writes };
    }

    private async Task<(Card Card, IReadOnlyList<RowWrite> Writes, CardAction Undo)> TakeAsReplyAsync(
        PersonState person, OpenCheckIn open, string text, CancellationToken cancellationToken)
    {
        var practice = catalogue.In(person.Language).Find(open.Nudge.Topic)!;
        var reply = WithWords(Changed(open.Reply, open.Nudge), practice.CheckIn, text);
        var useful = await checkIns.UsefulAsync(person.Address, open.Nudge, cancellationToken);
        return (NudgeCards.Answered(person.Language, practice, reply, useful), [reply.Save(person.Address, open.Reply?.Version)], new CardAction(NudgeCards.UndoAction, open.Nudge.ToString()));
    }

    // In the direct conversation the nudge appears before their eyes.
    private static bool IsWhereNudgesCome(ChatTurn turn, PersonState person) =>
        turn.Conversation.Conversation == person.Profile.Conversation;

    private async Task<TurnDecision> SaveAsync(
        ChatTurn turn, PersonState person, Practice practice, Reply reply, RowVersion? version, CancellationToken cancellationToken) =>
        TurnDecision.Say(turn, NudgeCards.Answered(person.Language, practice, reply, await checkIns.UsefulAsync(person.Address, reply.Nudge, cancellationToken))) with
        {
            Writes = [reply.Save(person.Address, version)],
        };

    // The nudge as it stands now.
    private async Task<Card> CardAsync(PersonState person, Practice practice, NudgeKey nudge, StoredReply? stored, CancellationToken cancellationToken)
    {
        var useful = await checkIns.UsefulAsync(person.Address, nudge, cancellationToken);
        return stored is null
            ? NudgeCards.Open(person.Language, practice, nudge, NudgeCards.Why(person, nudge), useful)
            : NudgeCards.Answered(person.Language, practice, stored.Reply, useful);
    }

    private Reply Changed(StoredReply? earlier, NudgeKey nudge)
    {
        var now = clock.GetUtcNow();
        return earlier is null
            ? new Reply { Nudge = nudge, AnsweredAt = now, ChangedAt = now }
            : earlier.Reply with { ChangedAt = now };
    }

    // "3, the order changed" answers the scale and adds a line; "the order changed" adds a line to what was answered.
    private static Reply WithWords(Reply reply, CheckIn checkIn, string text)
    {
        var (value, line) = checkIn.ReadAnswer(text);
        return reply with { Value = value ?? reply.Value, Line = string.IsNullOrWhiteSpace(line) ? reply.Line : line.Trim() };
    }

    private string TitleOf(Language language, NudgeKey nudge) =>
        nudge.Topic == MeetingTopics.Check ? NudgeTexts.In(language).HowMeetingWent : catalogue.In(language).Find(nudge.Topic)?.Title ?? nudge.Topic;
}
