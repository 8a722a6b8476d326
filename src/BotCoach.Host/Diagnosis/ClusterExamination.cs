using BotCoach.Chat;
using BotCoach.Scheduling;

namespace BotCoach.Host;

/// <summary>Whether the database is there through which several nodes share the work.</summary>
internal static class ClusterExamination
{
    private const string Subject = "Nodes";

    public static async Task<IReadOnlyList<Finding>> LookAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            var scheduling = Configured.Read<SchedulingOptions>(configuration, SchedulingOptions.Section);
            var storage = Configured.Read<StorageOptions>(configuration, StorageOptions.Section);
            if (!scheduling.IsClustered)
            {
                return [Finding.Right(Subject, "One: this machine.")];
            }

            await BotCoachApp.CheckClusterAsync(scheduling, storage, cancellationToken);
            return [Finding.Right(Subject, "Several may share the work: the database lets us in.")];
        }
        catch (ConfigurationException unusable)
        {
            return [Finding.Wrong(Subject, unusable.Message)];
        }
    }
}
