using System.Collections.Concurrent;
using System.Net;
using BotCoach.Chat;
using Xunit.Abstractions;

namespace BotCoach.EndToEnd;

#pragma warning disable CA1001 // xunit disposes it, through IAsyncLifetime
/// <summary>The table service is killed in the middle of replies, and comes back with what it has acknowledged.</summary>
/// <remarks>
/// Azure Table Storage stores a row before it acknowledges it. Azurite acknowledges first and writes to disk every few
/// seconds and when it is asked to stop, so after a SIGKILL it lacks rows that nobody could have kept but itself. The kill
/// is therefore made in front of it: a proxy first loses answers to what Azurite has done, as when a server dies after it has
/// stored, then breaks every connection in the middle of whatever passes, and refuses new ones. Azurite is then stopped with
/// SIGINT, which writes its rows, and another process starts on its files.
/// </remarks>
public sealed class KilledTableServiceTests(ITestOutputHelper output) : IAsyncLifetime
{
#pragma warning restore CA1001
    private const int People = 60;
    private const int Together = 8;
    private const int BeforeTheKill = 15;

    // A host that cannot reach the store tries for seven seconds; on a busy machine that takes its time.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private HostOnSlack _world = null!;
    private LosingProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync(StoreKind.AzureTables, inMemory: false);
        _proxy = new LosingProxy(_world.Azurite!.Port);
        _world.Settings["Storage:AzureTables:ConnectionString"] = Azurite.ConnectionStringOn(_proxy.Port);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [Fact]
    public async Task Every_reply_that_was_acknowledged_is_there_and_every_other_is_taken_when_it_comes_again()
    {
        var people = await _world.Store.EnrolAsync(People);
        var host = await _world.RunHostAsync();
        await _world.Store.WaitUntilNothingIsDueAsync();
        var bodies = new Dictionary<PersonAddress, string>();
        foreach (var person in people)
        {
            var conversation = await _world.DirectConversationAsync(person.Person);
            bodies[person] = SlackRequests.Message(person.Person, conversation, $"3, the words of {person.Person}", $"Ev-{person.Person}");
        }

        var acknowledged = new ConcurrentBag<PersonAddress>();
        var refused = new ConcurrentBag<PersonAddress>();
        var load = Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = Together },
            async (person, _) => (await IsAcknowledgedAsync(bodies[person]) ? acknowledged : refused).Add(person));
        await Poll.UntilAsync(() => Task.FromResult(acknowledged.Count >= BeforeTheKill), _patience, "replies before the kill", () => host.Output);
        _proxy.LoseAnswers(int.MaxValue);
        await Poll.UntilAsync(() => Task.FromResult(_proxy.Lost >= 3 * Together), _patience, "answers to be lost", () => host.Output);
        await _proxy.CutAsync();
        await _world.Azurite!.StopAsync();
        await Poll.UntilAsync(() => Task.FromResult(refused.Count >= Together), _patience, "replies to be refused", () => host.Output);
        await _world.Azurite.StartAsync();
        _proxy.LoseAnswers(0);
        _proxy.Mend();
        await load;

        var stored = await CountRepliesAsync(refused);
        output.WriteLine($"{acknowledged.Count} of {People} replies were acknowledged; {refused.Count} were refused, of which {stored} had been stored all the same.");
        foreach (var person in acknowledged)
        {
            await AssertOneReplyAsync(person);
        }

        foreach (var person in people)
        {
            await Poll.UntilAsync(() => IsAcknowledgedAsync(bodies[person], isRetry: true), _patience, "the reply to be taken when it comes again", () => host.Output);
            await AssertOneReplyAsync(person);
            Assert.Single(await _world.Store.RowsAsync(person, "turn "));
        }

        Assert.Equal(People, acknowledged.Count + refused.Count);
    }

    [Fact]
    public async Task The_host_is_not_ready_while_the_service_is_away_and_is_when_it_is_back()
    {
        var host = await _world.RunHostAsync();

        await _proxy.CutAsync();
        var away = await ReadinessAsync(host);
        _proxy.Mend();
        await Poll.UntilAsync(async () => (await ReadinessAsync(host)).Status == HttpStatusCode.OK, _patience, "the host to be ready", () => host.Output);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Contains("cannot be reached", away.Body, StringComparison.Ordinal);
    }

    private static async Task<SlackResponse> ReadinessAsync(HostProcess host)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = _patience };
        using var response = await http.GetAsync(new Uri(host.Address, "health/ready"));
        return new SlackResponse(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task AssertOneReplyAsync(PersonAddress person)
    {
        var reply = Assert.Single(await _world.Store.RowsAsync(person, "reply "));
        Assert.Equal($"the words of {person.Person}", reply.Properties.Text("Line"));
    }

    private async Task<int> CountRepliesAsync(IEnumerable<PersonAddress> people)
    {
        var count = 0;
        foreach (var person in people)
        {
            count += (await _world.Store.RowsAsync(person, "reply ")).Count;
        }

        return count;
    }

    private async Task<bool> IsAcknowledgedAsync(string body, bool isRetry = false)
    {
        try
        {
            return (await _world.Requests.PostAsync(body, isRetry: isRetry)).Status == HttpStatusCode.OK;
        }
        catch (TaskCanceledException)
        {
            return false; // Slack would have given up long before.
        }
    }
}
