using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read who install the coach.</summary>
internal static class InstallerCards
{
    public static Card Installed(Language language, bool leads)
    {
        var texts = InstallerTexts.In(language);
        return new Card
        {
            Title = texts.IsInstalled,
            Text = leads ? texts.YouLead : texts.OthersLead,
            Facts = [new Fact(texts.IfYouRemoveIt, texts.WhatRemovingDoes)],
            Context = texts.ForYourself,
        };
    }

    public static Card InstalledForAll(Language language)
    {
        var texts = InstallerTexts.In(language);
        return new Card
        {
            Title = texts.IsInstalledForAll,
            Text = texts.WhoLeadsElsewhere,
            Facts = [new Fact(texts.IfYouRemoveIt, texts.WhatRemovingDoes)],
            Context = texts.NothingIsSent,
        };
    }
}
