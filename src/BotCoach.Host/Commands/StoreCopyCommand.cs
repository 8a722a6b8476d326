using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BotCoach.Coaching;
using BotCoach.Storage;

namespace BotCoach.Host;

/// <summary>
/// <c>store copy --from FILE --to ACCOUNT</c>: moves a whole SQLite store into Azure Table Storage while the service is
/// stopped. Interrupted, it is run again.
/// </summary>
internal sealed class StoreCopyCommand
{
    // Often enough to see that it moves, seldom enough to read.
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    private readonly string _file;
    private readonly AzureTableStoreOptions _account;
    private readonly TimeProvider _clock;

    private StoreCopyCommand(string file, AzureTableStoreOptions account, TimeProvider clock) =>
        (_file, _account, _clock) = (file, account, clock);

    /// <summary>Reads a command line.</summary>
    /// <returns>False when it is not complete.</returns>
    public static bool TryRead(string[] args, TimeProvider clock, [NotNullWhen(true)] out StoreCopyCommand? command)
    {
        command = args is ["store", "copy", "--from", { Length: > 0 } file, "--to", { Length: > 0 } account]
            ? new StoreCopyCommand(file, Account(account), clock)
            : null;
        return command is not null;
    }

    /// <summary>Copies, saying how far it is.</summary>
    /// <returns>The exit code: 0 when everything is there and counted.</returns>
    public async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (!File.Exists(_file))
        {
            await errors.WriteLineAsync($"There is no store at {_file}.");
            return 1;
        }

        try
        {
            await using var from = new SqliteTableStore(new SqliteTableStoreOptions { Path = _file });
            await using var to = new AzureTableStore(_account, _clock);
            var result = await new StoreCopy(from, to, _clock).RunAsync([.. CoachingServices.Tables, InstallationsTable.Name], new Progress(output, _clock), cancellationToken);
            var (code, words) = Say(result);
            await (code == 0 ? output : errors).WriteLineAsync(words);
            return code;
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or TableUnavailableException)
        {
            await errors.WriteLineAsync($"The copy did not finish: {problem.Message} Run it again to go on.");
            return 1;
        }
    }

    private static AzureTableStoreOptions Account(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new AzureTableStoreOptions { ServiceUri = address }
            : new AzureTableStoreOptions { ConnectionString = text };

    private static (int Code, string Words) Say(StoreCopyResult result) => result switch
    {
        StoreCopyResult.Copied copied => (0, $"Copied and counted: {string.Join(", ", copied.Rows.Select(table => Rows(table.Key, table.Value)))}."),
        StoreCopyResult.DoneBefore done => (0, string.Create(CultureInfo.InvariantCulture, $"Copied before, on {done.At:yyyy-MM-dd HH:mm} UTC; nothing was done.")),
        StoreCopyResult.NotEmpty full => (1, $"The account has rows in {full.Table} that no copy of ours put there; nothing was done."),
        StoreCopyResult.Differs differs => (1, $"{Rows(differs.Table, differs.From)} were copied, and {differs.To} are there. Is the service stopped?"),
        _ => throw new InvalidOperationException($"Not a known outcome: {result.GetType().Name}."),
    };

    private static string Rows(string table, long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} rows of {table}");

    private sealed class Progress(TextWriter output, TimeProvider clock) : IProgress<StoreCopyProgress>
    {
        private readonly Lock _turn = new();
        private long _said;

        public void Report(StoreCopyProgress value)
        {
            lock (_turn)
            {
                if (_said == 0 || clock.GetElapsedTime(_said) >= ProgressEvery)
                {
                    _said = clock.GetTimestamp();
                    output.WriteLine(Rows(value.Table, value.Rows));
                }
            }
        }
    }
}
