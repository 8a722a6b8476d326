using System.Text.RegularExpressions;
using System.Xml.Linq;
using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>A text of a resource file of <c>src/</c>.</summary>
/// <param name="Subject">The file without its language, such as <c>BotCoach.Coaching/Plans/PlanTexts</c>.</param>
/// <param name="Language">Its language.</param>
/// <param name="Key">Its name.</param>
/// <param name="Text">What it says, with its placeholders.</param>
public sealed partial record ResourceText(string Subject, Language Language, string Key, string Text)
{
    /// <summary>What stands between its placeholders and is long enough to be told apart: three words or more.</summary>
    public IEnumerable<string> Phrases => Placeholder().Split(Text).Select(part => part.Trim()).Where(part => part.Split(' ').Length >= 3);

    [GeneratedRegex(@"\{\w+, (number|plural,)|(=\d+|one|other) \{|[{}#\n]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Placeholder();
}

/// <summary>The resource files of <c>src/</c>.</summary>
public static class ResourceTexts
{
    /// <summary>All texts in all languages.</summary>
    public static IReadOnlyList<ResourceText> All { get; } = [.. Read()];

    private static IEnumerable<ResourceText> Read() =>
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.resx", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "src"), file).Replace('\\', '/')
        let parts = path[..^".resx".Length].Split('.')
        let language = Language.Find(parts[^1])
        let subject = path[..^(language is null ? ".resx" : $".{language}.resx").Length]
        from data in XDocument.Load(file).Root!.Elements("data")
        select new ResourceText(subject, language ?? Language.English, data.Attribute("name")!.Value, data.Element("value")!.Value);
}
