using BotCoach.Chat;

namespace BotCoach.Scheduling;

/// <summary>
/// The way of one nudge through the gate of its workspace: once for each request that it takes. Disposing returns a pass
/// that was not used.
/// </summary>
/// <param name="gate">The gate.</param>
/// <param name="person">Whom the nudge is for; their direct conversation is theirs alone.</param>
/// <param name="deadline">How long to wait at most.</param>
/// <param name="clock">The clock.</param>
/// <param name="cancellationToken">Gives up waiting.</param>
internal sealed class GateVisit(
    WorkspaceGate gate, PersonAddress person, DateTimeOffset deadline, TimeProvider clock, CancellationToken cancellationToken) : IDisposable
{
    private SendingPass? _pass;

    /// <summary>Waits until a request may be made, unless that is so already.</summary>
    /// <returns>False when it may not before the deadline.</returns>
    public async ValueTask<bool> EnterAsync()
    {
        if (_pass is { HasLeft: false })
        {
            return true;
        }

        Drop();
        MayComeAgain = false;
        WasTurnedAway = false;
        var start = clock.GetUtcNow();
        _pass = await gate.EnterAsync(person.Person, deadline, cancellationToken);
        DeliveryMetrics.Waited(person.Channel, clock.GetUtcNow() - start);
        return _pass is not null;
    }

    /// <summary>Whether a message was sent, whatever became of it.</summary>
    public bool HasSent { get; private set; }

    /// <summary>Whether the platform itself asked to wait, and not only the gate.</summary>
    public bool WasTurnedAway { get; private set; }

    /// <summary>Whether the platform turned the message away for so short a time that the nudge may wait at the gate again.</summary>
    public bool MayComeAgain { get; private set; }

    /// <summary>Sends the message that was waited for.</summary>
    public async Task<DeliveryResult> SendAsync(Func<Task<DeliveryResult>> send)
    {
        if (!await LeaveAsync())
        {
            return new DeliveryResult.Throttled(PauseLeft);
        }

        HasSent = true;
        var result = await send();
        if (result is DeliveryResult.Throttled { After: var pause })
        {
            WasTurnedAway = true;
            MayComeAgain = clock.GetUtcNow() + pause < deadline;
            gate.Pause(_pass!, pause);
        }

        return result;
    }

    /// <summary>Opens a conversation when that is allowed; its being too early is a refusal like the platform's own.</summary>
    public async Task<DirectConversation> OpenAsync(Func<Task<DirectConversation>> open)
    {
        if (await TooEarlyAsync() is { } wait)
        {
            return new DirectConversation.Refused(new DeliveryResult.Throttled(wait));
        }

        var direct = await open();
        if (direct is DirectConversation.Refused { Result: DeliveryResult.Throttled { After: var pause } })
        {
            WasTurnedAway = true;
            gate.PauseOpenings(pause);
        }

        return direct;
    }

    /// <summary>How long the platform's pause of the workspace still lasts.</summary>
    public TimeSpan PauseLeft => gate.PausedUntil - clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private async Task<TimeSpan?> TooEarlyAsync()
    {
        if (!gate.OpeningsNeedAPass)
        {
            return gate.TakeOpening() is var wait && wait > TimeSpan.Zero ? wait : null;
        }

        if (!await LeaveAsync())
        {
            return PauseLeft;
        }

        return gate.TakeOpening() is var pause && pause > TimeSpan.Zero ? pause : null;
    }

    // What came between the gate and here may have taken longer than the slot lasts; then it waits for another one.
    private async Task<bool> LeaveAsync()
    {
        while (await EnterAsync())
        {
            if (_pass!.TryLeave())
            {
                return true;
            }

            Drop();
        }

        return false;
    }

    private void Drop()
    {
        _pass?.Dispose();
        _pass = null;
    }

    public void Dispose() => Drop();
}
