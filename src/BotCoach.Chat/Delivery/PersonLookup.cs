namespace BotCoach.Chat;

/// <summary>What a platform says about a person.</summary>
public abstract record PersonLookup
{
    private PersonLookup()
    {
    }

    /// <summary>The platform knows the person.</summary>
    /// <param name="Name">What colleagues call them.</param>
    /// <param name="Zone">Their IANA time zone; null when the platform does not say.</param>
    /// <param name="Locale">Their locale (BCP 47); null when the platform does not say.</param>
    public sealed record Found(string Name, string? Zone, string? Locale) : PersonLookup;

    /// <summary>The platform does not know the person.</summary>
    public sealed record NotFound : PersonLookup;

    /// <summary>The platform could not say just now.</summary>
    /// <param name="Reason">A short code for operators.</param>
    public sealed record Failed(string Reason) : PersonLookup;
}
