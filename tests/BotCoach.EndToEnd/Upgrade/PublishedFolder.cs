namespace BotCoach.EndToEnd;

/// <summary>The service as an operator gets it: published into a folder of its own, away from the sources.</summary>
public sealed class PublishedFolder : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder _folder = new();

    /// <summary>Where it is.</summary>
    public string Path => _folder.File("botcoach");

    public async Task InitializeAsync()
    {
        // What these tests were built with, so that nothing is built a second time.
        await using var publish = ChildProcess.Start(
            "dotnet publish",
            "dotnet",
            ["publish", "src/BotCoach.Host", "--no-build", "--configuration", HostProcess.Configuration(), "--output", Path, "-nodeReuse:false"],
            RepositoryRoot.Path);
        Assert.True(await publish.WaitForExitAsync(_deadline) == 0, publish.Output);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
