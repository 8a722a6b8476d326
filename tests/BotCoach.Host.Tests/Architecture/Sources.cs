using System.Text.RegularExpressions;

namespace BotCoach.Host.Tests;

/// <summary>A source file of <c>src/</c>.</summary>
/// <param name="Project">The project it belongs to, such as <c>BotCoach.Chat</c>.</param>
/// <param name="Path">Where it is inside its project, with forward slashes.</param>
/// <param name="Text">What it says.</param>
internal sealed record Source(string Project, string Path, string Text);

/// <summary>What sources may not say, and finding it.</summary>
internal static partial class Sources
{
    /// <summary>Every C# file under <c>src/</c> that a person wrote.</summary>
    public static IReadOnlyList<Source> All { get; } = [.. Read(Path.Combine(RepositoryRoot.Path, "src"))];

    /// <summary>Lines that name a platform.</summary>
    public static IReadOnlyList<string> NamingAPlatform(IEnumerable<Source> sources) => Matches(sources, Platform());

    /// <summary>Declarations of types whose name says what kind of class it is instead of what it stands for.</summary>
    public static IReadOnlyList<string> DeclaringAVagueType(IEnumerable<Source> sources) => Matches(sources, VagueType());

    /// <summary>Names of the types that some sources declare; a nested type is reached through its outer one.</summary>
    public static IReadOnlySet<string> TypesOf(IEnumerable<Source> sources) =>
        sources.SelectMany(source => Declaration().Matches(source.Text)).Select(match => match.Groups["name"].Value).ToHashSet();

    /// <summary>Lines that use one of some words.</summary>
    public static IReadOnlyList<string> Naming(IReadOnlySet<string> words, IEnumerable<Source> sources) =>
        words.Count == 0 ? [] : Matches(sources, new Regex(
            $@"\b({string.Join('|', words.Select(Regex.Escape))})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));

    private static List<string> Matches(IEnumerable<Source> sources, Regex pattern) =>
        [.. from source in sources
            from line in source.Text.Split('\n').Index()
            where pattern.IsMatch(line.Item)
            select $"{source.Project}/{source.Path}:{line.Index + 1}: {line.Item.Trim()}"];

    private static IEnumerable<Source> Read(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)
        where parts[1] is not ("bin" or "obj")
        select new Source(parts[0], string.Join('/', parts[1..]), File.ReadAllText(file));

    // Capitalised anywhere, also inside a longer name; in small letters only as a whole string, because slack and
    // teams are English words too.
    [GeneratedRegex("Slack|Teams|\"slack\"|\"teams\"", RegexOptions.None, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Platform();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helpers?|Utils?|Utility|Utilities|Impl)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex VagueType();

    // At the start of a line: namespaces are file-scoped here, so what is indented is nested.
    [GeneratedRegex(@"^((public|internal|private|file|static|sealed|abstract|readonly|partial)\s+)*"
        + @"(class|record(\s+(class|struct))?|struct|interface|enum)\s+(?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Declaration();
}
