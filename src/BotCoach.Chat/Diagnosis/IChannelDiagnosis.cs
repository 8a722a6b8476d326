namespace BotCoach.Chat;

/// <summary>Looks whether a platform can be reached and lets the bot in, for an operator who wants to know.</summary>
public interface IChannelDiagnosis
{
    /// <summary>Asks the platform, and changes nothing there. What does not answer is a finding.</summary>
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}
