using System.Net;

namespace BotCoach.Host.Tests;

public sealed class StopTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_request_that_is_being_answered_is_answered_before_the_service_is_gone_and_no_other_is_taken()
    {
        await using var slack = await SlackApi.StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        slack.Gate = gate.Task;
        await using var host = await RunningHost.StartAsync(
            ("Slack:SigningSecret", "secret"), ("Slack:BotToken", "xoxb-token"), ("Slack:ApiBaseUrl", slack.Address));
        using var requests = new SlackRequests(host.Address, "secret");

        var answer = requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "hello", "Ev1"));
        await slack.Asked.WaitAsync(_patience);
        var stopped = host.StopAsync();
        await WaitUntilNothingIsTakenAsync(host.Address);
        var early = stopped.IsCompleted;
        gate.SetResult();

        Assert.False(early);
        Assert.Equal(HttpStatusCode.OK, (await answer.WaitAsync(_patience)).Status);
        await stopped.WaitAsync(_patience);
    }

    [Fact]
    public async Task With_nothing_to_do_it_stops_at_once()
    {
        await using var host = await RunningHost.StartAsync();

        await host.StopAsync().WaitAsync(_patience);
        await WaitUntilNothingIsTakenAsync(host.Address);
    }

    private static async Task WaitUntilNothingIsTakenAsync(Uri address)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        while (clock.GetElapsedTime(start) < _patience)
        {
            // A client of its own, so that no connection is left over.
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = _patience };
            try
            {
                using var response = await client.GetAsync("health/live");
            }
            catch (HttpRequestException)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), clock);
        }

        Assert.Fail("The service still takes requests.");
    }
}
