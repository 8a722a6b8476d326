using System.Text.Json;
using System.Xml.Linq;

namespace BotCoach.Host.Tests;

/// <summary>A package that the service is built with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that was restored.</param>
/// <param name="Licence">As its own description names it: an SPDX expression, or an address.</param>
/// <param name="IsShipped">Whether something of it is in the published folder.</param>
/// <param name="IsChosen">Whether a project of ours names it; else another package brings it.</param>
internal sealed record Package(string Name, string Version, string Licence, bool IsShipped, bool IsChosen)
{
    /// <summary>What NuGet has put together for the host, with all that its packages bring.</summary>
    public static IReadOnlyList<Package> OfTheHost()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "src", "BotCoach.Host", "obj", "project.assets.json")));
        var root = assets.RootElement;
        var folder = root.GetProperty("packageFolders").EnumerateObject().First().Name;
        var chosen = Chosen();
        var shipped = root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => library.Value.TryGetProperty("runtime", out _) || library.Value.TryGetProperty("runtimeTargets", out _) || library.Value.TryGetProperty("native", out _))
            .Select(library => library.Name)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. root.GetProperty("libraries").EnumerateObject()
                .Where(library => library.Value.GetProperty("type").GetString() == "package")
                .Select(library => (library.Name.Split('/'), library.Name, Path.Combine(folder, library.Value.GetProperty("path").GetString()!)))
                .Select(library => new Package(
                    library.Item1[0], library.Item1[1], LicenceIn(library.Item3), shipped.Contains(library.Name), chosen.Contains(library.Item1[0])))
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The packages that our projects name.</summary>
    private static HashSet<string> Chosen() => XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props"))
        .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string LicenceIn(string folder)
    {
        var description = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!;
        string? Value(string name) => description.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        return Value("license") ?? Value("licenseUrl") ?? throw new InvalidDataException($"{folder} names no licence.");
    }
}
