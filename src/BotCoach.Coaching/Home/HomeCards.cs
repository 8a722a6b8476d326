using System.Globalization;
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
        _ when !plan.IsActiveAt(now, zone) => PlanCards.Current(plan, now, zone),
        _ => PlanCards.Current(plan, now, zone) is var card ? card with
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
        var sequence = plan.SequenceAt(catalogue, now, zone);
        for (var time = plan.NextOccurrence(now, zone); time is { } at && next.Count < MostNudges; time = plan.Cadence.NextOccurrence(at, zone))
        {
            sequence = Rotation.From(catalogue, sequence, plan.PracticesOff);
            next.Add((at, Rotation.At(catalogue, sequence++).Practice));
        }

        return new Card
        {
            Title = "Next nudges",
            Text = next.Count == 0 ? "None is due." : null,
            Facts = [.. next.Select(one => new Fact(When.ShowFirst(one.At, now, zone), one.Practice.Title))],
            Choices = next.Count == 0 ? [] : [new ChoiceRow(null, [new Choice("Send me the first one now", new CardAction(HelpCards.TryAction, next[0].Practice.Id))])],
        };
    }

    /// <summary>What holds for a person whatever their plan is, and where to see and change it.</summary>
    public static Card Settings(Plan? plan, TimeZoneInfo zone)
    {
        var cadence = plan?.Cadence ?? Cadence.Unplanned;
        return new Card
        {
            Title = "Settings",
            Facts =
            [
                new Fact("Time zone", $"{zone.Id.Replace('_', ' ')}, as your profile says"),
                new Fact("Working days", Days(cadence.WorkingDays)),
                new Fact("Quiet hours", cadence.QuietFrom == cadence.QuietUntil ? "none" : string.Create(CultureInfo.InvariantCulture, $"{cadence.QuietFrom:HH:mm} to {cadence.QuietUntil:HH:mm}")),
            ],
            Choices =
            [
                new ChoiceRow(null, [Ask("My groups", "groups"), Ask("How my meetings went", "record"), Ask("Words that we all know", "words"), Ask("Language model", "model")]),
                new ChoiceRow(null, [Ask("A copy of everything", "export"), Ask("Forget me", "forget me"), Ask("Help", "help")]),
            ],
        };
    }

    /// <summary>A card in the place of a part of the page, with a way back to that; the part itself where it says the same.</summary>
    public static Card InPlace(Card shown, Card part) => shown.Title == part.Title
        ? part
        : shown with { Choices = [.. shown.Choices, new ChoiceRow(null, [new Choice("Back to the overview", new CardAction(ShowAction))])] };

    // Monday first, and those in a row together.
    private static string Days(IReadOnlySet<DayOfWeek> days)
    {
        var week = Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).ToList();
        var worked = week.Where(days.Contains).ToList();
        return worked.Count > 2 && week.IndexOf(worked[^1]) - week.IndexOf(worked[0]) == worked.Count - 1
            ? $"{worked[0]} to {worked[^1]}"
            : string.Join(", ", worked);
    }

    private static Choice Pause(string label, string until) => new(label, new CardAction(PlanCards.PauseAction, until));

    private static Choice Ask(string label, string command) => new(label, new CardAction(AskAction, command));
}
