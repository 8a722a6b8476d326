namespace BotCoach.Coaching;

/// <summary>Up to when rows are too old to be kept.</summary>
/// <param name="Said">For what people said and did, what was sent to them, and what was counted of it.</param>
/// <param name="Bookkeeping">
/// For what the coach keeps for its own use: which turns had their effect, what was posted, what waits for a word that never
/// came.
/// </param>
public sealed record RetentionLimits(DateTimeOffset Said, DateTimeOffset Bookkeeping)
{
    // Platforms deliver a turn again for minutes, and after an outage for a day at most; the rest of a month lets an operator
    // look into what a person was answered.
    private static readonly TimeSpan KeptForUse = TimeSpan.FromDays(35);

    /// <summary>The first day of which everything is kept.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(Said.UtcDateTime);

    /// <summary>The first week that is kept.</summary>
    public IsoWeek FirstWeek => IsoWeek.Of(FirstDay);

    /// <summary>The limits at a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="months">How many months are kept.</param>
    public static RetentionLimits At(DateTimeOffset now, int months) => new(now.AddMonths(-months), now - KeptForUse);
}
