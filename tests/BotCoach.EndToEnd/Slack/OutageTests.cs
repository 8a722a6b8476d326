using Xunit.Abstractions;

namespace BotCoach.EndToEnd;

/// <summary>Slack or the host is away for a while, or there are two hosts.</summary>
public sealed class OutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int People = 60;

    private HostOnSlack _world = null!;

    public async Task InitializeAsync()
    {
        _world = await HostOnSlack.StartAsync();
        _world.Settings["Slack:ApiBaseUrl"] = _world.Proxy.ApiBaseUrl.ToString();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task A_nudge_that_was_due_while_slack_was_down_comes_once_when_slack_is_back()
    {
        await using var coach = await CoachOnSlack.StartAsync(new Dictionary<string, string> { ["Slack:ApiBaseUrl"] = _world.Proxy.ApiBaseUrl.ToString() });
        _world.Proxy.Slack = coach.Slack;
        await coach.Anna.CommandAsync("/prep meeting exec staff in 2 hours");
        await coach.Anna.WaitForFormAsync();
        await coach.Anna.SubmitFormAsync();
        await coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("exec staff", StringComparison.Ordinal));

        _world.Proxy.Slack = null;
        var before = _world.Proxy.Attempts;
        coach.Clock.Advance(TimeSpan.FromMinutes(91));
        await Poll.UntilAsync(() => Task.FromResult(_world.Proxy.Attempts > before), Poll.Patience, "the host to try");
        _world.Proxy.Slack = coach.Slack;
        await Poll.UntilAsync(
            async () =>
            {
                coach.Clock.Advance(TimeSpan.FromSeconds(15));
                return await RemindersAsync() > 0;
            },
            Poll.Patience,
            "the prep sheet");
        coach.Clock.Advance(TimeSpan.FromMinutes(5));
        await coach.Anna.CommandAsync("/coach try refocus");
        await coach.Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "Answer in words"));

        Assert.Equal(1, await RemindersAsync());

        async Task<int> RemindersAsync() => (await coach.Anna.MessagesAsync())
            .Count(message => message.Shown.Contains("exec staff, today", StringComparison.Ordinal) || message.Shown.Contains("exec staff, tomorrow", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopped_in_the_middle_of_sending_the_host_finishes_what_it_sends_and_the_next_one_does_the_rest()
    {
        const int Passed = 10;
        // Nothing can be looked up: whatever the first host forgets to record comes twice.
        _world.Proxy.GivesMetadata = false;
        _world.Proxy.Fate = number => number <= Passed ? PostFate.Pass : number % 2 == 0 ? PostFate.HoldAnswer : PostFate.HoldRequest;
        _world.Settings["Scheduling:Concurrency"] = "16";
        _world.Settings["Scheduling:ClaimSeconds"] = "10";
        var people = await _world.Store.EnrolAsync(People);

        var first = await _world.RunHostAsync();
        await Poll.UntilAsync(() => Task.FromResult(_world.Proxy.Held >= 8), Poll.Patience, "messages on their way");
        var stopped = first.StopAsync();
        await Poll.UntilAsync(
            () => Task.FromResult(first.Output.Contains("Application is shutting down", StringComparison.Ordinal)), Poll.Patience, "the host to be told");
        _world.Proxy.LetGo();
        var code = await stopped;
        var arrived = _world.Proxy.Arrived;

        await _world.RunHostAsync();
        await _world.Store.WaitUntilNothingIsDueAsync();
        output.WriteLine($"{arrived} of {People} nudges had been sent when the first host was gone.");

        Assert.Equal(0, code);
        Assert.DoesNotContain("fail:", first.Output, StringComparison.Ordinal);
        foreach (var person in people)
        {
            Assert.Single(await _world.MessagesToAsync(person.Person));
        }
    }

    [Fact]
    public async Task Two_hosts_on_one_store_send_each_nudge_once()
    {
        _world.Proxy.GivesMetadata = false;
        _world.Settings["Scheduling:ClaimSeconds"] = "60";
        await Task.WhenAll(_world.RunHostAsync(), _world.RunAnotherHostAsync());
        var people = await _world.Store.EnrolAsync(People);
        await _world.Store.WaitUntilNothingIsDueAsync();

        foreach (var person in people)
        {
            Assert.Single(await _world.MessagesToAsync(person.Person));
        }
    }
}
