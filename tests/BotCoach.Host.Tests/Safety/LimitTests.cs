using System.Net;
using System.Text;

namespace BotCoach.Host.Tests;

/// <summary>What a request may cost, how many may be refused, and how many turns of one person are taken.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("slack/events", 1_048_577, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("slack/events", 1_048_576, HttpStatusCode.Unauthorized)]
    [InlineData("api/messages", 1_048_577, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("api/messages", 1_048_576, HttpStatusCode.Unauthorized)]
    public async Task A_platforms_body_may_have_one_mebibyte(string path, int length, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync();
        using var answer = await host.Http.PostAsync(path, new StringContent(new string('x', length), Encoding.ASCII, "application/json"));

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("slack/commands")]
    [InlineData("api/messages")]
    public async Task A_body_that_hides_its_length_is_read_no_further(string path)
    {
        await using var host = await RunningHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(new Endless()) };
        request.Headers.TransferEncodingChunked = true;

        // The server answers, and may hang up on what is still coming.
        var status = await Record.ExceptionAsync(async () =>
        {
            using var answer = await host.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        });
        Assert.True(status is null or HttpRequestException, status?.ToString());
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error", StringComparison.Ordinal) || line.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_with_too_many_refusals_is_turned_away_and_others_are_not()
    {
        await using var host = await RunningHost.StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < FailureLimit.AtOnce + 30; guess++)
        {
            statuses.Add(await GuessAsync(host, "203.0.113.7"));
        }

        Assert.All(statuses.Take(FailureLimit.AtOnce), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(host, "203.0.113.8"));
        Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(host, null));
        Assert.DoesNotContain("203.0.113", string.Join('\n', host.Log.Where(line => line.StartsWith("Warning", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscriber_with_a_network_of_their_own_is_one_address()
    {
        await using var host = await RunningHost.StartAsync();
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < FailureLimit.AtOnce + 30; guess++)
        {
            statuses.Add(await GuessAsync(host, $"2001:db8:0:1::{guess:x}"));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.NotFound, await GuessAsync(host, "2001:db8:0:2::1"));
    }

    [Fact]
    public async Task Whoever_is_let_in_is_never_counted()
    {
        await using var host = await RunningHost.StartAsync();
        for (var look = 0; look < FailureLimit.AtOnce + 30; look++)
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(host, "health/live", "203.0.113.7"));
        }
    }

    [Fact]
    public async Task A_person_who_floods_gets_one_calm_answer_loses_nothing_and_slows_nobody()
    {
        await using var slack = await SlackApi.StartAsync();
        await using var host = await RunningHost.StartAsync(("Slack:SigningSecret", "secret"), ("Slack:BotToken", "xoxb-1"), ("Slack:ApiBaseUrl", slack.Address));
        using var requests = new SlackRequests(host.Address, "secret");
        var flood = new List<SlackResponse>();
        for (var number = 0; number < 120; number++)
        {
            flood.Add(await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "help", $"1.2.{number}")));
        }

        var late = SlackRequests.Message("U0ANNA", "D0ANNA", "/coach plan active", "EvLate");
        var first = await requests.PostAsync(late);
        var ben = await requests.PostAsync(SlackRequests.Command("U0BEN", "/coach", "help", "1.2.ben"));
        SlackResponse again = first;
        await Poll.UntilAsync(async () => (again = await requests.PostAsync(late, isRetry: true)).Status is HttpStatusCode.OK, Poll.Patience, "the message to be taken");

        Assert.Single(flood, response => response.Body.Contains("about one a second", StringComparison.Ordinal));
        Assert.All(flood, response => Assert.Equal(HttpStatusCode.OK, response.Status));
        Assert.Contains(flood, response => response.Body.Contains("nothing was changed", StringComparison.Ordinal));
        Assert.Contains("What you can ask for", ben.Body, StringComparison.Ordinal);
        Assert.True(first.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.OK, first.Status.ToString());
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static Task<HttpStatusCode> GuessAsync(RunningHost host, string? address) => SendAsync(host, "links/forged", address);

    private static async Task<HttpStatusCode> SendAsync(RunningHost host, string path, string? address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (address is not null)
        {
            request.Headers.Add("X-Forwarded-For", address);
        }

        using var answer = await host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A body that would go on for ever.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
