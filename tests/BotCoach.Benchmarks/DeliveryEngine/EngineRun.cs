using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Host;
using BotCoach.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Benchmarks;

/// <summary>What an engine did with nudges that were all due at once.</summary>
/// <param name="Nudges">How many.</param>
/// <param name="Took">From its start until the last of them was sent and recorded, and it had stopped.</param>
/// <param name="Sent">How many messages went out.</param>
/// <param name="Duplicates">How many of them were not the first.</param>
/// <param name="Remains">What it left in the store; null when it keeps none.</param>
internal sealed record EngineRun(int Nudges, TimeSpan Took, int Sent, int Duplicates, Remains? Remains = null)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(10);

    /// <summary>How long it took to put the people into the store.</summary>
    public TimeSpan Filled { get; init; }

    /// <summary>Nudges a second.</summary>
    public double Rate => Sent / Took.TotalSeconds;

    /// <summary>Whether each nudge went out once, and the store says so.</summary>
    public bool IsExact => Sent == Nudges && Duplicates == 0 && (Remains is null || Remains == new Remains(0, Nudges, Nudges));

    /// <summary>Lets the host, put together as it always is, deliver to a channel that takes everything at once.</summary>
    /// <param name="store">A store with its tables and nobody in it.</param>
    /// <param name="settings">What the host is given to open the same store.</param>
    /// <param name="nudges">How many.</param>
    /// <param name="patience">When to give up.</param>
    public static async Task<EngineRun> OfHostAsync(ITableStore store, IEnumerable<string> settings, int nudges, TimeSpan patience)
    {
        var clock = TimeProvider.System;
        var shards = await ShardCount.ReadOrKeepAsync(store, ShardMap.DefaultCount, CancellationToken.None);
        var dueAt = clock.GetUtcNow();
        var filling = clock.GetTimestamp();
        await Enrolment.FillAsync(store, shards, nudges, number => InstantChannel.Person(number, dueAt));
        var filled = clock.GetElapsedTime(filling);

        var channel = new InstantChannel();
        string[] arguments = [.. settings, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Scheduling:PollSeconds=1"];
        await using var app = await BotCoachApp.BuildAsync(arguments, services => services.AddSingleton<IChatChannel>(channel));
        var start = clock.GetTimestamp();
        await app.StartAsync();
        await WaitAsync(channel, nudges, patience);
        await app.StopAsync();
        var took = clock.GetElapsedTime(start);

        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(dueAt, Daytime.ZoneAt(dueAt)).Date);
        return new EngineRun(nudges, took, channel.Count, channel.Duplicates, await Remains.ReadAsync(store, shards, clock.GetUtcNow(), today)) { Filled = filled };
    }

    /// <summary>Waits until a channel has taken as many messages, or until patience ends.</summary>
    public static async Task WaitAsync(InstantChannel channel, int messages, TimeSpan patience)
    {
        var clock = TimeProvider.System;
        for (var start = clock.GetTimestamp(); channel.Count < messages && clock.GetElapsedTime(start) < patience;)
        {
            await Task.Delay(_look, clock);
        }
    }
}
