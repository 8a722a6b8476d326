namespace BotCoach.Testing;

/// <summary>Where the sources are, seen from a test that was built from them.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds BotCoach.sln.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "BotCoach.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No BotCoach.sln above {AppContext.BaseDirectory}.");
    }
}
