using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching;

/// <summary>
/// The bot's home page inside the chat: the plan, the next nudges, the meetings ahead and the settings. Whoever acts on it sees
/// it change in place: it is made anew, from what is stored by then, with the card that answers them where they acted.
/// </summary>
internal sealed class HomePage(People people, Meetings meetings, PracticeCatalogue catalogue, TimeProvider clock)
{
    /// <summary>Adds the page to the answer to a turn that it belongs to.</summary>
    public async Task<ChatAnswer> ShowAsync(ChatTurn turn, ChatAnswer answer, CancellationToken cancellationToken)
    {
        if (turn is HomeOpenedTurn)
        {
            return answer with { Home = await CardsAsync(turn, shown: null, cancellationToken) };
        }

        if (!turn.OnHome || answer.Errors.Count > 0 || answer.Form is not null)
        {
            return answer;
        }

        try
        {
            return answer with { Replacement = null, Home = await CardsAsync(turn, answer.Replacement, cancellationToken) };
        }
        catch (TableUnavailableException)
        {
            // What they did is stored. The page shows it when it is opened the next time.
            return answer;
        }
    }

    private async Task<IReadOnlyList<Card>> CardsAsync(ChatTurn turn, Card? shown, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = await people.ReadAsync(turn, cancellationToken);
        var coming = await meetings.ComingAsync(person.Address, now, cancellationToken);
        var (plan, ahead, settings) = (HomeCards.Plan(person.Language, person.Plan, now, person.Zone), MeetingCards.Coming(person.Language, coming, now, person.Zone), HomeCards.Settings(person, catalogue, now));
        if (shown is not null && !IsSettled(turn, person.Plan))
        {
            _ = PartOf(turn) switch
            {
                Part.Plan => plan = HomeCards.InPlace(person.Language, shown, plan),
                Part.Meetings => ahead = HomeCards.InPlace(person.Language, shown, ahead),
                _ => settings = HomeCards.InPlace(person.Language, shown, settings),
            };
        }

        Card[] cards = person.Plan is { } current && current.NextOccurrence(now, person.Zone) is not null
            ? [plan, HomeCards.Nudges(person.Language, catalogue, current, now, person.Zone), ahead, settings]
            : [plan, ahead, settings];
        return [.. cards.Select(card => card with { Language = person.Language })];
    }

    // What only says that it was done is shown by the part itself.
    private static bool IsSettled(ChatTurn turn, Plan? plan) => plan is not null && turn is
        ButtonTurn { Action.Name: PlanCards.ChooseAction or PlanCards.ShowAction or PlanCards.ResumeAction or SettingsAction.Pause or SettingsAction.Resume };

    private static Part PartOf(ChatTurn turn) => turn switch
    {
        FormTurn { Form: SettingsForms.FormName } => Part.Settings,
        FormTurn => Part.Meetings,
        ButtonTurn { Action: { Name: SettingsAction.Show, Value: SettingsAction.Pausing } } => Part.Plan,
        ButtonTurn { Action.Name: var name } => name.Split('.')[0] switch
        {
            "plan" or "practice" => Part.Plan,
            "meeting" or "sheet" or "one-on-one" => Part.Meetings,
            _ => Part.Settings,
        },
        _ => Part.Settings,
    };

    private enum Part
    {
        Plan,
        Meetings,
        Settings,
    }
}
