using System.Net;
using System.Text.Json;

namespace BotCoach.Host.Tests;

/// <summary>The service says how each of its parts is, and why.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_part_has_a_state_and_a_reason()
    {
        await using var host = await RunningHost.StartAsync(("Keys:Path", _folder.File("keys")));

        var (status, parts) = await AskAsync(host, "health");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("A row was written and read.", parts.GetProperty("store").GetProperty("reason").GetString());
        Assert.Equal("The key ring opens the store's secrets.", parts.GetProperty("key ring").GetProperty("reason").GetString());
        Assert.Equal("Healthy", parts.GetProperty("schedule").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Keys_that_are_not_the_stores_are_told_and_take_no_node_out_of_service()
    {
        (string, string) store = ("Storage:Sqlite:Path", _folder.File("botcoach.db"));
        await using (var before = await RunningHost.StartAsync(store, ("Keys:Path", _folder.File("keys"))))
        {
            await AskAsync(before, "health");
        }

        await using var host = await RunningHost.StartAsync(store, ("Keys:Path", _folder.File("other-keys")));
        var (status, parts) = await AskAsync(host, "health");
        var (ready, _) = await AskAsync(host, "health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("is not the one", parts.GetProperty("key ring").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, ready);
        await Poll.UntilAsync(
            () => Task.FromResult(host.Log.Any(line => line.StartsWith("Error: The key ring (Keys:Path) is not the one", StringComparison.Ordinal))), Poll.Patience, "the log to tell");
    }

    private static async Task<(HttpStatusCode Status, JsonElement Parts)> AskAsync(RunningHost host, string path)
    {
        using var answer = await host.Http.GetAsync(path);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("parts"));
    }
}
