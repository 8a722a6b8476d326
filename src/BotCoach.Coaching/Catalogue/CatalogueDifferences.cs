namespace BotCoach.Coaching;

/// <summary>
/// Compares what practices are in two languages. Answers, plans and places in the rotation are stored without a language: a
/// practice must be the same one in each.
/// </summary>
internal static class CatalogueDifferences
{
    /// <summary>What has to change in one catalogue to be the other's translation; nothing when it is.</summary>
    public static IEnumerable<CatalogueProblem> Between(PracticeCatalogue original, PracticeCatalogue translation)
    {
        List<(Practice Original, Practice Translation)> pairs =
            [.. from practice in original.Practices
                let translated = translation.Find(practice.Id)
                where translated is not null
                select (practice, translated)];
        return
        [
            .. original.Practices.Where(practice => translation.Find(practice.Id) is null).Select(practice => Problem(practice.Id, "id", "is missing.")),
            .. translation.Practices.Where(practice => original.Find(practice.Id) is null).Select(practice => Problem(practice.Id, "id", $"is not there in {original.Language}.")),
            .. Displaced(pairs.Select(pair => pair.Original.Id), translation.Practices.Select(practice => practice.Id).Where(id => original.Find(id) is not null)),
            .. pairs.SelectMany(pair => Between(pair.Original, pair.Translation)),
        ];

        CatalogueProblem Problem(string practice, string field, string message) =>
            new(practice, field, message) { Language = translation.Language };

        IEnumerable<CatalogueProblem> Displaced(IEnumerable<string> expected, IEnumerable<string> found) =>
            expected.Zip(found).Where(ids => ids.First != ids.Second).Take(1).Select(ids => Problem(ids.Second, "id", $"stands where {ids.First} belongs."));

        IEnumerable<CatalogueProblem> Between(Practice one, Practice other)
        {
            if (one.Area != other.Area)
            {
                yield return Problem(one.Id, "area", $"is not that of {original.Language}.");
            }

            if (one.Nudges.Count != other.Nudges.Count)
            {
                yield return Problem(one.Id, "nudges", $"must be {one.Nudges.Count} and are {other.Nudges.Count}.");
            }

            var (asked, translated) = (one.CheckIn, other.CheckIn);
            if (asked.Kind != translated.Kind)
            {
                yield return Problem(one.Id, "check-in.kind", $"is not that of {original.Language}.");
                yield break;
            }

            if (!asked.Options.Select(option => option.Value).SequenceEqual(translated.Options.Select(option => option.Value)))
            {
                yield return Problem(one.Id, "check-in.options", $"must have the values {string.Join(", ", asked.Options.Select(option => option.Value))}, in this order.");
            }

            if ((asked.Low is null) != (translated.Low is null))
            {
                yield return Problem(one.Id, "check-in.low", $"must be there where it is there in {original.Language}.");
            }
        }
    }
}
