namespace BotCoach.Chat;

/// <summary>One thing that an operator's check looked at, and what it found.</summary>
/// <param name="Subject">What was looked at, in a word or two.</param>
/// <param name="State">How it stands.</param>
/// <param name="Says">What is there, or what is wrong and what to do; never a secret.</param>
public sealed record Finding(string Subject, FindingState State, string Says)
{
    /// <summary>Something that is as it should be.</summary>
    public static Finding Right(string subject, string says) => new(subject, FindingState.Right, says);

    /// <summary>Something that works, and that an operator may want to know.</summary>
    public static Finding Note(string subject, string says) => new(subject, FindingState.Note, says);

    /// <summary>Something that keeps the service from doing its work.</summary>
    public static Finding Wrong(string subject, string says) => new(subject, FindingState.Wrong, says);
}

/// <summary>How something stands.</summary>
public enum FindingState
{
    /// <summary>As it should be.</summary>
    Right,

    /// <summary>Not used, or usable with a reservation.</summary>
    Note,

    /// <summary>Broken: something is to be done.</summary>
    Wrong,
}
