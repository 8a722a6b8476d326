using BotCoach.Chat;

namespace BotCoach.Scheduling;

/// <summary>
/// Lets messages to one workspace through as fast as its platform allows and no faster: first come, first served, but one
/// whose conversation is closed lets others pass. Waiting costs no thread, and all who wait share one timer.
/// </summary>
internal sealed class WorkspaceGate : IDisposable
{
    // A message counts from its arrival, which we learn of with its answer. An answer that takes longer than this part of
    // the shortest window does not tell when the message arrived: it is taken to have arrived by then. So much of the
    // platform's rate is given away at worst, and so uneven may the way to the platform be without breaking a limit.
    private const double LongestWayOfWindow = 0.04;

    // How long a message steps aside while another one of its conversation is about to leave. Our own number.
    private static readonly TimeSpan _stepAside = TimeSpan.FromMilliseconds(50);

    private readonly Lock _turn = new();
    private readonly PriorityQueue<Waiter, (long Ready, long Number)> _waiting = new();
    private readonly SlidingWindows _windows;
    private readonly ConversationGates _conversations;
    private readonly ISendingSlots _slots;
    private readonly Openings _openings;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly int _mostUnderWay;
    private readonly long _longestWay;
    private long _pausedUntil;
    private long _armedFor = SlidingWindows.Unknown;
    private long _numbers;
    private int _underWay;

    /// <param name="limits">The limits of the workspace's channel.</param>
    /// <param name="mostUnderWay">How many messages may be under way at the same time.</param>
    /// <param name="slots">Makes the slots, given what is to be called when they have news.</param>
    /// <param name="clock">The clock; its timers wake who waits.</param>
    public WorkspaceGate(SendingLimits limits, int mostUnderWay, Func<Action, ISendingSlots> slots, TimeProvider clock)
    {
        _windows = new SlidingWindows(limits.Workspace);
        _conversations = new ConversationGates(limits.Conversation);
        _openings = new Openings(limits.Openings);
        _longestWay = limits.Workspace.Count == 0 ? 0 : (long)(LongestWayOfWindow * limits.Workspace.Min(window => window.Span.Ticks));
        _mostUnderWay = mostUnderWay;
        _clock = clock;
        _timer = clock.CreateTimer(static gate => ((WorkspaceGate)gate!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _slots = slots(Look);
    }

    private long Now => _clock.GetUtcNow().UtcTicks;

    /// <summary>Waits until a message may leave.</summary>
    /// <param name="conversation">Names its conversation within the workspace.</param>
    /// <param name="deadline">How long to wait at most; when it is clear that this is too short, the answer comes at once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The pass, or null when it cannot leave before the deadline or the caller gave up.</returns>
    public async ValueTask<SendingPass?> EnterAsync(string conversation, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        Waiter waiter;
        lock (_turn)
        {
            var now = Now;
            waiter = new Waiter(conversation, deadline.UtcTicks);
            _waiting.Enqueue(waiter, (now, _numbers++));
            Arm(Admit(now), now);
        }

        if (waiter.Pass.IsCompleted)
        {
            return await waiter.Pass;
        }

        await using var registration = cancellationToken.UnsafeRegister(static waiter => ((Waiter)waiter!).Refuse(), waiter);
        return await waiter.Pass;
    }

    /// <summary>The platform asks for a pause. It does not say of what: see the remarks.</summary>
    /// <param name="pass">The pass of the message that was turned away.</param>
    /// <param name="pause">How long.</param>
    /// <remarks>
    /// Where the conversation was written to so often that one of its own windows is half full, it is the conversation's;
    /// else the workspace's. Were that wrong, the next messages would be turned away too, and set it right.
    /// </remarks>
    public void Pause(SendingPass pass, TimeSpan pause)
    {
        lock (_turn)
        {
            var now = Now;
            var until = now + pause.Ticks;
            if (pass.Conversation is { } conversation && conversation.Windows.IsHalfFull(now))
            {
                conversation.PausedUntil = Math.Max(conversation.PausedUntil, until);
            }
            else
            {
                _pausedUntil = Math.Max(_pausedUntil, until);
                _slots.Rest(_pausedUntil);
            }

            Arm(Admit(now), now);
        }
    }

    /// <summary>When the platform's pause of the workspace ends; an instant that has passed when there is none.</summary>
    public DateTimeOffset PausedUntil
    {
        get
        {
            lock (_turn)
            {
                return new DateTimeOffset(_pausedUntil, TimeSpan.Zero);
            }
        }
    }

    /// <summary>How many conversations are remembered at present.</summary>
    public int Conversations
    {
        get
        {
            lock (_turn)
            {
                return _conversations.Count;
            }
        }
    }

    /// <summary>Whether opening a conversation needs a pass, because it counts as a message.</summary>
    public bool OpeningsNeedAPass => _openings.CountAsMessages;

    /// <summary>Takes the right to open a conversation now.</summary>
    /// <returns>Zero when it may be opened, else how long to wait before asking again.</returns>
    public TimeSpan TakeOpening()
    {
        lock (_turn)
        {
            return _openings.Take(Now);
        }
    }

    /// <summary>The platform asks for a pause in opening conversations.</summary>
    public void PauseOpenings(TimeSpan pause)
    {
        lock (_turn)
        {
            _openings.Pause(Now + pause.Ticks);
        }
    }

    public void Dispose() => _timer.Dispose();

    /// <inheritdoc cref="SendingPass.TryLeave"/>
    internal bool TryLeave(SendingPass pass)
    {
        lock (_turn)
        {
            var now = Now;
            if (_slots.IsOver(pass.Slot, now))
            {
                return false;
            }

            pass.Number = _windows.Leave(now + _longestWay);
            pass.NumberInConversation = pass.Conversation?.Windows.Leave(now + _longestWay) ?? 0;
            Arm(Admit(now), now);
            return true;
        }
    }

    /// <inheritdoc cref="SendingPass.Dispose"/>
    internal void Return(SendingPass pass)
    {
        lock (_turn)
        {
            var now = Now;
            _underWay--;
            if (pass.HasLeft)
            {
                _windows.Arrive(pass.Number, now);
                pass.Conversation?.Windows.Arrive(pass.NumberInConversation, now);
            }
            else
            {
                _windows.GiveBack();
                pass.Conversation?.Windows.GiveBack();
                _slots.GiveBack(pass.Slot);
            }

            Arm(Admit(now), now);
        }
    }

    private void Look()
    {
        lock (_turn)
        {
            // A timer may ring a moment early: then it has to be set again, for the same time.
            _armedFor = 0;
            var now = Now;
            Arm(Admit(now), now);
        }
    }

    // Lets through and refuses whom it can, and says when to look again.
    private long Admit(long now)
    {
        while (_waiting.TryPeek(out var waiter, out var place))
        {
            if (waiter.Pass.IsCompleted)
            {
                _waiting.Dequeue();
                continue;
            }

            var opens = Math.Max(place.Ready, Math.Max(_pausedUntil, _underWay < _mostUnderWay ? _windows.OpensAt() : SlidingWindows.Unknown));
            if (opens <= now && _conversations.Find(waiter.Conversation, now) is var conversation)
            {
                opens = conversation?.OpensAt() ?? 0;
                opens = opens == SlidingWindows.Unknown ? now + _stepAside.Ticks : opens;
                if (opens > now && opens < waiter.Deadline)
                {
                    _waiting.DequeueEnqueue(waiter, (opens, place.Number));
                    continue;
                }

                if (opens <= now && _slots.TryTake(now, _waiting.Count, out opens))
                {
                    _waiting.Dequeue();
                    LetThrough(waiter, conversation, opens);
                    continue;
                }
            }

            if (now < waiter.Deadline && (opens < waiter.Deadline || opens == SlidingWindows.Unknown))
            {
                return Math.Min(opens, waiter.Deadline);
            }

            _waiting.Dequeue();
            waiter.Refuse();
        }

        _slots.Idle();
        return SlidingWindows.Unknown;
    }

    private void LetThrough(Waiter waiter, ConversationGate? conversation, long slot)
    {
        _underWay++;
        _windows.Expect();
        conversation?.Windows.Expect();
        var pass = new SendingPass(this, conversation, slot);
        if (!waiter.TryLetThrough(pass))
        {
            // It gave up at this very moment.
            _underWay--;
            _windows.GiveBack();
            conversation?.Windows.GiveBack();
            _slots.GiveBack(slot);
        }
    }

    private void Arm(long at, long now)
    {
        if (at == _armedFor && at > now)
        {
            return;
        }

        _armedFor = at;
        _timer.Change(
            at == SlidingWindows.Unknown
                ? Timeout.InfiniteTimeSpan
                // Timers count whole milliseconds; one that is early by a part of one would only have to be set again.
                : TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(Math.Max(0, at - now)).TotalMilliseconds)),
            Timeout.InfiniteTimeSpan);
    }

    private sealed class Waiter(string conversation, long deadline)
    {
        private readonly TaskCompletionSource<SendingPass?> _pass = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Conversation => conversation;

        public long Deadline => deadline;

        public Task<SendingPass?> Pass => _pass.Task;

        public bool TryLetThrough(SendingPass pass) => _pass.TrySetResult(pass);

        public void Refuse() => _pass.TrySetResult(null);
    }
}
