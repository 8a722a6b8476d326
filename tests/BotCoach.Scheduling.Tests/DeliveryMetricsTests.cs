using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using BotCoach.Chat;

namespace BotCoach.Scheduling.Tests;

/// <summary>The meter is one for the whole process, so nothing else may be sent while its numbers are read.</summary>
[CollectionDefinition(nameof(DeliveryMetricsTests), DisableParallelization = true)]
[Collection(nameof(DeliveryMetricsTests))]
public sealed class DeliveryMetricsTests : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _told = new();
    private readonly MeterListener _listener = new();

    public DeliveryMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DeliveryMetrics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task What_became_of_nudges_is_told_in_numbers_and_names_nobody()
    {
        await using var world = await DispatchWorld.OpenAsync(new SendingLimits { Workspace = [new RateWindow(10, TimeSpan.FromSeconds(1))], Openings = [] });
        await world.EnrolAsync("T1", 30);
        var tries = 0;
        world.Channel.Answer = _ => ++tries switch
        {
            5 => new DeliveryResult.Throttled(TimeSpan.FromSeconds(1)),
            10 => new DeliveryResult.Failed("internal_error"),
            15 => new DeliveryResult.Blocked(),
            _ => null,
        };
        world.Clock.Jump(DispatchWorld.NudgeTime - world.Clock.GetUtcNow());
        using var node = world.Node();
        world.Run([node], 32, TimeSpan.FromMinutes(5));

        Assert.Equal(30, Sum(DeliveryMetrics.Due));
        Assert.Equal(31, Sum(DeliveryMetrics.Claimed)); // the one that failed, twice
        Assert.Equal(29, Sum(DeliveryMetrics.Sent));
        Assert.Equal(1, Sum(DeliveryMetrics.Throttled));
        Assert.Equal(2, Sum(DeliveryMetrics.Failed));
        Assert.Equal(0, Sum(DeliveryMetrics.Skipped));
        Assert.Contains(_told, told => told.Name == DeliveryMetrics.Failed && told.Tags == "botcoach.channel=chat botcoach.nudge.kind=Practice error.type=internal_error botcoach.given_up=False");
        Assert.Contains(_told, told => told.Name == DeliveryMetrics.Failed && told.Tags.EndsWith("error.type=blocked botcoach.given_up=True", StringComparison.Ordinal));
        var late = _told.Where(told => told.Name == DeliveryMetrics.Lateness).Select(told => told.Value).ToList();
        Assert.Equal(29, late.Count);
        Assert.InRange(late.Order().ElementAt(27), 3, 5);
        Assert.InRange(late.Max(), 60, 75);
        Assert.InRange(_told.Where(told => told.Name == DeliveryMetrics.GateWait).Max(told => told.Value), 1.5, 4.5);
        Assert.All(_told, told => Assert.DoesNotContain("p1", told.Tags, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_came_too_late_is_told_as_skipped()
    {
        await using var world = await DispatchWorld.OpenAsync(SendingLimits.None);
        await world.EnrolAsync("T1", 3);
        world.Clock.Jump(DispatchWorld.NudgeTime.AddHours(5) - world.Clock.GetUtcNow());
        using var node = world.Node();
        world.Run([node], 1, TimeSpan.FromSeconds(30));

        Assert.Equal((3, 0), (Sum(DeliveryMetrics.Skipped), Sum(DeliveryMetrics.Sent)));
    }

    private double Sum(string name) => _told.Where(told => told.Name == name).Sum(told => told.Value);

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _told.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
