using BotCoach.Coaching;
using Quartz;

namespace BotCoach.Scheduling;

/// <summary>Sees to it that the next digest of every programme lead is due; see <see cref="DigestsDue"/>.</summary>
[DisallowConcurrentExecution]
internal sealed class DigestJob(DigestsDue digests) : IJob
{
    /// <summary>How often to look: a lead who was named on Thursday morning gets Friday's digest.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await digests.AddAsync(cancellationToken);
}
