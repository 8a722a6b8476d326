using System.Globalization;
using System.Text;

namespace BotCoach.Host.Tests;

/// <summary>docs/dependencies.md lists what is really restored.</summary>
public sealed class PackagesTests
{
    // What may be used in a service of one's own without its sources.
    private static readonly string[] _permissive = ["MIT", "Apache-2.0", "PostgreSQL", "BSD-3-Clause", "https://github.com/dotnet/corefx/blob/master/LICENSE.TXT"];

    [Fact]
    public async Task The_page_of_dependencies_lists_what_is_restored()
    {
        var page = Path.Combine(RepositoryRoot.Path, "docs", "dependencies.md");
        var written = Write(Package.OfTheHost());
        if (Environment.GetEnvironmentVariable("BOTCOACH_REWRITE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(page, written);
        }

        Assert.Equal(written, await File.ReadAllTextAsync(page));
    }

    [Fact]
    public void Every_licence_is_a_permissive_one() =>
        Assert.All(Package.OfTheHost(), package => Assert.Contains(package.Licence, _permissive));

    private static string Write(IReadOnlyList<Package> packages)
    {
        var text = new StringBuilder();
        text.Append("""
            # Dependencies

            What the service is built with, besides .NET and ASP.NET Core. `PackagesTests` writes this page from what NuGet has restored
            (`BOTCOACH_REWRITE_SNAPSHOTS=1 dotnet test tests/BotCoach.Host.Tests --filter PackagesTests`) and fails when it is no longer true.
            What tests use besides stands in [Directory.Packages.props](../Directory.Packages.props) and
            [tests/peers/package.json](../tests/peers/package.json).

            | package | version | licence | |
            |---|---|---|---|

            """);
        foreach (var package in packages)
        {
            var note = (package.IsShipped, package.IsChosen) switch { (false, _) => "while building", (true, true) => "chosen", _ => "brought by another" };
            text.Append(CultureInfo.InvariantCulture, $"| {package.Name} | {package.Version} | {(package.Licence.StartsWith("http", StringComparison.Ordinal) ? "MIT" : package.Licence)} | {note} |\n");
        }

        return text.ToString();
    }
}
