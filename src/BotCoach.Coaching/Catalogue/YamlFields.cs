using BotCoach.Chat;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching;

/// <summary>
/// The fields of one mapping of the catalogue. What is missing or of the wrong shape becomes a problem and an empty value,
/// so that reading goes on and finds the rest.
/// </summary>
internal sealed class YamlFields(YamlMappingNode? mapping, string prefix, Action<string, string> report)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A text that must be there.</summary>
    public string Text(string key, int longest)
    {
        var text = OptionalText(key, longest);
        if (text is null)
        {
            ReportMissing(key);
        }

        return text ?? "";
    }

    /// <summary>A text that may be left out; empty counts as left out.</summary>
    public string? OptionalText(string key, int longest) => Find(key) is { } node ? TextOf(node, key, longest) : null;

    /// <summary>
    /// A text that must be there in each language that the coach speaks: in the first under the key, in the others with the
    /// language's tag behind it, such as <c>means-es</c>.
    /// </summary>
    public IReadOnlyDictionary<Language, string> TextInEachLanguage(string key, int longest) =>
        Language.All.ToDictionary(language => language, language => Text(language == Language.All[0] ? key : $"{key}-{language.Tag}", longest));

    /// <summary>A list of texts, each with its place, such as <c>nudges[2]</c>.</summary>
    public List<(string Place, string Text)> Texts(string key, int longest) =>
        [.. from item in Items(key)
            let text = TextOf(item.Node, item.Place, longest)
            where text is not null
            select (item.Place, text)];

    /// <summary>A list of mappings.</summary>
    public List<YamlFields> Mappings(string key) =>
        [.. Items(key).Select(item => new YamlFields(MappingOf(item.Node, item.Place), $"{prefix}{item.Place}.", report))];

    /// <summary>A mapping that must be there.</summary>
    public YamlFields Mapping(string key)
    {
        var node = Find(key);
        if (node is null)
        {
            ReportMissing(key);
        }

        return new YamlFields(node is null ? null : MappingOf(node, key), $"{prefix}{key}.", report);
    }

    /// <summary>Whether a key is there and holds a list.</summary>
    public bool HasList(string key) => Find(key) is YamlSequenceNode;

    /// <summary>Whether a key is there, whatever it holds.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Says what is wrong with one of the fields.</summary>
    public void Report(string key, string message) => report(prefix + key, message);

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void ReportUnknown()
    {
        foreach (var key in mapping?.Children.Keys ?? [])
        {
            var name = (key as YamlScalarNode)?.Value ?? "(a key that is no text)";
            if (!_known.Contains(name))
            {
                Report(name, "is not a field of the catalogue.");
            }
        }
    }

    // Where the whole mapping is missing, that has been said once and is enough.
    private void ReportMissing(string key)
    {
        if (mapping is not null)
        {
            Report(key, "is missing.");
        }
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return mapping is not null && mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private IEnumerable<(YamlNode Node, string Place)> Items(string key)
    {
        switch (Find(key))
        {
            case null:
                ReportMissing(key);
                return [];
            case YamlSequenceNode sequence:
                return sequence.Children.Select((node, index) => (node, $"{key}[{index}]"));
            default:
                Report(key, "must be a list.");
                return [];
        }
    }

    private string? TextOf(YamlNode node, string place, int longest)
    {
        if (node is not YamlScalarNode { Value: var text })
        {
            Report(place, "must be a text.");
            return "";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Report(place, "is empty.");
            return "";
        }

        foreach (var broken in CopyRules.Broken(text, longest))
        {
            Report(place, broken);
        }

        return text;
    }

    private YamlMappingNode? MappingOf(YamlNode node, string place)
    {
        if (node is not YamlMappingNode found)
        {
            Report(place, "must have fields.");
            return null;
        }

        return found;
    }
}
