using System.Reflection;

namespace BotCoach.EndToEnd;

/// <summary>What infra holds, as far as it can be tried on a machine without Azure and Docker.</summary>
public sealed class InfraTests
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Systemd_has_nothing_to_say_about_the_unit()
    {
        var (code, said) = await RunAsync("systemd-analyze", "verify", "--man=no", "infra/systemd/botcoach.service");

        Assert.Equal((0, ""), (code, said));
    }

    [Fact]
    public async Task The_units_exposure_stays_low()
    {
        // In tenths: the command fails above it. systemd calls up to 2.0 "OK".
        var (code, said) = await RunAsync("systemd-analyze", "security", "--offline=true", "--threshold=20", "--no-pager", "infra/systemd/botcoach.service");

        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task The_bicep_compiles_without_a_warning()
    {
        using var folder = new TemporaryFolder();
        var (built, said) = await RunAsync(Bicep, "build", "infra/azure/main.bicep", "--outfile", folder.File("main.json"));
        var (read, also) = await RunAsync(Bicep, "build-params", "infra/azure/main.bicepparam", "--outfile", folder.File("parameters.json"));

        Assert.Equal((0, ""), (built, said));
        Assert.Equal((0, ""), (read, also));
        Assert.Contains("Microsoft.App/containerApps", await File.ReadAllTextAsync(folder.File("main.json")), StringComparison.Ordinal);
    }

    /// <summary>The compiler, where NuGet has put it.</summary>
    private static string Bicep => typeof(InfraTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Bicep").Value!;

    private static async Task<(int Code, string Said)> RunAsync(string program, params string[] arguments)
    {
        // What an operator keeps in the environment has to be there; its value is not looked at.
        var environment = new Dictionary<string, string> { ["BOTCOACH_DATABASE_PASSWORD"] = new string('x', 24) };
        await using var process = ChildProcess.Start(program, program, arguments, RepositoryRoot.Path, environment);
        var code = await process.WaitForExitAsync(_deadline);
        return (code, process.Output.Trim());
    }
}
