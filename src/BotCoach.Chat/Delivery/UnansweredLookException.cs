namespace BotCoach.Chat;

/// <summary>
/// A platform was asked whether a message is there, and did not answer. It may another time; to send the message before that
/// may be to send it twice.
/// </summary>
public sealed class UnansweredLookException : Exception
{
    /// <summary>Makes one.</summary>
    public UnansweredLookException()
        : base("The platform did not say whether the message is there.")
    {
    }

    /// <summary>Makes one with another message.</summary>
    public UnansweredLookException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with another message and its cause.</summary>
    public UnansweredLookException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
