namespace BotCoach.Chat;

/// <summary>
/// A turn is not taken just now, and nothing is wrong: the platform, or the person, is to bring it again a little later.
/// </summary>
public abstract class TurnPostponedException : Exception
{
    /// <summary>Makes one.</summary>
    protected TurnPostponedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    protected TurnPostponedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
