namespace BotCoach.Chat;

/// <summary>A person's turns come faster than they are taken. Nothing of this one was done.</summary>
public sealed class TooManyTurnsException : TurnPostponedException
{
    /// <summary>Makes one.</summary>
    public TooManyTurnsException()
        : base("The person's turns come faster than they are taken.")
    {
    }

    /// <summary>Makes one with another message.</summary>
    public TooManyTurnsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with another message and its cause.</summary>
    public TooManyTurnsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
