using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads who wants to be forgotten.</summary>
internal static class ErasureCards
{
    public const string AskAction = "forget.ask";
    public const string ReallyAction = "forget.really";
    public const string KeepAction = "forget.keep";

    public static Card Ask(Language language)
    {
        var texts = ErasureTexts.In(language);
        return new Card
        {
            Title = texts.ForgetEverything,
            Text = texts.WhatIsForgotten,
            Choices = [new ChoiceRow(null, [new Choice(texts.GoOn, new CardAction(AskAction)), Keep(texts)])],
            Context = texts.AskedOnceMore,
        };
    }

    public static Card Really(Language language)
    {
        var texts = ErasureTexts.In(language);
        return new Card
        {
            Title = texts.EraseItNow,
            Text = texts.WhatStays,
            Choices = [new ChoiceRow(null, [new Choice(texts.EraseEverything, new CardAction(ReallyAction)), Keep(texts)])],
        };
    }

    public static Card Done(Language language) => new()
    {
        Title = ErasureTexts.In(language).YouAreForgotten,
        Text = ErasureTexts.In(language).EverythingIsErased,
    };

    public static Card Kept(Language language) => new()
    {
        Title = ErasureTexts.In(language).EverythingIsKept,
        Text = ErasureTexts.In(language).NothingWasErased,
    };

    private static Choice Keep(ErasureTexts texts) => new(texts.KeepEverything, new CardAction(KeepAction)) { IsPrimary = true };
}
