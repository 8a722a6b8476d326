namespace BotCoach.Storage;

/// <summary>The store could not be reached, or could not do what it was asked for; it may be able to later.</summary>
public sealed class TableUnavailableException : Exception
{
    /// <summary>Makes one without a reason.</summary>
    public TableUnavailableException()
        : base("The store cannot be reached.")
    {
    }

    /// <summary>Makes one.</summary>
    public TableUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that says why.</summary>
    public TableUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
