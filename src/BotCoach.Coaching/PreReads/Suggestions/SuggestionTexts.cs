namespace BotCoach.Coaching;

/// <summary>What suggestions are made from, as suggestions.yaml holds it.</summary>
internal sealed class SuggestionTexts
{
    /// <summary>The slots that a text can have, and the hooks that fill them.</summary>
    private static readonly Dictionary<string, Hook[]> _slots = new(StringComparer.Ordinal)
    {
        ["{quote}"] = Enum.GetValues<Hook>(),
        ["{figure}"] = [Hook.Amount],
        ["{date}"] = [Hook.Deadline],
        ["{other}"] = [Hook.Assumption],
    };

    private const int LongestText = 120;
    private const int FewestTexts = 2;

    private readonly Dictionary<(Hook, SuggestionKind, PreReadLanguage), IReadOnlyList<string>> _texts;

    private SuggestionTexts(
        Dictionary<(Hook, SuggestionKind, PreReadLanguage), IReadOnlyList<string>> texts, PhraseIndex<Hook> hooks, PhraseIndex<bool> directions)
    {
        _texts = texts;
        Hooks = hooks;
        Directions = directions;
    }

    /// <summary>The phrases by which hooks are found.</summary>
    public PhraseIndex<Hook> Hooks { get; }

    /// <summary>Words of which more is better, and words of which more is worse.</summary>
    public PhraseIndex<bool> Directions { get; }

    /// <summary>The texts for a hook, in the order of the file.</summary>
    public IReadOnlyList<string> Of(Hook hook, SuggestionKind kind, PreReadLanguage language) =>
        _texts[(hook, kind, language)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="BrokenCatalogueException">It breaks a rule; the exception lists everything that is wrong.</exception>
    public static SuggestionTexts Read(CoachingData file)
    {
        var (hooks, texts, directions) = (file.Mapping("hooks"), file.Mapping("texts"), file.Mapping("directions"));
        var read = new SuggestionTexts(
            ReadTexts(texts),
            new PhraseIndex<Hook>([.. Enum.GetValues<Hook>().Where(hook => hooks.Has(Key(hook))).SelectMany(hook => Phrases(hooks.Mapping(Key(hook)), hook))]),
            new PhraseIndex<bool>([.. Phrases(directions.Mapping("good"), true), .. Phrases(directions.Mapping("bad"), false)]));
        hooks.ReportUnknown();
        texts.ReportUnknown();
        file.ThrowIfBroken();
        return read;
    }

    private static IEnumerable<Phrase<T>> Phrases<T>(YamlFields fields, T value) =>
        from language in CoachingData.Languages
        from text in fields.Texts(language.Key, CoachingData.LongestPhrase)
        select new Phrase<T>(text.Text, language.Language, value);

    private static Dictionary<(Hook, SuggestionKind, PreReadLanguage), IReadOnlyList<string>> ReadTexts(YamlFields file)
    {
        var texts = new Dictionary<(Hook, SuggestionKind, PreReadLanguage), IReadOnlyList<string>>();
        foreach (var hook in Enum.GetValues<Hook>())
        {
            var ofHook = file.Mapping(Key(hook));
            foreach (var (key, language) in CoachingData.Languages)
            {
                var fields = ofHook.Mapping(key);
                texts.Add((hook, SuggestionKind.Question, language), Texts(fields, "questions", hook));
                texts.Add((hook, SuggestionKind.Comment, language), Texts(fields, "comments", hook));
                fields.ReportUnknown();
            }
        }

        return texts;
    }

    private static string[] Texts(YamlFields fields, string key, Hook hook)
    {
        var texts = fields.Texts(key, LongestText);
        if (fields.HasList(key) && texts.Count < FewestTexts)
        {
            fields.Report(key, $"must be at least {FewestTexts}.");
        }

        if (fields.HasList(key) && texts.TrueForAll(text => text.Text.Contains("{other}", StringComparison.Ordinal)))
        {
            fields.Report(key, "must have one without {other}.");
        }

        foreach (var (place, text) in texts)
        {
            if (!text.Contains("{quote}", StringComparison.Ordinal))
            {
                fields.Report(place, "must quote the key point: {quote} is missing.");
            }

            foreach (var slot in SlotsOf(text).Where(slot => !_slots.TryGetValue(slot, out var filled) || !filled.Contains(hook)))
            {
                fields.Report(place, $"{slot} is not filled for this hook.");
            }
        }

        return [.. texts.Select(text => text.Text)];
    }

    private static IEnumerable<string> SlotsOf(string text) => text.Split('{').Skip(1).Select(part => $"{{{part.Split('}')[0]}}}");

    private static string Key(Hook hook) => hook.ToString().ToLowerInvariant();
}
