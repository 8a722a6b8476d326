using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>Taking in what was sent out before a meeting.</summary>
internal sealed class PreReading(Briefings briefings, IKeyPointSource keyPoints, SheetView view, TimeProvider clock)
{
    /// <summary>The next long message is meant for this meeting.</summary>
    public TurnDecision Await(ButtonTurn turn, PrepSheet sheet) => TurnDecision.Say(turn, PreReadCard.Awaited(sheet.Person.Language, sheet.Meeting, sheet.PreRead is not null)) with
    {
        Writes = [new AwaitedPreRead(sheet.Meeting.Id, clock.GetUtcNow(), IsMore: false, turn.Message).Save(turn.Person)],
    };

    /// <summary>The person says whether a language model may read what they paste; it holds for all that they paste.</summary>
    public TurnDecision Consent(ButtonTurn turn, PrepSheet sheet, bool mayAsk)
    {
        var profile = sheet.Person.Profile with { MayAskModel = mayAsk };
        var told = sheet with { Person = sheet.Person with { Profile = profile } };
        return TurnDecision.Say(turn, view.Of(told, SheetAction.PreRead)) with
        {
            Writes = [sheet.Person.Write(profile)],
            ForModel = ForModel(told),
        };
    }

    /// <summary>Takes what was pasted into a form of the sheet.</summary>
    public async Task<TurnDecision> TakeAsync(
        FormTurn turn, FormState state, PrepSheet sheet, string text, bool isMore, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(sheet, text, isMore, cancellationToken);
        return new TurnDecision(state.Show(sheet.Person.Language, turn, view.Of(read, SheetAction.PreRead), CardAnswer.PostKey(turn)))
        {
            Writes = Writes(read),
            ForModel = ForModel(read),
        };
    }

    /// <summary>The sheet with a text in place of its pre-read, or behind it. Of more than is read, the first characters stay.</summary>
    public async Task<PrepSheet> ReadAsync(PrepSheet sheet, string text, bool isMore, CancellationToken cancellationToken)
    {
        var whole = isMore && sheet.PreRead is { } earlier ? $"{earlier.Text}\n\n{text}" : text;
        var kept = Readable(whole);
        return sheet with
        {
            Meeting = sheet.Meeting with { Agenda = "" },
            PreRead = new StoredPreRead
            {
                Text = kept,
                IsCut = kept.Length < whole.Length,
                Briefing = await briefings.PrepareAsync(sheet.Person.Language, kept, mayAskModel: false, cancellationToken),
                PastedAt = clock.GetUtcNow(),
            },
        };
    }

    /// <summary>As much of a text as is read: its first <see cref="PreRead.MaxLength"/> characters.</summary>
    public static string Readable(string text)
    {
        var end = Math.Min(text.Length, PreRead.MaxLength);
        return text[..(end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    /// <summary>What is written when a sheet's pre-read has changed. The meeting is written too: of two at once, the second reads anew.</summary>
    public static IReadOnlyList<RowWrite> Writes(PrepSheet sheet) =>
    [
        MeetingRow.Save(sheet.Person.Address, sheet.Meeting, sheet.Version),
        .. sheet.PreRead is { } preRead ? [PreReadRow.Save(sheet.Person.Address, sheet.Meeting.Id, preRead)] : Array.Empty<RowWrite>(),
    ];

    /// <summary>The pre-read that the language model is to read as well; null when it may not, or has done so.</summary>
    public PreReadForModel? ForModel(PrepSheet sheet) =>
        keyPoints.ModelHost is not null && sheet is { PreRead: { Briefing.FromModel: false, PastedAt: var at }, Person.Profile.MayAskModel: true }
            ? new PreReadForModel(sheet.Meeting.Id, at)
            : null;
}

/// <summary>That the next long message is meant for a meeting.</summary>
/// <param name="Meeting">The meeting's id.</param>
/// <param name="Since">When it was said.</param>
/// <param name="IsMore">Whether the message goes behind what is there, or in its place.</param>
/// <param name="Card">The message that shows the sheet; null when it is not known.</param>
internal sealed record AwaitedPreRead(string Meeting, DateTimeOffset Since, bool IsMore, MessageAddress? Card)
{
    /// <summary>How long it holds: who was called away comes back to the same conversation.</summary>
    public static readonly TimeSpan For = TimeSpan.FromHours(1);

    public RowWrite Save(PersonAddress person) => new RowWrite.Upsert
    {
        Key = PeopleTable.AwaitedPreRead(person),
        Properties = new RowProperties
        {
            { "Meeting", Meeting },
            { "Since", Since },
            { "IsMore", IsMore },
            { "Conversation", Card?.Conversation.Conversation },
            { "Message", Card?.Message },
        },
    };

    public static AwaitedPreRead Read(TableRow row, PersonAddress person) => new(
        row.Required("Meeting"),
        row.Required(row.Properties.Time("Since"), "Since"),
        row.Required(row.Properties.Flag("IsMore"), "IsMore"),
        row.Properties.Text("Message") is { } message
            ? new MessageAddress(new ConversationAddress(person.Channel, person.Workspace, row.Required("Conversation")), message)
            : null);
}
