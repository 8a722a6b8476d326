using System.Diagnostics;

namespace BotCoach.EndToEnd;

/// <summary>What a script that ran to its end has said.</summary>
internal sealed record NodeScript(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a script of this repository with Node and waits for its end.</summary>
    /// <param name="script">Its path below the repository's root.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Its standard input.</param>
    public static async Task<NodeScript> RunAsync(string script, string[] arguments, string input = "")
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(RepositoryRoot.Path, script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Poll.Patience);
        return new NodeScript(process.ExitCode, await output, await errors);
    }
}
