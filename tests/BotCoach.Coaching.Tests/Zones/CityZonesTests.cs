using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

public sealed class CityZonesTests
{
    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("  new york ", "America/New_York")]
    [InlineData("new-york", "America/New_York")]
    [InlineData("Europe/Lisbon", "Europe/Lisbon")]
    [InlineData("america/argentina/buenos_aires", "America/Argentina/Buenos_Aires")]
    [InlineData("Buenos Aires", "America/Argentina/Buenos_Aires")]
    [InlineData("MÜNCHEN", "Europe/Berlin")]
    [InlineData("munich", "Europe/Berlin")]
    [InlineData("Sao Paulo", "America/Sao_Paulo")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("krakow", "Europe/Warsaw")]
    [InlineData("Lodz", "Europe/Warsaw")]
    [InlineData("Bengaluru", "Asia/Kolkata")]
    [InlineData("San Francisco", "America/Los_Angeles")]
    [InlineData("Tel Aviv", "Asia/Jerusalem")]
    [InlineData("Japan", "Asia/Tokyo")]
    [InlineData("utc", "Etc/UTC")]
    [InlineData("Barcelon", "Europe/Madrid")]
    [InlineData("Brelin", "Europe/Berlin")]
    [InlineData("Singapoer", "Asia/Singapore")]
    [InlineData("Ho Chi", "Asia/Ho_Chi_Minh")]
    [InlineData("Ciudad de México", "America/Mexico_City")]
    [InlineData("cdmx", "America/Mexico_City")]
    [InlineData("nueva york", "America/New_York")]
    [InlineData("Sevilla", "Europe/Madrid")]
    [InlineData("Bogotá", "America/Bogota")]
    public void A_place_is_found_by_its_name_its_beginning_or_a_slip_of_the_pen(string text, string zone) =>
        Assert.Equal(zone, Assert.Single(CityZones.Find(text)).Zone);

    [Theory]
    [InlineData("Portland", "America/Los_Angeles", "America/New_York")]
    [InlineData("georgia", "America/New_York", "Asia/Tbilisi")]
    [InlineData("Córdoba", "America/Argentina/Cordoba", "Europe/Madrid")]
    public void A_name_of_several_places_brings_each_zone_once(string text, params string[] zones) =>
        Assert.Equal(zones, CityZones.Find(text).Select(place => place.Zone).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    [InlineData("Atlantis")]
    [InlineData("UTC+2")]
    [InlineData("Rom\u00e9\u00e9\u00e9")]
    [InlineData("\ud800")]
    public void What_is_no_place_finds_none(string text) => Assert.Empty(CityZones.Find(text));

    [Fact]
    public void A_text_of_any_length_is_looked_at_and_left() => Assert.Empty(CityZones.Find(new string('a', 1_000_000)));

    [Fact]
    public void Every_place_has_a_zone_that_the_machine_knows_by_its_iana_name() => Assert.All(CityZones.All, place =>
    {
        Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(place.Zone, out var zone) && zone.HasIanaId, place.Zone);
        Assert.False(string.IsNullOrWhiteSpace(place.Name));
    });

    [Theory]
    [InlineData("cities.txt")]
    [InlineData("spanish-cities.txt")]
    public void Every_zone_of_the_list_of_cities_is_known(string file) =>
        Assert.All(
            EmbeddedText.Read(file).Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal) && !line.StartsWith('#')),
            line => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(line.Split(':')[0], out _), line));

    [Fact]
    public void Every_place_finds_itself() =>
        Assert.All(CityZones.All, place => Assert.Contains(CityZones.Find(place.Name), found => found.Zone == place.Zone));

    [Theory]
    [InlineData("America/New_York", "New York", "Nueva York")]
    [InlineData("America/Mexico_City", "Mexico City", "Ciudad de México")]
    [InlineData("Europe/Madrid", "Madrid", "Madrid")]
    [InlineData("America/Montevideo", "Montevideo", "Montevideo")]
    [InlineData("Etc/UTC", "UTC", "UTC")]
    public void A_zone_is_called_after_its_city_in_each_language(string zone, string english, string spanish) =>
        Assert.Equal((english, spanish), (CityZones.CityOf(Language.English, zone), CityZones.CityOf(Language.Spanish, zone)));

    [Fact]
    public void A_place_says_whose_clock_it_keeps()
    {
        Assert.Equal("Munich (Berlin time)", new CityZone("Munich", "Europe/Berlin").LabelIn(Language.English));
        Assert.Equal("Berlin", new CityZone("Berlin", "Europe/Berlin").LabelIn(Language.English));
        Assert.Equal("Múnich (hora de Berlín)", new CityZone("Múnich", "Europe/Berlin").LabelIn(Language.Spanish));
        Assert.Equal("Berlín", new CityZone("Berlín", "Europe/Berlin").LabelIn(Language.Spanish));
    }
}
