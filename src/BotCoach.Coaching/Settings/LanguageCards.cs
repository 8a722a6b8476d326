using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about the language in which they read.</summary>
internal static class LanguageCards
{
    /// <summary>The language in force, and the ways to another: each in its own name, so that whoever cannot read this finds theirs.</summary>
    public static Card Speech(PersonState person, CardAction? undo)
    {
        var texts = LanguageTexts.In(person.Language);
        return new Card
        {
            Title = texts.Language,
            Text = $"{Source(texts, person.Profile)} {texts.YourWordsStay}",
            Choices =
            [
                new ChoiceRow(null,
                [
                    .. Language.All.Select(language => SettingChoices.Set(language.Name, new SettingChange.Speech(language), language == person.Language)),
                    .. person.Profile.OwnLanguage is null ? [] : new[] { new Choice(texts.AsThisChatSays, SettingsAction.Make(new SettingChange.Speech(Language: null))) },
                ]),
                SettingsCards.Ways(person.Language, undo),
            ],
        };
    }

    private static string Source(LanguageTexts texts, Profile profile) => (profile.OwnLanguage, Language.Find(profile.Locale)) switch
    {
        (null, null) => texts.AsLongAsChatNamesNone,
        (null, _) => texts.AsChatSays,
        (_, { } said) when said != profile.OwnLanguage => texts.AsYouChoseOther(said.Name),
        _ => texts.AsYouChose,
    };
}
