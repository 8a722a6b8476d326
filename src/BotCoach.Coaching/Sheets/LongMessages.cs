using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// Messages that are too long to answer anything: somebody pasted a pre-read. It is taken for the meeting that waits for
/// one; else it is kept until the person says for which meeting it is.
/// </summary>
internal sealed class LongMessages(
    ITableStore store, Meetings meetings, PrepSheets sheets, PreReading preReading, SheetView view, TimeProvider clock)
{
    /// <summary>What the names of its buttons begin with.</summary>
    public const string Prefix = "long.";

    public const string ForAction = "long.for";
    public const string NewAction = "long.new";
    public const string ForgetAction = "long.forget";

    /// <summary>Asks once more.</summary>
    public const string AskAction = "long.ask";

    // More would be a list to search in.
    private const int MostOffered = 5;

    private readonly ITable _table = store.Table(PeopleTable.Name);

    /// <summary>Whether a message is too long for an answer.</summary>
    public static bool Is(string text) => text.Length > Reply.MaxLineLength;

    /// <summary>Takes a long message; null when there is no meeting that it could be for.</summary>
    public async Task<TurnDecision?> HearAsync(MessageTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await _table.ReadAsync(PeopleTable.AwaitedPreRead(person.Address), cancellationToken) is { } row
            && AwaitedPreRead.Read(row, person.Address) is var awaited
            && now - awaited.Since <= AwaitedPreRead.For
            && await sheets.FindAsync(person, awaited.Meeting, cancellationToken) is { Meeting.IsCancelled: false } sheet)
        {
            return await TakeAsync(turn, sheet, awaited, cancellationToken);
        }

        var coming = await ComingAsync(person, now, cancellationToken);
        return coming.Count == 0 ? null : Ask(turn, person, coming);
    }

    /// <summary>Keeps a long message and asks for which meeting it is.</summary>
    public TurnDecision Ask(MessageTurn turn, PersonState person, IReadOnlyList<Meeting> coming)
    {
        var id = TurnVersion.Of(turn);
        var now = clock.GetUtcNow();
        var properties = new RowProperties { { "At", now } };
        TextColumns.Add(properties, "Text", PreReading.Readable(turn.Text));
        return TurnDecision.Say(turn, PreReadCard.WhichMeeting(person.Language, [.. coming.Take(MostOffered)], id, turn.Text.Length, now, person.Zone)) with
        {
            Writes = [new RowWrite.Insert { Key = PeopleTable.LongMessage(person.Address, id), Properties = properties }],
        };
    }

    /// <summary>A message that was kept; null when it is gone.</summary>
    public async Task<(string Text, RowWrite Delete)?> FindAsync(PersonAddress person, string id, CancellationToken cancellationToken)
    {
        var key = PeopleTable.LongMessage(person, id);
        return await _table.ReadAsync(key, cancellationToken) is { } row && TextColumns.Read(row.Properties, "Text") is { } text
            ? (text, new RowWrite.Delete { Key = key, Version = row.Version })
            : null;
    }

    /// <summary>The person says what a message that was kept is for.</summary>
    public async Task<TurnDecision> PressAsync(ButtonTurn turn, PersonState person, string id, string meeting, CancellationToken cancellationToken)
    {
        if (await FindAsync(person.Address, id, cancellationToken) is not var (text, delete))
        {
            return TurnDecision.Say(turn, PreReadCard.MessageGone(person.Language));
        }

        if (turn.Action.Name == ForgetAction)
        {
            return TurnDecision.Say(turn, PreReadCard.Forgotten(person.Language)) with { Writes = [delete] };
        }

        if (turn.Action.Name == NewAction)
        {
            var back = new CardAction(AskAction, id);
            return new TurnDecision(new ChatAnswer { Form = MeetingForm.New(person.Language, FormState.Write(turn, TurnVersion.Of(turn), id), "", "", back) });
        }

        if (turn.Action.Name != ForAction || await sheets.FindAsync(person, meeting, cancellationToken) is not { } sheet)
        {
            return TurnDecision.Say(turn, PreReadCard.WhichMeeting(
                person.Language, [.. (await ComingAsync(person, clock.GetUtcNow(), cancellationToken)).Take(MostOffered)], id, text.Length, clock.GetUtcNow(), person.Zone));
        }

        var read = await preReading.ReadAsync(sheet, text, isMore: true, cancellationToken);
        return TurnDecision.Say(turn, view.Of(read, SheetAction.Overview)) with
        {
            Writes = [.. PreReading.Writes(read), delete],
            ForModel = preReading.ForModel(read),
        };
    }

    private async Task<TurnDecision> TakeAsync(MessageTurn turn, PrepSheet sheet, AwaitedPreRead awaited, CancellationToken cancellationToken)
    {
        var read = await preReading.ReadAsync(sheet, turn.Text, awaited.IsMore, cancellationToken);
        return new TurnDecision(new ChatAnswer
        {
            Posts = [new CardPost(CardAnswer.PostKey(turn), view.Of(read, SheetAction.Overview))],
            Updates = awaited.Card is { } old ? [new CardUpdate(old, SheetCards.Moved(sheet.Person.Language, sheet.Meeting))] : [],
        })
        {
            // What comes behind it is more of the same.
            Writes =
            [
                .. PreReading.Writes(read),
                (awaited with { Since = clock.GetUtcNow(), IsMore = true, Card = null }).Save(turn.Person),
            ],
            ForModel = preReading.ForModel(read),
        };
    }

    private async Task<IReadOnlyList<Meeting>> ComingAsync(PersonState person, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await meetings.ComingAsync(person.Address, now, cancellationToken)).Where(meeting => meeting.Talk is null)];
}
