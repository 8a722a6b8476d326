namespace BotCoach.Coaching;

/// <summary>Which weeks are over.</summary>
public static class ClosedWeek
{
    // The last place on earth where it is still Sunday is twelve hours behind UTC.
    private static readonly TimeSpan LastSunday = TimeSpan.FromHours(12);

    /// <summary>The last week that is over for everybody, wherever they live.</summary>
    public static IsoWeek At(DateTimeOffset now) => IsoWeek.Of(DateOnly.FromDateTime((now.ToUniversalTime() - LastSunday).Date)).Plus(-1);
}
