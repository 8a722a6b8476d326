namespace BotCoach.Testing;

/// <summary>A pre-read that was written for the tests, with the points that a reader took from it by hand.</summary>
/// <param name="Name">What its files are called.</param>
/// <param name="Text">The text as somebody would paste it.</param>
/// <param name="Reference">The points, one to a line.</param>
internal sealed record PreReadSample(string Name, string Text, IReadOnlyList<string> Reference)
{
    /// <summary>The folder of the texts, their reference points and the reviewed results.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "tests", "BotCoach.Coaching.Tests", "PreReads", "Texts");

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<PreReadSample> All { get; } =
    [
        .. from file in Directory.GetFiles(Folder, "*.reference.txt").Order(StringComparer.Ordinal)
            let name = Path.GetFileName(file)[..^".reference.txt".Length]
            select new PreReadSample(name, File.ReadAllText(Path.Combine(Folder, $"{name}.txt")), File.ReadAllLines(file)),
    ];
}
