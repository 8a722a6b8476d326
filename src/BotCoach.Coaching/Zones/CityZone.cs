using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>A place with the time zone whose clock it keeps.</summary>
/// <param name="Name">What people call the place.</param>
/// <param name="Zone">The IANA id of its zone.</param>
internal sealed record CityZone(string Name, string Zone)
{
    /// <summary>The place, with the zone's own city where that is another one: "Munich (Berlin time)".</summary>
    public string LabelIn(Language language) =>
        CityZones.CityOf(language, Zone) is var city && city == Name ? Name : ZoneTexts.In(language).PlaceInZone(Name, city);
}
