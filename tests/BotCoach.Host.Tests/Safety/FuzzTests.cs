namespace BotCoach.Host.Tests;

/// <summary>A small run; <c>fuzz</c> among the benchmarks is the long one.</summary>
public sealed class FuzzTests
{
    [Fact]
    public async Task Whatever_is_sent_the_host_answers_it_and_logs_no_error()
    {
        var report = await FuzzRun.RunAsync(requests: 4_000, seed: 7);

        Assert.Empty(report.Failures);
        Assert.Empty(report.Errors);
        Assert.Empty(report.Unhandled);
        Assert.True(report.Sent > 3_500, $"Only {report.Sent} were answered.");
        Assert.True(report.Statuses.GetValueOrDefault(200) > 1_000, "Hardly anything got past the door.");
    }
}
