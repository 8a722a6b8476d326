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

    /// <summary>The plan. Where it leads to the settings elsewhere, it offers the pause here: the settings stand below.</summary>
    public static Card Plan(Language language, Plan? plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (plan is null)
        {
            return PlanCards.Welcome(language, now, zone);
        }

        var card = PlanCards.Current(language, plan, now, zone);
        Choice[] rest = plan.IsActiveAt(now, zone) ? [new Choice(HomeTexts.In(language).Pause, new CardAction(SettingsAction.Show, SettingsAction.Pausing))] : [];
        return card with
        {
            Choices = [.. card.Choices.Select(row => row with { Choices = [.. row.Choices.Where(choice => choice.Action != SettingsCards.ToOverview), .. rest] })],
        };
    }

    /// <summary>The nudges that come next.</summary>
    public static Card Nudges(Language language, PracticeCatalogue catalogue, Plan plan, DateTimeOffset now, TimeZoneInfo zone)
    {
        List<(DateTimeOffset At, Practice Practice)> next = [];
        var place = plan.SequenceAt(catalogue, now, zone);
        for (var time = plan.NextOccurrence(now, zone); time is { } at && next.Count < MostNudges; time = plan.Cadence.NextOccurrence(at, zone))
        {
            place = Rotation.From(catalogue, place, plan.PracticesOff);
            next.Add((at, Rotation.At(catalogue.In(language), place++).Practice));
        }

        var texts = HomeTexts.In(language);
        return new Card
        {
            Title = texts.NextNudges,
            Text = next.Count == 0 ? texts.NoneDue : null,
            Facts = [.. next.Select(one => new Fact(When.ShowFirst(language, one.At, now, zone), one.Practice.Title))],
            Choices = next.Count == 0 ? [] : [new ChoiceRow(null, [new Choice(texts.SendFirstNow, new CardAction(HelpCards.TryAction, next[0].Practice.Id))])],
        };
    }

    /// <summary>The settings, with what else is kept about a person and can be seen.</summary>
    public static Card Settings(PersonState person, PracticeCatalogue catalogue, DateTimeOffset now)
    {
        var texts = HomeTexts.In(person.Language);
        var card = SettingsCards.Overview(person, catalogue, now);
        return card with
        {
            Choices =
            [
                .. card.Choices,
                new ChoiceRow(null, [Ask(texts.MyGroups, "groups"), Ask(texts.HowMeetingsWent, "record"), Ask(texts.WordsWeAllKnow, "words"), Ask(texts.LanguageModel, "model")]),
                new ChoiceRow(null, [Ask(texts.CopyOfEverything, "export"), Ask(texts.ForgetMe, "forget me"), Ask(texts.Help, "help")]),
            ],
        };
    }

    /// <summary>A card in the place of a part of the page, with a way back to that; the part itself where it says the same.</summary>
    public static Card InPlace(Language language, Card shown, Card part) => shown.Title == part.Title
        ? part
        : shown.Choices.Any(row => row.Choices.Any(choice => choice.Action == SettingsCards.ToOverview))
        ? shown
        : shown with { Choices = [.. shown.Choices, new ChoiceRow(null, [new Choice(HomeTexts.In(language).BackToOverview, new CardAction(ShowAction))])] };

    private static Choice Ask(string label, string command) => new(label, new CardAction(AskAction, command));
}
