using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Scheduling.Tests;

/// <summary>A message that was to pass a gate.</summary>
internal sealed class Message
{
    public required string Conversation { get; init; }

    /// <summary>When it left; null while it waits, and when it was refused.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public bool IsRefused { get; set; }
}

/// <summary>
/// Gates in a world where time passes only when a test says so, and where everything that is to happen at a moment has
/// happened before time goes on: all continuations run on the test's own thread, in order.
/// </summary>
internal sealed class GateWorld : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 15, 0, TimeSpan.Zero);

    private readonly Loop _loop = new();
    private readonly IDisposable _inside;

    public GateWorld() => _inside = _loop.Enter();

    public SteppedClock Clock { get; } = new(Start);

    /// <summary>How long from the gate to leaving.</summary>
    public Func<TimeSpan> Preparation { get; set; } = () => TimeSpan.Zero;

    /// <summary>How long from leaving to the answer.</summary>
    public Func<TimeSpan> Latency { get; set; } = () => TimeSpan.FromMilliseconds(5);

    /// <summary>What the platform answers; null for taking the message.</summary>
    public Func<Message, TimeSpan?> Pause { get; set; } = _ => null;

    public List<Message> Messages { get; } = [];

    public IReadOnlyList<DateTimeOffset> Left => [.. Messages.Select(message => message.LeftAt).OfType<DateTimeOffset>().Order()];

    public WorkspaceGate Gate(SendingLimits limits, int mostUnderWay = 1_000) => new(
        limits,
        mostUnderWay,
        _ => new EvenSlots(limits.Workspace.Count == 0 ? 0 : limits.Workspace.Max(window => window.Interval.Ticks)),
        Clock);

    /// <summary>Sends messages, each in its own conversation unless told otherwise.</summary>
    public List<Message> Send(WorkspaceGate gate, int count, string? conversation = null, TimeSpan? patience = null, CancellationToken cancellationToken = default)
    {
        List<Message> sent = [.. Enumerable.Range(Messages.Count, count).Select(number => new Message { Conversation = conversation ?? $"c{number}" })];
        Messages.AddRange(sent);
        sent.ForEach(message => _ = SendAsync(gate, message, Clock.GetUtcNow() + (patience ?? TimeSpan.FromDays(10)), cancellationToken));
        Settle();
        return sent;
    }

    private void Settle() => _loop.Settle(IsSettled);

    /// <summary>Enters, and turns back without having sent anything.</summary>
    /// <returns>Whether the gate was open at this moment.</returns>
    public bool TurnBack(WorkspaceGate gate, string conversation)
    {
        var hasEntered = false;
        _ = EnterAsync();
        Settle();
        return hasEntered;

        async Task EnterAsync()
        {
            using var pass = await gate.EnterAsync(conversation, Clock.GetUtcNow().AddDays(1), CancellationToken.None);
            hasEntered = true;
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Clock.GetUtcNow() + time;
        while (Clock.Step(until))
        {
            Settle();
        }

        Settle();
    }

    /// <summary>What goes on outside this world, such as in a store, and is waited for before time goes on.</summary>
    public Func<bool> IsSettled { get; set; } = () => true;

    public void Dispose() => _inside.Dispose();

    private async Task SendAsync(WorkspaceGate gate, Message message, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        for (var preparation = Preparation(); ; preparation = TimeSpan.Zero)
        {
            using var pass = await gate.EnterAsync(message.Conversation, deadline, cancellationToken);
            if (pass is null)
            {
                message.IsRefused = true;
                return;
            }

            await Task.Delay(preparation, Clock, CancellationToken.None);
            if (!pass.TryLeave())
            {
                continue;
            }

            message.LeftAt = Clock.GetUtcNow();
            await Task.Delay(Latency(), Clock, CancellationToken.None);
            if (Pause(message) is { } pause)
            {
                gate.Pause(pass, pause);
            }

            return;
        }
    }
}

/// <summary>What a strict platform would say.</summary>
internal static class Windows
{
    /// <summary>The most messages that any window of that length held, wherever it began.</summary>
    public static int Most(IReadOnlyList<DateTimeOffset> left, TimeSpan span)
    {
        var most = 0;
        for (int first = 0, last = 0; last < left.Count; last++)
        {
            while (left[last] - left[first] >= span)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    public static void AssertKept(IReadOnlyList<RateWindow> windows, IReadOnlyList<DateTimeOffset> left) =>
        Assert.All(windows, window => Assert.InRange(Most(left, window.Span), 0, window.Count));
}
