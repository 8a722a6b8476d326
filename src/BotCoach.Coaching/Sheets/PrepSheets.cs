namespace BotCoach.Coaching;

/// <summary>Reads what goes into a sheet.</summary>
internal sealed class PrepSheets(Meetings meetings, Briefings briefings)
{
    /// <summary>The sheet of a meeting; null when the person has no such meeting.</summary>
    public async Task<PrepSheet?> FindAsync(PersonState person, string id, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(person.Address, id, cancellationToken) is not { } found)
        {
            return null;
        }

        var preRead = PreReadAsync(person, found.Meeting, cancellationToken);
        var words = meetings.CompanyWordsAsync(person.Address, cancellationToken);
        var all = await meetings.AllAsync(person.Address, cancellationToken);
        return new PrepSheet
        {
            Person = person,
            Meeting = found.Meeting,
            Version = found.Version,
            PreRead = await preRead is { } read ? read with { Briefing = briefings.In(read.Briefing, person.Language) } : null,
            LastTime = Forums.Before(all, found.Meeting),
            CompanyWords = await words,
        };
    }

    // A meeting of an earlier release has its agenda beside it, and nothing was found in it yet.
    private async Task<StoredPreRead?> PreReadAsync(PersonState person, Meeting meeting, CancellationToken cancellationToken) =>
        await meetings.PreReadAsync(person.Address, meeting.Id, cancellationToken) is { } stored
            ? stored
            : meeting.Agenda.Length == 0
                ? null
                : new StoredPreRead
                {
                    Text = meeting.Agenda,
                    Briefing = await briefings.PrepareAsync(person.Language, meeting.Agenda, mayAskModel: false, cancellationToken),
                    PastedAt = meeting.SavedAt,
                };
}
