using System.Net;

namespace BotCoach.Host.Tests;

/// <summary>What a collector is told, and what it is not.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Secret = "hush-signing-secret";

    // Who somebody is, what they are called and what they say, each in a form that stands nowhere else.
    private static readonly string[] _private =
    [
        "U0MARKED", "D0ANNA", "Annabelle", "Bergstr", "wordsofhello", "wordsofreply", "wordsofmeeting", "wordsofcommand", Secret, "xoxb-hush",
    ];

    private OtlpReceiver _collector = null!;
    private SlackApi _slack = null!;

    public async Task InitializeAsync()
    {
        _collector = await OtlpReceiver.StartAsync();
        _slack = await SlackApi.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public async Task A_week_of_nudges_and_replies_is_told_in_numbers_and_traces_and_names_nobody()
    {
        var clock = new MovableClock();
        await using (var host = await RunningHost.StartAsync(clock, [.. Settings, ("Telemetry:OtlpEndpoint", _collector.Endpoint)]))
        {
            using var requests = new SlackRequests(host.Address, Secret);
            await requests.PostAsync(SlackRequests.Message("U0MARKED", "D0ANNA", "wordsofhello", "Ev1"));
            await requests.PostAsync(SlackRequests.Command("U0MARKED", "/coach", "plan active", "1.2.plan"));
            await requests.PostAsync(SlackRequests.Command("U0MARKED", "/prep", "meeting wordsofmeeting", "1.2.prep"));
            await requests.PostAsync(SlackRequests.Command("U0MARKED", "/coach", "wordsofcommand", "1.2.odd"));
            foreach (var morning in NextWorkdayMornings(clock.GetUtcNow()).Take(5))
            {
                var before = _slack.Sent;
                clock.MoveTo(morning);
                await Poll.UntilAsync(() => Task.FromResult(_slack.Sent > before), Poll.Patience, "the nudge of the day");
            }

            await requests.PostAsync(SlackRequests.Message("U0MARKED", "D0ANNA", "4, wordsofreply", "Ev2"));
            await host.StopAsync();
        }

        string[] metrics =
        [
            "db.client.operation.duration", "botcoach.turn.duration", "http.server.request.duration", "http.client.request.duration",
            "quartz.job.execution.duration", "botcoach.nudge.due", "botcoach.nudge.claimed", "botcoach.nudge.sent", "botcoach.nudge.lateness", "botcoach.gate.wait",
            "dotnet.process.memory.working_set",
        ];
        Assert.Empty(metrics.Except(_collector.Metrics));
        Assert.Contains(_collector.Spans, span => span.Source == "Microsoft.AspNetCore");
        AssertOneTraceFromRowToPlatform();
        Assert.Contains("chat.postMessage", _collector.Everything, StringComparison.Ordinal);
        Assert.Contains("botcoach", _collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(_private, word => _collector.Everything.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent()
    {
        await using (var host = await RunningHost.StartAsync(Settings))
        {
            await host.Http.GetStringAsync("");
        }

        Assert.Empty(_collector.Everything);
    }

    [Fact]
    public async Task The_name_that_opentelemetry_gives_the_address_counts_as_well()
    {
        await using (var host = await RunningHost.StartAsync((TelemetryOptions.StandardEndpoint, $"{_collector.Endpoint}/")))
        {
            await host.Http.GetStringAsync("");
        }

        Assert.Contains("http.server.request.duration", _collector.Metrics);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_holds_up_neither_the_work_nor_the_stop_for_long()
    {
        await _collector.DisposeAsync();
        await using var host = await RunningHost.StartAsync(("Telemetry:OtlpEndpoint", _collector.Endpoint));
        using var response = await host.Http.GetAsync("health/ready");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(15));
    }

    [Theory]
    [InlineData("https://slack.com/api/users.info?user=U0MARKED", "https://slack.com/api/users.info")]
    [InlineData("https://smba.trafficmanager.net/emea/v3/conversations/a:1MARKED/activities", "https://smba.trafficmanager.net")]
    [InlineData("https://coach.table.core.windows.net/People(PartitionKey='slack|T1|U0MARKED',RowKey='plan')?$select=x", "https://coach.table.core.windows.net")]
    [InlineData("https://slack.com/apiary/U0MARKED", "https://slack.com")]
    [InlineData("U0MARKED", null)]
    public void Of_an_address_only_what_names_nobody_is_left(string address, string? left) =>
        Assert.Equal(left, new DiscreetAddresses(new Uri("https://slack.com/api/")).Cut(address));

    // A minute after the nudges of the plan, in the zone of the person.
    private static IEnumerable<DateTimeOffset> NextWorkdayMornings(DateTimeOffset after)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        for (var day = TimeZoneInfo.ConvertTime(after, berlin).Date; ; day = day.AddDays(1))
        {
            var morning = day.AddHours(9).AddMinutes(16);
            var at = new DateTimeOffset(morning, berlin.GetUtcOffset(morning));
            if (at - after > TimeSpan.FromMinutes(5) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return at;
            }
        }
    }

    private (string Key, string Value)[] Settings =>
    [
        ("Slack:SigningSecret", Secret), ("Slack:BotToken", "xoxb-hush-token"), ("Slack:ApiBaseUrl", _slack.Address),
    ];

    private void AssertOneTraceFromRowToPlatform()
    {
        var spans = _collector.Spans;
        var byId = spans.ToDictionary(span => span.Id);
        var calls = spans.Where(span => span.Source == "System.Net.Http" && byId.TryGetValue(span.Parent, out var parent) && parent.Source == "BotCoach.Scheduling").ToList();

        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(call.Trace, byId[call.Parent].Trace));
        // Polls that found nothing to do left no trace.
        Assert.DoesNotContain(spans, span => span.Source == "System.Net.Http" && span.Parent.Length == 0);
    }
}
