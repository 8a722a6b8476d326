using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read about their time zone.</summary>
internal static class ZoneCards
{
    // A change of the clocks that is further off is nothing to think of now.
    private const int DaysAhead = 42;

    // More would be a list to search in; a longer name finds fewer.
    private const int MostOffered = 5;

    /// <summary>The zone in force, what its clocks do next, and the ways to another.</summary>
    public static Card Zone(PersonState person, DateTimeOffset now, CardAction? undo)
    {
        var texts = ZoneTexts.In(person.Language);
        return new Card
        {
            Title = texts.TimeZone,
            Text = $"{Source(texts, person, now)} {Example(texts, person, now) ?? texts.AllYearRound}",
            Choices =
            [
                new ChoiceRow(null,
                [
                    AnotherCity(texts),
                    .. person.Profile.OwnZone is null ? [] : new[] { new Choice(texts.AsThisChatSays, SettingsAction.Make(new SettingChange.Zone(Id: null))) },
                ]),
                SettingsCards.Ways(person.Language, undo),
            ],
        };
    }

    /// <summary>Offers the places that a text may mean.</summary>
    /// <param name="language">The language of the person.</param>
    /// <param name="text">What was written.</param>
    /// <param name="places">The places, the likeliest first.</param>
    public static Card Offer(Language language, string text, IReadOnlyList<CityZone> places)
    {
        var texts = ZoneTexts.In(language);
        return new Card
        {
            Title = texts.WhichOne,
            Text = texts.MayBeOneOfThese(LongText.Cut(text, 60)),
            Choices =
            [
                new ChoiceRow(null, [.. places.Take(MostOffered).Select(place => new Choice(place.LabelIn(language), SettingsAction.Make(new SettingChange.Zone(place.Zone))))]),
                new ChoiceRow(null, [AnotherCity(texts), SettingsCards.Back(language)]),
            ],
            Context = places.Count > MostOffered ? texts.ThereAreMore : null,
        };
    }

    private static Choice AnotherCity(ZoneTexts texts) => new(texts.AnotherCity, new CardAction(SettingsAction.Ask, SettingsAction.Zone));

    private static string Source(ZoneTexts texts, PersonState person, DateTimeOffset now)
    {
        var (time, city) = (When.Time(now, person.Zone), CityZones.CityOf(person.Language, person.Zone.Id));
        return (person.Profile.OwnZone, person.Profile.Zone) switch
        {
            (null, null) => texts.AsLongAsChatNamesNone(time, city),
            (null, _) => texts.AsChatSays(time, city),
            (var own, { } zone) when zone != own => texts.AsYouChoseOther(time, city, CityZones.CityOf(person.Language, zone)),
            _ => texts.AsYouChose(time, city),
        };
    }

    // Daylight saving by example: what a change of the clocks that is near means for the nudge after it.
    private static string? Example(ZoneTexts texts, PersonState person, DateTimeOffset now)
    {
        if (ClockChange.After(now, person.Zone) is not { } change || change.Date > LocalTime.DateOf(now, person.Zone).AddDays(DaysAhead))
        {
            return null;
        }

        var (announced, after) = (change.Announce(person.Language, now, person.Zone), LocalTime.At(change.Date.AddDays(1), TimeOnly.MinValue, person.Zone).AddTicks(-1));
        return person.Plan is { Status: PlanStatus.Active } plan && plan.NextOccurrence(after, person.Zone) is { } next
            ? texts.NudgeAfterChange(announced, When.ShowInFull(person.Language, next, now, person.Zone))
            : texts.NudgesWithClocks(announced);
    }
}
