using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Preparing the talk with one's manager.</summary>
internal sealed class OneOnOneConversation(Meetings meetings, PrepSheets sheets, TimeProvider clock)
{
    // Half an hour is what most of them take.
    private const int DefaultMinutes = 30;

    private static readonly string[] _with = ["with ", "con "];

    /// <summary>Opens the form, begun with what was said and what the last talk left.</summary>
    public async Task<TurnDecision> PrepareAsync(ChatTurn turn, PersonState person, string text, CancellationToken cancellationToken)
    {
        if (turn is MessageTurn)
        {
            return TurnDecision.Say(turn, OneOnOneCards.OpenForm(person.Language, text));
        }

        var now = clock.GetUtcNow();
        var last = (await meetings.AllAsync(person.Address, cancellationToken))
            .Where(meeting => meeting is { Talk: not null, IsCancelled: false }).MaxBy(meeting => meeting.StartsAt);
        var (said, when) = MeetingLength.Split(text, now, person.Zone);
        var name = said.Length == 0 ? last?.Name ?? OneOnOneTexts.In(person.Language).WithMyManager : With(person.Language, said);
        if (when.Length == 0 && last is not null)
        {
            when = MeetingTime.Write(person.Language, Forums.NextAfter(last, Forums.DaysBetween(last, null, person.Zone), now, person.Zone), now, person.Zone);
        }

        return new TurnDecision(new ChatAnswer
        {
            Form = OneOnOneForm.New(
                person.Language, FormState.Write(turn, TurnVersion.Of(turn)), name, when, last?.Talk, new CardAction(OneOnOneCards.OfferAction, LongText.Cut(text, MeetingCards.MaxKept))),
        });
    }

    /// <summary>The way back from the form to what offered it.</summary>
    public static TurnDecision Offer(ButtonTurn turn, PersonState person) => TurnDecision.Say(turn, OneOnOneCards.OpenForm(person.Language, turn.Action.Value));

    /// <summary>Takes the form.</summary>
    public async Task<TurnDecision> SaveAsync(FormTurn turn, PersonState person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = FormState.Read(turn);
        var saved = await sheets.FindAsync(person, state.Subject, cancellationToken);
        var (read, minutes, errors) = OneOnOneForm.Read(person.Language, turn.Values, state.Subject, saved?.Meeting, now, person.Zone);
        if (read is null)
        {
            return new TurnDecision(new ChatAnswer { Errors = errors });
        }

        var last = saved?.LastTime ?? Forums.Before(await meetings.AllAsync(person.Address, cancellationToken), read);
        var meeting = saved is null
            ? read with
            {
                Minutes = minutes ?? last?.Minutes ?? DefaultMinutes,
                Lead = last is { HasOwnLead: true } ? last.Lead : person.Profile.SheetLead,
                HasOwnLead = last?.HasOwnLead ?? false,
            }
            : saved.Meeting with
            {
                Name = read.Name,
                StartsAt = read.StartsAt,
                Minutes = minutes ?? saved.Meeting.Minutes,
                Talk = read.Talk! with { Sure = saved.Meeting.Talk?.Sure, Decided = saved.Meeting.Talk?.Decided },
                IsCancelled = false,
                SavedAt = now,
            };
        var sheet = new PrepSheet
        {
            Person = person,
            Meeting = meeting with { Version = TurnVersion.Of(turn) },
            Version = saved?.Version,
            LastTime = last,
        };
        return new TurnDecision(state.Show(person.Language, turn, OneOnOneCards.Sheet(sheet, now), $"sheet {sheet.Meeting.Id} {sheet.Meeting.Version}"))
        {
            Writes = [MeetingRow.Save(person.Address, sheet.Meeting, sheet.Version)],
            Due = MeetingMessages.Due(sheet, now),
        };
    }

    // "With" may have been typed already, in either language.
    private static string With(Language language, string said) => _with.Any(word => said.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        ? $"1:1 {said}"
        : OneOnOneTexts.In(language).With(said);
}
