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
        var profile = person.Profile;
        return new Card
        {
            Title = "Time zone",
            Text = $"It is {When.Time(now, person.Zone)} in {CityZones.CityOf(person.Zone.Id)}, {Source(profile)}. {Example(person, now) ?? "Nudges keep to that clock all year round."}",
            Choices =
            [
                new ChoiceRow(null,
                [
                    new Choice("Another city", new CardAction(SettingsAction.Ask, SettingsAction.Zone)),
                    .. profile.OwnZone is null ? [] : new[] { new Choice("As this chat says", SettingsAction.Make(new SettingChange.Zone(Id: null))) },
                ]),
                SettingsCards.Ways(undo),
            ],
        };
    }

    /// <summary>Offers the places that a text may mean.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="places">The places, the likeliest first.</param>
    public static Card Offer(string text, IReadOnlyList<CityZone> places) => new()
    {
        Title = "Which one is it?",
        Text = $"\u201c{LongText.Cut(text, 60)}\u201d may be one of these. Nothing has changed yet.",
        Choices =
        [
            new ChoiceRow(null, [.. places.Take(MostOffered).Select(place => new Choice(place.Label, SettingsAction.Make(new SettingChange.Zone(place.Zone))))]),
            new ChoiceRow(null, [new Choice("Another city", new CardAction(SettingsAction.Ask, SettingsAction.Zone)), SettingsCards.Back]),
        ],
        Context = places.Count > MostOffered ? "There are more: write more of the name to find them." : null,
    };

    private static string Source(Profile profile) => (profile.OwnZone, profile.Zone) switch
    {
        (null, null) => "as long as this chat names no zone",
        (null, _) => "as this chat says",
        (_, { } zone) when zone != profile.OwnZone => $"as you chose; this chat says {CityZones.CityOf(zone)}",
        _ => "as you chose",
    };

    // Daylight saving by example: what a change of the clocks that is near means for the nudge after it.
    private static string? Example(PersonState person, DateTimeOffset now)
    {
        if (ClockChange.After(now, person.Zone) is not { } change || change.Date > LocalTime.DateOf(now, person.Zone).AddDays(DaysAhead))
        {
            return null;
        }

        var after = LocalTime.At(change.Date.AddDays(1), TimeOnly.MinValue, person.Zone).AddTicks(-1);
        return person.Plan is { Status: PlanStatus.Active } plan && plan.NextOccurrence(after, person.Zone) is { } next
            ? $"{change.Announce(Language.English, now, person.Zone)}; the nudge after that comes {When.ShowInFull(Language.English, next, now, person.Zone)}, by the new time."
            : $"{change.Announce(Language.English, now, person.Zone)}, and nudges with them.";
    }
}
