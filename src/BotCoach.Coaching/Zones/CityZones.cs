using System.Globalization;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Finds the time zone of a city: by the cities that zones are called after, and by a list of others.</summary>
internal static class CityZones
{
    /// <summary>What the zone of no place is called, in every language.</summary>
    public const string Utc = "UTC";

    // The longest that a person may write and still mean a city: "San Martín de los Andes, Argentina".
    private const int LongestName = 60;

    // Shorter than this, another letter makes another name.
    private const int ShortestMisspelling = 5;

    private static readonly Lazy<IReadOnlyList<Place>> Places = new(() =>
        [.. Listed().Concat(Own()).Concat(Translated().Select(each => each.Place)).DistinctBy(place => (place.Plain, place.City.Zone))]);

    // What a zone's own city is called in a language that calls it otherwise.
    private static readonly Lazy<IReadOnlyDictionary<(Language Language, string Zone), string>> Names = new(() =>
        Translated().DistinctBy(each => (each.Language, each.Place.City.Zone)).ToDictionary(each => (each.Language, each.Place.City.Zone), each => each.Place.City.Name));

    /// <summary>Every place that is known.</summary>
    public static IEnumerable<CityZone> All => Places.Value.Select(place => place.City);

    /// <summary>The city that a zone is called after: "New York", or "Nueva York", of <c>America/New_York</c>.</summary>
    public static string CityOf(Language language, string zone) => Names.Value.GetValueOrDefault((language, zone)) ?? CityOf(zone);

    /// <summary>
    /// The places that a text may mean: those of that very name, else those that begin with it, else those with a word that
    /// does, else those that are a slip of the pen away. Capitals, accents and hyphens do not count.
    /// </summary>
    /// <returns>One place for each zone, the likeliest first; none when nothing is like it.</returns>
    public static IReadOnlyList<CityZone> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var query = text.Length > LongestName ? "" : Plain(text);
        if (query.Length == 0)
        {
            return [];
        }

        return Among(place => place.Plain == query || place.Id == query)
            ?? Among(place => place.Plain.StartsWith(query, StringComparison.Ordinal))
            ?? Among(place => $" {place.Plain}".Contains($" {query}", StringComparison.Ordinal))
            ?? (query.Length >= ShortestMisspelling ? Among(place => IsOneSlipAway(query, place.Plain)) : null)
            ?? [];
    }

    private static List<CityZone>? Among(Func<Place, bool> fits)
    {
        // The shortest name is the one that most of its letters were written of.
        List<CityZone> found =
            [.. Places.Value.Where(fits).OrderBy(place => place.Plain.Length).Select(place => place.City).DistinctBy(city => city.Zone)];
        return found.Count == 0 ? null : found;
    }

    // Through runes: half a character, which some client may send, cannot be taken apart. Cities have the accents of all languages.
    private static string Plain(string text) => PracticeSearch.Plain(string.Concat(
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            .Select(letter => letter switch { 'ł' or 'Ł' => 'l', 'ø' or 'Ø' => 'o', 'đ' or 'Đ' => 'd', 'ı' => 'i', _ => letter })));

    private static string CityOf(string zone) =>
        zone is Utc or "Etc/UTC" ? Utc : zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static IEnumerable<Place> Listed() => Listed("cities.txt");

    private static IEnumerable<(Language Language, Place Place)> Translated() =>
        Listed("spanish-cities.txt").Select(place => (Language.Spanish, place));

    private static IEnumerable<Place> Listed(string file) =>
        from line in EmbeddedText.Read(file).Split('\n')
        where line.Contains(": ", StringComparison.Ordinal) && !line.StartsWith('#')
        let zone = line[..line.IndexOf(':', StringComparison.Ordinal)]
        where TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
        from name in line[(zone.Length + 1)..].Split(',', StringSplitOptions.TrimEntries)
        select new Place(Plain(name), "", new CityZone(name, zone));

    private static IEnumerable<Place> Own() =>
        from system in TimeZoneInfo.GetSystemTimeZones()
        let zone = system.HasIanaId ? system.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(system.Id, out var iana) ? iana : null
        where zone is not null && zone.Contains('/', StringComparison.Ordinal) && !zone.StartsWith("Etc/", StringComparison.Ordinal)
        let city = new CityZone(CityOf(zone), zone)
        select new Place(Plain(city.Name), Plain(zone), city);

    /// <summary>Whether one letter more, less or other, or two that changed places, make one text of the other.</summary>
    private static bool IsOneSlipAway(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > 1)
        {
            return false;
        }

        var start = shorter.AsSpan().CommonPrefixLength(longer);
        var left = shorter.AsSpan(start);
        var right = longer.AsSpan(start);
        return shorter.Length < longer.Length
            ? left.SequenceEqual(right[1..])
            : left.Length <= 1
                || left[1..].SequenceEqual(right[1..])
                || (left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }

    /// <summary>A place as it is looked for.</summary>
    private sealed record Place(string Plain, string Id, CityZone City);
}
