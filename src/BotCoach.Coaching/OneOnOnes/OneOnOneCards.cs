using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about the talk with their manager.</summary>
internal static class OneOnOneCards
{
    public const string NewAction = "one-on-one.new";
    public const string OfferAction = "one-on-one.offer";

    /// <summary>Offers the form where a message cannot open one.</summary>
    public static Card OpenForm(string text) => new()
    {
        Sign = CardSign.Notes,
        Title = "Prepare your 1:1",
        Text = "Your top three priorities, what changed, and the one decision that you need.",
        Choices = [new ChoiceRow(null, [new Choice("Open the form", new CardAction(NewAction, LongText.Cut(text, MeetingCards.MaxKept))) { IsPrimary = true }])],
    };

    /// <summary>The sheet.</summary>
    public static Card Sheet(PrepSheet sheet, DateTimeOffset now)
    {
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = meeting.Name,
            Text = string.Join('\n', new[]
            {
                $"{When.ShowFirst(Language.English, meeting.StartsAt, now, sheet.Person.Zone)} \u00b7 {meeting.Minutes} minutes",
                SheetCards.LastTime(sheet.Person.Language, sheet.LastTime),
            }.OfType<string>()),
            Facts = [.. Written(meeting.Talk!)],
            Choices = [SheetCards.Times(sheet.Person.Language, meeting)],
            Context = SheetCards.Ahead(sheet, now),
        };
    }

    /// <summary>The sheet as it comes ahead of the talk.</summary>
    public static Card Reminder(PrepSheet sheet, DateTimeOffset now)
    {
        var meeting = sheet.Meeting;
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}, {When.Show(Language.English, meeting.StartsAt, now, sheet.Person.Zone)}",
            Text = string.Join('\n', new[]
            {
                "Before you show yours, note what you think their top three are. Then compare.",
                SheetCards.LastTime(sheet.Person.Language, sheet.LastTime),
            }.OfType<string>()),
            Facts = [.. Written(meeting.Talk!)],
            Choices = [new ChoiceRow(null, [new Choice("Change it", SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview))])],
        };
    }

    /// <summary>What to begin with, just before the talk.</summary>
    public static Card FirstWord(Meeting meeting, DateTimeOffset now) => new()
    {
        Sign = CardSign.Goal,
        Title = MeetingCards.StartsIn(meeting, now),
        Text = meeting.Talk! is { Decision.Length: > 0 } needing
            ? $"Ask for the decision early, while there is time:\n{SheetCards.Quoted(needing.Decision)}"
            : $"Begin with your first priority, and ask for theirs:\n{SheetCards.Quoted(meeting.Talk!.Priorities[0])}",
    };

    /// <summary>The check afterwards.</summary>
    /// <param name="meeting">The talk.</param>
    /// <param name="before">The one before; null for the first.</param>
    public static Card Check(Meeting meeting, Meeting? before)
    {
        var talk = meeting.Talk!;
        return new Card
        {
            Sign = CardSign.Goal,
            Title = meeting.Name,
            Text = Told(meeting, talk) is { Length: > 0 } told ? string.Join(' ', new[] { $"{told}.", Trend(talk, before?.Talk) }.OfType<string>()) : "How did it go?",
            Choices =
            [
                new ChoiceRow(
                    "1 not at all, 5 fully",
                    [
                        .. Enumerable.Range(1, OneOnOne.MostSure).Select(sure => new Choice(
                            sure.ToString(CultureInfo.InvariantCulture),
                            new CardAction(MeetingCheckCard.SureAction, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{sure}")))
                        { IsChosen = talk.Sure == sure }),
                    ])
                { Label = "How sure are you now that you two agree on the top three?" },
                .. talk.Decision.Length == 0
                    ? []
                    : new[]
                    {
                        new ChoiceRow(
                            talk.Decision,
                            [.. MeetingCheckCard.Results(meeting, MeetingCheckCard.DecidedAction, talk.Decided, "Yes", "Partly", "Not yet")])
                        { Label = "Did you get the decision?" },
                    },
            ],
            Input = MeetingCheckCard.LineToKeep(meeting),
            Summary = $"{meeting.Name}: how did it go?",
        };
    }

    /// <summary>What was told, in a few words without a full stop; empty when nothing was.</summary>
    public static string Told(Meeting meeting, OneOnOne talk)
    {
        var parts = new[]
        {
            talk.Sure is { } sure ? string.Create(CultureInfo.InvariantCulture, $"Agreed {sure} of {OneOnOne.MostSure}") : null,
            talk.Decided switch
            {
                GoalResult.Met => "decision made",
                GoalResult.Partly => "decision half made",
                GoalResult.NotYet => "decision still open",
                _ => null,
            },
            meeting.Learned is null ? null : $"\u201c{meeting.Learned}\u201d",
        };
        return string.Join(" \u00b7 ", parts.OfType<string>());
    }

    private static string? Trend(OneOnOne talk, OneOnOne? before) => (talk.Sure, before?.Sure) switch
    {
        ({ } sure, { } earlier) when sure > earlier => $"Up from {earlier} last time.",
        ({ } sure, { } earlier) when sure < earlier => $"It was {earlier} last time: ask what moved.",
        _ => null,
    };

    private static IEnumerable<Fact> Written(OneOnOne talk)
    {
        yield return new Fact("Your top three", string.Join('\n', talk.Priorities.Select((priority, place) => $"{place + 1}. {priority}")));
        if (talk.Changed.Length > 0)
        {
            yield return new Fact("What changed", talk.Changed);
        }

        if (talk.Decision.Length > 0)
        {
            yield return new Fact("The decision that you need", talk.Decision);
        }
    }
}
