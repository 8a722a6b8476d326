using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What stands on the bot's home page inside the chat, beside the meetings ahead.</summary>
internal static class HomeCards
{
    /// <summary>Does what a command of the coach does, in place; the value is what follows <c>/coach</c>.</summary>
    public const string AskAction = "home.ask";

    /// <summary>Shows the page as it is.</summary>
    public const string ShowAction = "home.show";

    private const int MostNudges = 3;

    /// <summary>The plan, with what else than a change it offers.</summary>
    public static Card Plan(Plan? plan, DateTimeOffset now, TimeZoneInfo zone) => plan switch
    {
        null => PlanCards.Welcome(now, zone),
        _ when !plan.IsActiveAt(now, zone) => Without(PlanCards.Current(plan, now, zone), SettingsCards.Open.Action),
        _ => Without(PlanCards.Current(plan, now, zone), SettingsCards.Open.Action) is var card ? card with
        {
            Choices =
            [
                .. card.Choices,
                new ChoiceRow(null, [Pause("Pause for a week", "for 1 week"), Pause("Pause for two weeks", "for 2 weeks"), Pause("Pause until I say", "")]),
            ],
            Input = new CardInput("Pause until a date", new CardAction(PlanCards.PauseAction), 60) { Placeholder = "7 Dec" },
        }
        : card,
    };

    /// <summary>The nudges that come next.</summary>
    public static Card Nudges(PracticeCatalogue catalogue, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        List<(DateTimeOffset At, Practice Practice)> next = [];
        var place = plan.SequenceAt(catalogue, now, zone);
        for (var time = plan.NextOccurrence(now, zone); time is { } at && next.Count < MostNudges; time = plan.Cadence.NextOccurrence(at, zone))
        {
            place = Rotation.From(catalogue, place, plan.PracticesOff);
            next.Add((at, Rotation.At(catalogue, place++).Practice));
        }

        return new Card
        {
            Title = "Next nudges",
            Text = next.Count == 0 ? "None is due." : null,
            Facts = [.. next.Select(one => new Fact(When.ShowFirst(one.At, now, zone), one.Practice.Title))],
            Choices = next.Count == 0 ? [] : [new ChoiceRow(null, [new Choice("Send me the first one now", new CardAction(HelpCards.TryAction, next[0].Practice.Id))])],
        };
    }

    /// <summary>The settings, which are changed in place, and what else a person may want to see or have done.</summary>
    public static Card Settings(PersonState person, PracticeCatalogue catalogue, DateTimeOffset now) =>
        Without(SettingsCards.Overview(person, catalogue, now), SettingsCards.Pausing, SettingsCards.Resuming) is var card ? card with
        {
            // The next nudge, and the ways to pause, stand above already.
            Text = null,
            Choices =
            [
                .. card.Choices,
                new ChoiceRow(null, [Ask("My groups", "groups"), Ask("How my meetings went", "record"), Ask("Words that we all know", "words"), Ask("Language model", "model")]),
                new ChoiceRow(null, [Ask("A copy of everything", "export"), Ask("Forget me", "forget me"), Ask("Help", "help")]),
            ],
            Context = null,
        }
        : card;

    /// <summary>A card in the place of a part of the page, with a way back to that; the part itself where it says the same.</summary>
    public static Card InPlace(Card shown, Card part) => shown.Title == part.Title
        ? part
        : shown with { Choices = [.. shown.Choices, new ChoiceRow(null, [new Choice("Back to the overview", new CardAction(ShowAction))])] };

    // What stands on the page elsewhere.
    private static Card Without(Card card, params IReadOnlyList<CardAction> actions) =>
        card with { Choices = [.. card.Choices.Select(row => row with { Choices = [.. row.Choices.Where(choice => !actions.Contains(choice.Action))] })] };

    private static Choice Pause(string label, string until) => new(label, new CardAction(PlanCards.PauseAction, until));

    private static Choice Ask(string label, string command) => new(label, new CardAction(AskAction, command));
}
