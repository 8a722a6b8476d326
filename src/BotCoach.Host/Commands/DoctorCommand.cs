using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>
/// <c>doctor</c> looks at everything that the service needs and says of each what is right or what to do. It reads the
/// service's own configuration, and may be run while the service runs.
/// </summary>
internal static class DoctorCommand
{
    public const string Usage = "Usage: BotCoach.Host doctor [--Section:Key=value ...]";

    /// <summary>Whether a command line asks for this.</summary>
    public static bool IsMeant(string[] args) => args is ["doctor", ..];

    /// <summary>Looks, and says what it found.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where to say it.</param>
    /// <param name="errors">Where to say that the command line cannot be read.</param>
    /// <param name="configure">Changes the services that look; a test moves the clock here.</param>
    /// <returns>The exit code: 0 when nothing is wrong, 1 when something is, 2 when the command line cannot be read.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, Action<IServiceCollection>? configure = null)
    {
        string[] settings = [.. args.Skip(1)];
        if (!settings.All(setting => setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains('=', StringComparison.Ordinal)))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        var findings = await new Doctor(WebApplication.CreateBuilder(settings), configure).ExamineAsync(CancellationToken.None);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{Mark(finding.State),-6}{finding.Subject,-16}{finding.Says}");
        }

        var wrong = findings.Count(finding => finding.State is FindingState.Wrong);
        await output.WriteLineAsync(wrong switch { 0 => "Nothing is wrong.", 1 => "One thing is wrong.", _ => $"{wrong} things are wrong." });
        return wrong == 0 ? 0 : 1;
    }

    private static string Mark(FindingState state) => state switch
    {
        FindingState.Right => "ok",
        FindingState.Note => "note",
        _ => "WRONG",
    };
}
