namespace BotCoach.Scheduling;

/// <summary>Lets one message through a gate. Disposed without having left, it lets another one through instead.</summary>
internal sealed class SendingPass(WorkspaceGate gate, ConversationGate? conversation, long slot) : IDisposable
{
    /// <summary>The conversation that the message belongs to; null where conversations have no limits.</summary>
    public ConversationGate? Conversation => conversation;

    /// <summary>The slot that it takes.</summary>
    public long Slot => slot;

    /// <summary>Whether the message has left.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>The number of the message in the workspace's windows.</summary>
    public long Number { get; set; }

    /// <summary>The number of the message in the conversation's windows.</summary>
    public long NumberInConversation { get; set; }

    /// <summary>The message leaves now, unless its slot is over.</summary>
    /// <returns>Whether it may.</returns>
    public bool TryLeave() => HasLeft = gate.TryLeave(this);

    /// <summary>The message was answered, or does not leave.</summary>
    public void Dispose() => gate.Return(this);
}

/// <summary>What is known of one conversation of a workspace.</summary>
internal sealed class ConversationGate(SlidingWindows windows)
{
    /// <summary>When its messages left.</summary>
    public SlidingWindows Windows => windows;

    /// <summary>Until when the platform wants nothing more in it, in UTC ticks.</summary>
    public long PausedUntil { get; set; }

    /// <summary>When the next message may leave.</summary>
    public long OpensAt() => Math.Max(PausedUntil, windows.OpensAt());
}
