using System.Globalization;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about the talk with their manager.</summary>
internal static class OneOnOneCards
{
    public const string NewAction = "one-on-one.new";
    public const string OfferAction = "one-on-one.offer";

    /// <summary>Offers the form where a message cannot open one.</summary>
    public static Card OpenForm(Language language, string text) => new()
    {
        Sign = CardSign.Notes,
        Title = OneOnOneTexts.In(language).Prepare,
        Text = OneOnOneTexts.In(language).WhatPreparingTakes,
        Choices =
        [
            new ChoiceRow(null, [new Choice(OneOnOneTexts.In(language).OpenForm, new CardAction(NewAction, LongText.Cut(text, MeetingCards.MaxKept))) { IsPrimary = true }]),
        ],
    };

    /// <summary>The sheet.</summary>
    public static Card Sheet(PrepSheet sheet, DateTimeOffset now)
    {
        var (meeting, language) = (sheet.Meeting, sheet.Person.Language);
        var texts = OneOnOneTexts.In(language);
        return new Card
        {
            Sign = CardSign.Notes,
            Title = meeting.Name,
            Text = string.Join('\n', new[]
            {
                SheetTexts.In(language).TimeAndLength(When.ShowFirst(language, meeting.StartsAt, now, sheet.Person.Zone), meeting.Minutes),
                SheetCards.LastTime(language, sheet.LastTime),
            }.OfType<string>()),
            Facts = [.. Written(texts, meeting.Talk!)],
            Choices = [SheetCards.Times(language, meeting)],
            Context = SheetCards.Ahead(sheet, now),
        };
    }

    /// <summary>The sheet as it comes ahead of the talk.</summary>
    public static Card Reminder(PrepSheet sheet, DateTimeOffset now)
    {
        var (meeting, language) = (sheet.Meeting, sheet.Person.Language);
        var texts = OneOnOneTexts.In(language);
        return new Card
        {
            Sign = CardSign.Notes,
            Title = $"{meeting.Name}, {When.Show(language, meeting.StartsAt, now, sheet.Person.Zone)}",
            Text = string.Join('\n', new[]
            {
                texts.ThinkOfTheirs,
                SheetCards.LastTime(language, sheet.LastTime),
            }.OfType<string>()),
            Facts = [.. Written(texts, meeting.Talk!)],
            Choices = [new ChoiceRow(null, [new Choice(texts.ChangeSheet, SheetAction.On(SheetAction.Show, meeting.Id, SheetAction.Overview))])],
        };
    }

    /// <summary>What to begin with, just before the talk.</summary>
    public static Card FirstWord(Language language, Meeting meeting, DateTimeOffset now) => new()
    {
        Sign = CardSign.Goal,
        Title = MeetingCards.StartsIn(language, meeting, now),
        Text = meeting.Talk! is { Decision.Length: > 0 } needing
            ? OneOnOneTexts.In(language).AskEarly(SheetCards.Quoted(needing.Decision))
            : OneOnOneTexts.In(language).BeginWithFirst(SheetCards.Quoted(meeting.Talk!.Priorities[0])),
    };

    /// <summary>The check afterwards.</summary>
    /// <param name="language">What the person reads.</param>
    /// <param name="meeting">The talk.</param>
    /// <param name="before">The one before; null for the first.</param>
    public static Card Check(Language language, Meeting meeting, Meeting? before)
    {
        var (talk, texts) = (meeting.Talk!, OneOnOneTexts.In(language));
        return new Card
        {
            Sign = CardSign.Goal,
            Title = meeting.Name,
            Text = Told(language, meeting, talk) is { Length: > 0 } told
                ? string.Join(' ', new[] { $"{told}.", Trend(texts, talk, before?.Talk) }.OfType<string>())
                : texts.HowDidItGo,
            Choices =
            [
                new ChoiceRow(
                    texts.SureScale,
                    [
                        .. Enumerable.Range(1, OneOnOne.MostSure).Select(sure => new Choice(
                            sure.ToString(CultureInfo.InvariantCulture),
                            new CardAction(MeetingCheckCard.SureAction, string.Create(CultureInfo.InvariantCulture, $"{meeting.Id}|{sure}")))
                        { IsChosen = talk.Sure == sure }),
                    ])
                { Label = texts.HowSure },
                .. talk.Decision.Length == 0
                    ? []
                    : new[]
                    {
                        new ChoiceRow(
                            talk.Decision,
                            [.. MeetingCheckCard.Results(meeting, MeetingCheckCard.DecidedAction, talk.Decided, texts.Yes, texts.Partly, texts.NotYet)])
                        { Label = texts.DidYouGetDecision },
                    },
            ],
            Input = MeetingCheckCard.LineToKeep(language, meeting),
            Summary = texts.HowDidTalkGo(meeting.Name),
        };
    }

    /// <summary>What was told, in a few words without a full stop; empty when nothing was.</summary>
    public static string Told(Language language, Meeting meeting, OneOnOne talk)
    {
        var texts = OneOnOneTexts.In(language);
        var parts = new[]
        {
            talk.Sure is { } sure ? texts.Agreed(sure, OneOnOne.MostSure) : null,
            talk.Decided switch
            {
                GoalResult.Met => texts.DecisionMade,
                GoalResult.Partly => texts.DecisionHalfMade,
                GoalResult.NotYet => texts.DecisionOpen,
                _ => null,
            },
            meeting.Learned is null ? null : $"\u201c{meeting.Learned}\u201d",
        };
        return string.Join(" \u00b7 ", parts.OfType<string>());
    }

    private static string? Trend(OneOnOneTexts texts, OneOnOne talk, OneOnOne? before) => (talk.Sure, before?.Sure) switch
    {
        ({ } sure, { } earlier) when sure > earlier => texts.UpFrom(earlier),
        ({ } sure, { } earlier) when sure < earlier => texts.DownFrom(earlier),
        _ => null,
    };

    private static IEnumerable<Fact> Written(OneOnOneTexts texts, OneOnOne talk)
    {
        yield return new Fact(texts.TopThree, string.Join('\n', talk.Priorities.Select((priority, place) => $"{place + 1}. {priority}")));
        if (talk.Changed.Length > 0)
        {
            yield return new Fact(texts.WhatChanged, talk.Changed);
        }

        if (talk.Decision.Length > 0)
        {
            yield return new Fact(texts.DecisionNeeded, talk.Decision);
        }
    }
}
