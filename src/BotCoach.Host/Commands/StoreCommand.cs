using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>What an operator does with the whole store.</summary>
internal static class StoreCommand
{
    public const string Usage = """
        Usage: BotCoach.Host store backup --to FILE
               BotCoach.Host store restore --from FILE
               BotCoach.Host store copy --from FILE --to CONNECTION-STRING|HTTPS-ADDRESS
        Backup works while the service runs; the others want it stopped. Where the store is that is backed up or restored, the
        service's configuration says; --Section:Key=value changes it.
        """;

    /// <summary>Whether a command line asks for this.</summary>
    public static bool IsMeant(string[] args) => args is ["store", ..];

    /// <summary>Does what a command line says.</summary>
    /// <returns>The exit code: 0 when it is done, 1 when not, 2 when the command line cannot be read.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (StoreCopyCommand.TryRead(args, TimeProvider.System, out var copy))
        {
            return await copy.RunAsync(output, errors, CancellationToken.None);
        }

        if (args is not ["store", var act, var option, { Length: > 0 } file, .. var settings]
            || (act, option) is not (("backup", "--to") or ("restore", "--from"))
            || !settings.All(setting => setting.StartsWith("--", StringComparison.Ordinal)))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            var command = new StoreBackupCommand(WebApplication.CreateBuilder(settings), TimeProvider.System);
            var (code, words) = act == "backup" ? command.Backup(Path.GetFullPath(file)) : command.Restore(Path.GetFullPath(file));
            await (code == 0 ? output : errors).WriteLineAsync(words);
            return code;
        }
        catch (Exception problem) when (problem is ConfigurationException or TableUnavailableException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"Nothing was done. {problem.Message}");
            return 1;
        }
    }
}
