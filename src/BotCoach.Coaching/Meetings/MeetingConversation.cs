using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Beginning a meeting's preparation, its times, and the list of meetings ahead.</summary>
internal sealed class MeetingConversation(
    Meetings meetings, PrepSheets sheets, PreReading preReading, LongMessages longMessages, SheetView view, TimeProvider clock)
{
    private const int DefaultMinutes = 60;

    /// <summary>
    /// Opens the form, filled in with what was said and what is remembered of the forum; without words, offers the forums
    /// that come next.
    /// </summary>
    public async Task<TurnDecision> PrepareAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var forums = Forums.Of(await meetings.AllAsync(person.Address, cancellationToken), now, person.Zone);
        if (text.Length == 0 && forums.Count > 0)
        {
            return TurnDecision.Say(turn, MeetingCards.Offer(person.Language, forums, now, person.Zone));
        }

        // A form opens only at the press of a button or by a command.
        return turn is MessageTurn
            ? TurnDecision.Say(turn, MeetingCards.OpenForm(person.Language, text))
            : Open(turn, person, forums, text, now);
    }

    /// <summary>Opens the form whatever is remembered.</summary>
    public async Task<TurnDecision> OpenAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Open(turn, person, Forums.Of(await meetings.AllAsync(person.Address, cancellationToken), now, person.Zone), text, now);
    }

    /// <summary>Opens the form for the next meeting of a forum that is remembered.</summary>
    public async Task<TurnDecision> PrepareAgainAsync(ButtonTurn turn, PersonState person, string last, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var forums = Forums.Of(await meetings.AllAsync(person.Address, cancellationToken), now, person.Zone);
        return forums.FirstOrDefault(forum => forum.Last.Id == last) is { } forum
            ? Form(turn, person.Language, forum.Name, MeetingTime.Write(person.Language, forum.Next, now, person.Zone), "")
            : await OfferAsync(turn, person, "", cancellationToken);
    }

    /// <summary>The way back from a form to what offered it.</summary>
    public async Task<TurnDecision> OfferAsync(ButtonTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var forums = Forums.Of(await meetings.AllAsync(person.Address, cancellationToken), now, person.Zone);
        return TurnDecision.Say(turn, text.Length == 0 && forums.Count > 0 ? MeetingCards.Offer(person.Language, forums, now, person.Zone) : MeetingCards.OpenForm(person.Language, text));
    }

    public async Task<TurnDecision> ListAsync(ChatTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return TurnDecision.Say(turn, MeetingCards.Coming(person.Language, await meetings.ComingAsync(person.Address, now, cancellationToken), now, person.Zone));
    }

    /// <summary>Shows the sheet of a meeting from a list: in its place, or as a message where the list is only passing.</summary>
    public async Task<TurnDecision> ShowAsync(ButtonTurn turn, PersonState person, string id, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(person, id, cancellationToken) is not { } sheet)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        var card = view.Of(sheet, SheetAction.Overview);
        return turn.Message is not null || turn.OnHome
            ? TurnDecision.Say(turn, card)
            : new TurnDecision(new ChatAnswer
            {
                Posts = [new CardPost(CardAnswer.PostKey(turn), card)],
                Replacement = turn.IsDirect ? null : HelpCards.InDirectMessages(person.Language, sheet.Meeting.Name),
            });
    }

    public async Task<TurnDecision> EditAsync(ButtonTurn turn, PersonState person, string id, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { Meeting: var meeting })
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        var back = SheetAction.On(SheetAction.Show, id, SheetAction.Overview);
        var form = meeting.Talk is null
            ? MeetingForm.Edit(person.Language, meeting, FormState.Write(turn, id), clock.GetUtcNow(), person.Zone, back)
            : OneOnOneForm.Edit(person.Language, meeting, FormState.Write(turn, id), clock.GetUtcNow(), person.Zone, back);
        return new TurnDecision(new ChatAnswer { Form = form });
    }

    /// <summary>Takes the form: makes the sheet, or changes name and times of one that is there.</summary>
    public async Task<TurnDecision> SaveAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = FormState.Read(turn);
        var saved = await sheets.FindAsync(person, state.Subject, cancellationToken);
        var (details, errors) = MeetingForm.Read(person.Language, turn.Values, saved?.Meeting, now, person.Zone);
        if (details is null)
        {
            return new TurnDecision(new ChatAnswer { Errors = errors });
        }

        var all = await meetings.AllAsync(person.Address, cancellationToken);
        saved ??= Same(all, details) is { } same ? await sheets.FindAsync(person, same.Id, cancellationToken) : null;
        var sheet = saved is null ? Begin(person, state.Subject, details, all, now) : Change(saved, details, now);
        var (pasted, forget) = await PastedAsync(person, state, details, cancellationToken);
        if (pasted.Length > 0 && pasted != saved?.PreRead?.Text)
        {
            sheet = await preReading.ReadAsync(sheet, pasted, isMore: false, cancellationToken);
        }

        if (sheet == saved)
        {
            return new TurnDecision(state.Card is null && saved.Meeting.Id == state.Subject
                ? ChatAnswer.Nothing
                : state.Show(person.Language, turn, view.Of(sheet, SheetAction.Overview), CardAnswer.PostKey(turn)));
        }

        return await StoreAsync(turn, state, sheet, forget, now, cancellationToken);
    }

    /// <summary>Calls a meeting's preparation off, or puts it back: its messages stay scheduled and look when they come due.</summary>
    public async Task<TurnDecision> CancelAsync(
        ButtonTurn turn, PersonState person, string id, string from, bool cancelled, CancellationToken cancellationToken)
    {
        if (await sheets.FindAsync(person, id, cancellationToken) is not { } sheet)
        {
            return TurnDecision.Say(turn, MeetingCards.Gone(person.Language));
        }

        var now = clock.GetUtcNow();
        var meeting = sheet.Meeting with { IsCancelled = cancelled };
        var card = from == MeetingCards.FromList
            ? MeetingCards.Coming(person.Language, [.. (await meetings.ComingAsync(person.Address, now, cancellationToken)).Where(other => other.Id != id)], now, person.Zone)
            : view.Of(sheet with { Meeting = meeting }, SheetAction.Overview);
        return TurnDecision.Say(turn, card) with { Writes = [MeetingRow.Save(person.Address, meeting, sheet.Version)] };
    }

    private static TurnDecision Open(ChatTurn turn, PersonState person, IReadOnlyList<Forum> forums, string text, DateTimeOffset now)
    {
        var (name, time) = MeetingLength.Split(text, now, person.Zone);
        return Forums.Find(forums, name) is { } forum
            ? Form(turn, person.Language, forum.Name, time.Length > 0 ? time : MeetingTime.Write(person.Language, forum.Next, now, person.Zone), text)
            : Form(turn, person.Language, name, time, text);
    }

    private static TurnDecision Form(ChatTurn turn, Language language, string name, string time, string said) => new(new ChatAnswer
    {
        Form = MeetingForm.New(
            language, FormState.Write(turn, TurnVersion.Of(turn)), name, time, new CardAction(MeetingCards.OfferAction, LongText.Cut(said, MeetingCards.MaxKept))),
    });

    // The same forum at the same time is the same meeting, whichever form it was typed into.
    private static Meeting? Same(IEnumerable<Meeting> all, MeetingDetails details) => all.FirstOrDefault(meeting =>
        meeting is { IsCancelled: false, Talk: null } && meeting.StartsAt == details.StartsAt && Forums.IsSame(meeting, details.Name));

    private static PrepSheet Begin(PersonState person, string id, MeetingDetails details, IReadOnlyList<Meeting> all, DateTimeOffset now)
    {
        var meeting = new Meeting
        {
            Id = id,
            Name = details.Name,
            StartsAt = details.StartsAt,
            Minutes = details.Minutes ?? DefaultMinutes,
            Questions = details.Questions,
            Comments = details.Comments,
            Goal = details.Goal,
            FirstPoint = details.FirstPoint,
            Lead = person.Profile.SheetLead,
            Version = "",
            SavedAt = now,
        };
        if (Forums.Before(all, meeting) is not { } last)
        {
            return new PrepSheet { Person = person, Meeting = meeting, Version = null };
        }

        var carried = CarryOver.Unasked(last).Select(question => new MeetingPoint(question.Text) { IsCarriedOver = true });
        return new PrepSheet
        {
            Person = person,
            Meeting = meeting with
            {
                Minutes = details.Minutes ?? last.Minutes,
                Lead = last.HasOwnLead ? last.Lead : meeting.Lead,
                HasOwnLead = last.HasOwnLead,
                Questions = [.. meeting.Questions.Concat(carried).DistinctBy(question => question.Text).Take(Meeting.MaxPoints)],
            },
            Version = null,
            LastTime = last,
        };
    }

    private static PrepSheet Change(PrepSheet saved, MeetingDetails details, DateTimeOffset now)
    {
        var meeting = saved.Meeting;
        var changed = meeting with
        {
            Name = details.Name,
            StartsAt = details.StartsAt,
            Minutes = details.Minutes ?? meeting.Minutes,
            Questions = details.Questions.Count > 0 ? details.Questions : meeting.Questions,
            Comments = details.Comments.Count > 0 ? details.Comments : meeting.Comments,
            Goal = details.Goal.Length > 0 ? details.Goal : meeting.Goal,
            FirstPoint = details.FirstPoint.Length > 0 ? details.FirstPoint : meeting.FirstPoint,
            IsCancelled = false,
        };
        return changed == meeting && !saved.Person.HasEndedSince(meeting)
            ? saved
            : saved with { Meeting = changed with { SavedAt = now } };
    }

    /// <summary>What was pasted into the form, or kept of a long message before it.</summary>
    private async Task<(string Text, RowWrite? Forget)> PastedAsync(
        PersonState person, FormState state, MeetingDetails details, CancellationToken cancellationToken) =>
        details.PreRead.Length == 0 && state.Detail.Length > 0
            && await longMessages.FindAsync(person.Address, state.Detail, cancellationToken) is var (text, delete)
                ? (text, delete)
                : (details.PreRead, null);

    private async Task<TurnDecision> StoreAsync(
        FormTurn turn, FormState state, PrepSheet sheet, RowWrite? forget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        sheet = sheet with
        {
            Meeting = sheet.Meeting with { Version = TurnVersion.Of(turn) },
            CompanyWords = await meetings.CompanyWordsAsync(turn.Person, cancellationToken),
        };
        List<RowWrite> writes = [.. PreReading.Writes(sheet)];
        if (forget is not null)
        {
            writes.Add(forget);
        }

        if (sheet.PreRead is null)
        {
            writes.Add(new AwaitedPreRead(sheet.Meeting.Id, now, IsMore: false, state.Card).Save(turn.Person));
        }

        // A new sheet is a message, to be found again in the conversation, wherever its form was opened.
        var key = turn.OnHome && sheet.Version is not null ? CardAnswer.PostKey(turn) : $"sheet {sheet.Meeting.Id} {sheet.Meeting.Version}";
        return new TurnDecision(state.Show(sheet.Person.Language, turn, view.Of(sheet, SheetAction.Overview), key))
        {
            Writes = writes,
            Due = MeetingMessages.Due(sheet, now),
            ForModel = preReading.ForModel(sheet),
        };
    }
}
