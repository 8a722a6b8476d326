using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads who asks for a page in the browser.</summary>
internal static class LinkCards
{
    public const string InsightsAction = "insights.open";

    public static Card Insights(Language language, Uri link)
    {
        var texts = LinkTexts.In(language);
        return new Card
        {
            Title = texts.WhatHelpsYourGroups,
            Text = texts.NobodyIsRecognised,
            Link = new CardLink(texts.OpenInsights, link),
            Context = texts.OnceOnly,
        };
    }

    public static Card Export(Language language, Uri link)
    {
        var texts = LinkTexts.In(language);
        return new Card
        {
            Title = texts.EverythingAboutYou,
            Text = texts.TwoFiles,
            Link = new CardLink(texts.GetYourCopy, link),
            Context = texts.OnceOnly,
        };
    }

    public static Card NoAddress(Language language) => new()
    {
        Title = LinkTexts.In(language).NoPageYet,
        Text = LinkTexts.In(language).NoAddress,
    };
}
