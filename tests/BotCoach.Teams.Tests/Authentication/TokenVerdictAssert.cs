namespace BotCoach.Teams.Tests;

internal static class TokenVerdictAssert
{
    public static void IsAccepted(this TokenVerdict verdict) => Assert.IsType<TokenVerdict.Accepted>(verdict);

    public static void IsRefused(this TokenVerdict verdict, RefusalReason because) =>
        Assert.Equal(because, Assert.IsType<TokenVerdict.Refused>(verdict).Reason);

    /// <summary>By name, for theories: they are public and the reasons are not.</summary>
    public static void IsRefused(this TokenVerdict verdict, string because) =>
        Assert.Equal(because, Assert.IsType<TokenVerdict.Refused>(verdict).Reason.ToString());
}
