using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>
/// A turn came again while its answer was still on its way to the person. The platform is to deliver it once more, a
/// little later: by then the answer is there, or it is clear that it was lost.
/// </summary>
public sealed class TurnUnderWayException : TurnPostponedException
{
    /// <summary>Makes one.</summary>
    public TurnUnderWayException()
        : base("The turn is being answered already.")
    {
    }

    /// <summary>Makes one with another message.</summary>
    public TurnUnderWayException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with another message and its cause.</summary>
    public TurnUnderWayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
