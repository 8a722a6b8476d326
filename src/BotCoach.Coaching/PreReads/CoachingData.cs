using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching;

/// <summary>A file of data that is built into the product. What breaks its rules is collected, and thrown at the end.</summary>
internal sealed class CoachingData
{
    /// <summary>The most characters of a phrase to look for.</summary>
    public const int LongestPhrase = 60;

    /// <summary>The languages that texts are read in, with their keys in the files.</summary>
    public static readonly (string Key, PreReadLanguage Language)[] Languages = [("en", PreReadLanguage.English), ("es", PreReadLanguage.Spanish)];

    private readonly List<CatalogueProblem> _problems = [];
    private readonly string _name;
    private readonly YamlNode _root;

    private CoachingData(string name, YamlNode root)
    {
        _name = name;
        _root = root;
        Root = new YamlFields(root as YamlMappingNode, "", Report);
    }

    private YamlFields Root { get; }

    /// <summary>Reads the embedded file of that name.</summary>
    /// <exception cref="BrokenCatalogueException">It is no YAML.</exception>
    public static CoachingData Read(string name) => Parse(name, EmbeddedText.Read(name));

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="BrokenCatalogueException">It is no YAML.</exception>
    public static CoachingData Parse(string name, string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new BrokenCatalogueException([new CatalogueProblem(name, $"line {e.Start.Line}", $"is no YAML. {e.Message}")], e);
        }

        return stream.Documents is [{ RootNode: var root }]
            ? new CoachingData(name, root)
            : throw new BrokenCatalogueException([new CatalogueProblem(name, "the file", "must be one document.")]);
    }

    /// <summary>A part of the file.</summary>
    public YamlFields Mapping(string key) => Root.Mapping(key);

    /// <summary>The entries of a file that is one list.</summary>
    public IReadOnlyList<YamlFields> Entries()
    {
        if (_root is not YamlSequenceNode { Children: [_, ..] entries })
        {
            Report("the file", "must be one list with entries.");
            return [];
        }

        return [.. entries.Select((entry, index) => new YamlFields(entry as YamlMappingNode, $"[{index}].", Report))];
    }

    /// <summary>Adds something that is wrong.</summary>
    public void Report(string field, string message) => _problems.Add(new CatalogueProblem(_name, field, message));

    /// <summary>Ends the reading.</summary>
    /// <exception cref="BrokenCatalogueException">A rule was broken; the exception lists everything that is wrong.</exception>
    public void ThrowIfBroken()
    {
        if (_problems.Count > 0)
        {
            throw new BrokenCatalogueException(_problems);
        }
    }
}
