using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read when they ask what can be asked, and when something was not understood.</summary>
internal static class HelpCards
{
    public const string TryAction = "practice.try";

    // In a direct message the same words work without the slash.
    public static Card Help(Language language)
    {
        var texts = HelpTexts.In(language);
        return new Card
        {
            Title = texts.WhatYouCanAsk,
            Text = texts.WithoutSlash,
            Facts =
            [
                new Fact(texts.PrepMeeting, texts.PrepMeetingDoes),
                new Fact(texts.PrepOneOnOne, texts.PrepOneOnOneDoes),
                new Fact(texts.Plan, texts.PlanDoes),
                new Fact(texts.Settings, texts.SettingsDoes),
                new Fact(texts.Try, texts.TryDoes),
                new Fact(texts.Pause, texts.PauseDoes),
                new Fact(texts.Reply, texts.ReplyDoes),
                new Fact(texts.Record, texts.RecordDoes),
                new Fact(texts.Words, texts.WordsDoes),
                new Fact(texts.Lead, texts.LeadDoes),
                new Fact(texts.Stop, texts.StopDoes),
                new Fact(texts.Export, texts.ExportDoes),
            ],
        };
    }

    public static Card NotUnderstood(Language language) => new()
    {
        Title = HelpTexts.In(language).NotUnderstood,
        Text = HelpTexts.In(language).TryThese,
    };

    public static Card NothingOpen(Language language) => new()
    {
        Title = HelpTexts.In(language).NothingOpen,
        Text = HelpTexts.In(language).NothingToAnswer,
    };

    public static Card ReplyIsEmpty(Language language) => new()
    {
        Title = HelpTexts.In(language).WhatIsYourAnswer,
        Text = HelpTexts.In(language).ReplyExample,
    };

    public static Card AnsweredMeanwhile(Language language) => new()
    {
        Title = HelpTexts.In(language).AnsweredAlready,
        Text = HelpTexts.In(language).CardShowsAnswer,
    };

    public static Card InPrivate(Language language) => new()
    {
        Title = HelpTexts.In(language).CoachInPrivate,
        Text = HelpTexts.In(language).WriteThere,
    };

    /// <summary>Says where to look.</summary>
    /// <param name="language">The language of the person.</param>
    /// <param name="what">What is there.</param>
    public static Card InDirectMessages(Language language, string what) => new()
    {
        Title = HelpTexts.In(language).InDirectMessages,
        Text = what,
    };

    public static Card NoSuchPractice(Language language, string text, IReadOnlyList<Practice> suggestions)
    {
        var texts = HelpTexts.In(language);
        return new Card
        {
            Title = text.Length == 0 ? texts.WhichPractice : texts.UnknownPractice,
            Text = suggestions.Count == 0 ? texts.PracticeExample : texts.PerhapsThese,
            Choices = suggestions.Count == 0
                ? []
                : [new ChoiceRow(null, [.. suggestions.Select(practice => new Choice(practice.Title, new CardAction(TryAction, practice.Id)))])],
        };
    }
}
