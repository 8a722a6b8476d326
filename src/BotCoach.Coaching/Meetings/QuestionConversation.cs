using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// Keeps the words of a message as a question of the person's next forum: the next meeting ahead of more than two, or else the
/// forum that is expected next, whose sheet is begun with it.
/// </summary>
internal sealed class QuestionConversation(Meetings meetings, TimeProvider clock)
{
    /// <summary>Keeps a question.</summary>
    public async Task<TurnDecision> KeepAsync(ChatTurn turn, PersonState person, string words, CancellationToken cancellationToken)
    {
        var text = LongText.Cut(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), MeetingPoint.MaxLength);
        if (text.Length == 0)
        {
            return TurnDecision.Say(turn, QuestionCards.NoWords(person.Language));
        }

        var now = clock.GetUtcNow();
        var all = await meetings.AllAsync(person.Address, cancellationToken);
        if (Meetings.Coming(all, now).FirstOrDefault(meeting => meeting.Talk is null) is { } next)
        {
            return await AddAsync(turn, person, next.Id, new MeetingPoint(text), now, cancellationToken);
        }

        return Forums.Of(all, now, person.Zone) is [var forum, ..]
            ? Begin(turn, person, forum, new MeetingPoint(text), now)
            : TurnDecision.Say(turn, QuestionCards.NoForum(person.Language, text));
    }

    /// <summary>Takes a question back, and with it a sheet that was begun with it and has nothing else.</summary>
    public async Task<TurnDecision> UndoAsync(ButtonTurn turn, PersonState person, string id, string kept, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not var (meeting, version))
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        var without = meeting.Drop(PointKind.Question, kept.Split('|')[0]);
        if (kept.EndsWith($"|{QuestionCards.Begun}", StringComparison.Ordinal) && without.Questions.Count + without.Comments.Count == 0)
        {
            without = without with { IsCancelled = true };
        }

        return TurnDecision.Say(turn, QuestionCards.Undone(person.Language, meeting)) with
        {
            Writes = without == meeting ? [] : [MeetingRow.Save(person.Address, without, version)],
        };
    }

    private async Task<TurnDecision> AddAsync(
        ChatTurn turn, PersonState person, string id, MeetingPoint question, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not var (meeting, version))
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        if (meeting.Questions.Any(known => known.Id == question.Id))
        {
            return TurnDecision.Say(turn, QuestionCards.Kept(person.Language, meeting, question, isBegun: false, now, person.Zone));
        }

        return meeting.Add(PointKind.Question, question) is { } added
            ? TurnDecision.Say(turn, QuestionCards.Kept(person.Language, added, question, isBegun: false, now, person.Zone)) with { Writes = [MeetingRow.Save(person.Address, added, version)] }
            : TurnDecision.Say(turn, QuestionCards.NoRoom(person.Language, meeting, question.Text));
    }

    private static TurnDecision Begin(ChatTurn turn, PersonState person, Forum forum, MeetingPoint question, DateTimeOffset now)
    {
        var carried = CarryOver.Unasked(forum.Last).Select(unasked => new MeetingPoint(unasked.Text) { IsCarriedOver = true });
        var meeting = new Meeting
        {
            Id = TurnVersion.Of(turn),
            Name = forum.Name,
            StartsAt = forum.Next,
            Minutes = forum.Last.Minutes,
            Lead = forum.Last.HasOwnLead ? forum.Last.Lead : person.Profile.SheetLead,
            HasOwnLead = forum.Last.HasOwnLead,
            Questions = [.. new[] { question }.Concat(carried).DistinctBy(one => one.Text).Take(Meeting.MaxPoints)],
            Version = TurnVersion.Of(turn),
            SavedAt = now,
        };
        return TurnDecision.Say(turn, QuestionCards.Kept(person.Language, meeting, question, isBegun: true, now, person.Zone)) with
        {
            Writes = [MeetingRow.Save(person.Address, meeting, version: null)],
            Due = MeetingMessages.Due(new PrepSheet { Person = person, Meeting = meeting, Version = null }, now),
        };
    }
}
