namespace BotCoach.Testing;

/// <summary>A pre-read that was written for the tests, with the points that a reader took from it by hand.</summary>
/// <param name="Name">What its files are called.</param>
/// <param name="Text">The text as somebody would paste it.</param>
/// <param name="Reference">The points, one to a line.</param>
internal sealed record PreReadSample(string Name, string Text, IReadOnlyList<string> Reference)
{
    /// <summary>The folder of the texts, their reference points and the reviewed results.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "tests", "BotCoach.Coaching.Tests", "PreReads", "Texts");

    /// <summary>The ten by which the rules were made, by name.</summary>
    public static IReadOnlyList<PreReadSample> All { get; } = In(Folder);

    /// <summary>Others, which were written when the rules stood, to see whether they hold for more than the ten.</summary>
    public static IReadOnlyList<PreReadSample> Unseen { get; } = In(Path.Combine(Folder, "Unseen"));

    private static List<PreReadSample> In(string folder) =>
    [
        .. from file in Directory.GetFiles(folder, "*.reference.txt").Order(StringComparer.Ordinal)
            let name = Path.GetFileName(file)[..^".reference.txt".Length]
            select new PreReadSample(name, File.ReadAllText(Path.Combine(folder, $"{name}.txt")), File.ReadAllLines(file)),
    ];
}
