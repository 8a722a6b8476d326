using System.Collections.Concurrent;
using System.Net;
using BotCoach.Chat;
using Xunit.Abstractions;

namespace BotCoach.EndToEnd;

/// <summary>The host is killed at the worst moments (SIGKILL), and another takes its place on the same store.</summary>
public sealed class KilledHostTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int People = 60;

    private HostOnSlack _world = null!;

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync();
        _world.Settings["Slack:ApiBaseUrl"] = _world.Proxy.ApiBaseUrl.ToString();
        _world.Settings["Scheduling:ClaimSeconds"] = "3";
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_between_claim_and_send_everybody_gets_the_nudge_and_nobody_more_than_twice(bool canLook)
    {
        const int Answered = 20;
        const int Arrived = 30;
        _world.Proxy.GivesMetadata = canLook;
        _world.Proxy.Fate = number => number <= Answered ? PostFate.Pass : number <= Arrived ? PostFate.HoldAnswer : PostFate.HoldRequest;
        var people = await _world.Store.EnrolAsync(People);

        var first = await _world.RunHostAsync();
        await Poll.UntilAsync(
            () => Task.FromResult(_world.Proxy.Arrived == Arrived && _world.Proxy.Held > Arrived - Answered),
            Poll.Patience,
            "some messages to have arrived and others to be on their way");
        await first.KillAsync();

        _world.Proxy.LetGo();
        await _world.RunHostAsync();
        await _world.Store.WaitUntilNothingIsDueAsync();
        var counts = await CountNudgesAsync(people);
        var twice = counts.Count(count => count == 2);
        output.WriteLine($"{People} people; {Arrived} had the nudge when the host was killed; {twice} got it twice (Slack can be looked at: {canLook}).");

        Assert.All(counts, count => Assert.InRange(count, 1, 2));
        Assert.InRange(twice, 0, canLook ? 0 : Arrived);
    }

    [Fact]
    public async Task Killed_in_a_burst_of_replies_every_reply_that_was_acknowledged_is_stored_and_the_others_count_once_when_they_come_again()
    {
        const int BeforeTheKill = 15;
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
        var kill = Task.CompletedTask;
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, _) =>
        {
            if (await IsAcknowledgedAsync(bodies[person]))
            {
                acknowledged.Add(person);
                if (acknowledged.Count == BeforeTheKill)
                {
                    kill = host.KillAsync();
                }
            }
        });
        await kill;
        output.WriteLine($"{acknowledged.Count} of {People} replies were acknowledged when the host was killed.");

        Assert.InRange(acknowledged.Count, BeforeTheKill, People - 1);
        foreach (var person in acknowledged)
        {
            await AssertOneReplyAsync(person);
        }

        await _world.RunHostAsync();
        foreach (var person in people)
        {
            await Poll.UntilAsync(() => IsAcknowledgedAsync(bodies[person], isRetry: true), Poll.Patience, "the reply to be taken when it comes again");
            await AssertOneReplyAsync(person);
        }
    }

    private async Task AssertOneReplyAsync(PersonAddress person)
    {
        var reply = Assert.Single(await _world.Store.RowsAsync(person, "reply "));
        Assert.Equal($"the words of {person.Person}", reply.Properties.Text("Line"));
    }

    private async Task<bool> IsAcknowledgedAsync(string body, bool isRetry = false)
    {
        try
        {
            return (await _world.Requests.PostAsync(body, isRetry: isRetry)).Status == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // The host is gone.
        }
    }

    private async Task<IReadOnlyList<int>> CountNudgesAsync(IEnumerable<PersonAddress> people)
    {
        List<int> counts = [];
        foreach (var person in people)
        {
            counts.Add((await _world.MessagesToAsync(person.Person)).Count);
        }

        return counts;
    }
}
