using System.Xml.Linq;

namespace BotCoach.Host.Tests;

/// <summary>One project that names another in its project file.</summary>
internal sealed record Reference(string From, string To);

/// <summary>The floors of the house: a project may name only projects on floors below its own.</summary>
internal static class House
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["BotCoach.Chat"] = 0,
        ["BotCoach.Storage"] = 0,
        ["BotCoach.Coaching"] = 1,
        ["BotCoach.Slack"] = 1,
        ["BotCoach.Teams"] = 1,
        ["BotCoach.Scheduling"] = 2,
        ["BotCoach.Host"] = 3,
    };

    /// <summary>Platforms speak the language of chat and keep nothing: of the floor below they may see Chat alone.</summary>
    private static readonly HashSet<string> Platforms = ["BotCoach.Slack", "BotCoach.Teams"];

    /// <summary>What is wrong with some references, one sentence each; empty when the house stands.</summary>
    public static IReadOnlyList<string> Faults(IEnumerable<Reference> references) =>
        [.. references.Select(Fault).OfType<string>()];

    /// <summary>Every project of <c>src/</c>, whether or not it refers to another.</summary>
    public static IEnumerable<string> Projects() => ProjectFiles().Select(Name);

    /// <summary>The floor of a project, 0 the lowest.</summary>
    public static int FloorOf(string project) => Floors[project];

    /// <summary>Projects that have no floor yet.</summary>
    public static IReadOnlyList<string> Homeless(IEnumerable<string> projects) =>
        [.. projects.Where(project => !Floors.ContainsKey(project))];

    /// <summary>Platforms whose tests leave out what every channel promises.</summary>
    public static IReadOnlyList<string> PlatformsWithoutContract() =>
    [
        .. Platforms.Where(platform => !XDocument.Load(Path.Combine(RepositoryRoot.Path, "tests", $"{platform}.Tests", $"{platform}.Tests.csproj"))
            .Descendants("Compile")
            .Any(compiled => compiled.Attribute("Include")?.Value == "../Shared/ChannelContract/*.cs")),
    ];

    /// <summary>The references that the project files of <c>src/</c> hold.</summary>
    public static IEnumerable<Reference> References() =>
        from file in ProjectFiles()
        from reference in XDocument.Load(file).Descendants("ProjectReference")
        select new Reference(Name(file), Name(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string? Fault(Reference reference) => reference switch
    {
        var (from, to) when !Floors.ContainsKey(from) || !Floors.ContainsKey(to) =>
            $"{from} → {to}: a project without a floor.",
        var (from, to) when Floors[from] <= Floors[to] =>
            $"{from} (floor {Floors[from]}) → {to} (floor {Floors[to]}): references go down.",
        var (from, to) when Platforms.Contains(from) && to != "BotCoach.Chat" =>
            $"{from} → {to}: a platform knows BotCoach.Chat alone.",
        _ => null,
    };

    // What runs inside the compiler is no part of the house.
    private static IEnumerable<string> ProjectFiles() =>
        Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => XDocument.Load(file).Descendants("IsRoslynComponent").All(mark => mark.Value != "true"));

    private static string Name(string projectFile) => Path.GetFileNameWithoutExtension(projectFile);
}
