using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>What a command line of <c>demo</c> asks for.</summary>
internal sealed record DemoOptions
{
    // Ours: an hour of writing, two years, and a page that can still be read.
    private const int MostPeople = 100_000;
    private const int MostWeeks = 104;
    private const int MostGroups = 200;
    private const int MostFactor = 20;

    /// <summary>Whether the company is to be made; otherwise a link to its figures.</summary>
    public required bool IsSeed { get; init; }

    /// <summary>The company.</summary>
    public required SampleCompany Company { get; init; }

    /// <summary>What of the command line is the service's configuration.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Reads a command line.</summary>
    /// <returns>False when it is not complete, or says something that is not understood.</returns>
    public static bool TryRead(string[] args, [NotNullWhen(true)] out DemoOptions? options)
    {
        options = args is ["demo", "seed" or "link", ..] ? new DemoOptions { IsSeed = args[1] == "seed", Company = _usual } : null;
        var words = new Queue<string>(args.Skip(2));
        while (options is not null && words.TryDequeue(out var word))
        {
            options = word.Contains(':', StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal) && word.StartsWith("--", StringComparison.Ordinal)
                ? options with { Settings = [.. options.Settings, word] }
                : words.TryDequeue(out var value) && Read(options, word, value) is { } company
                    ? options with { Company = company }
                    : null;
        }

        return options is not null;
    }

    private static readonly SampleCompany _usual = new() { Home = new WorkspaceAddress("slack", "TDEMO"), Groups = SampleCompany.GroupNames(40) };

    private static SampleCompany? Read(DemoOptions options, string name, string value) => (name, options.IsSeed) switch
    {
        ("--workspace", _) when value.Split(':') is [{ Length: > 0 } channel, { Length: > 0 } workspace] =>
            options.Company with { Home = new WorkspaceAddress(channel, workspace) },
        ("--people", true) when Number(value, MostPeople) is { } people => options.Company with { People = people },
        ("--weeks", true) when Number(value, MostWeeks) is { } weeks => options.Company with { Weeks = weeks },
        ("--groups", true) when Number(value, MostGroups) is { } groups => options.Company with { Groups = SampleCompany.GroupNames(groups) },
        ("--replies-factor", true) when Number(value, MostFactor) is { } factor => options.Company with { RepliesFactor = factor },
        ("--seed", true) when Number(value, int.MaxValue) is { } seed => options.Company with { Seed = seed },
        _ => null,
    };

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
