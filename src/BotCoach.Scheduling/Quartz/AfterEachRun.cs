using Quartz;

namespace BotCoach.Scheduling;

/// <summary>How the jobs here repeat.</summary>
internal static class AfterEachRun
{
    /// <summary>
    /// Repeats a job an interval after each run of it has ended. So there is never more than one run to make up for, however
    /// long the last one took or however long nobody looked: one look finds all there is to do. A run of a node that died is not
    /// repeated as such either (no request for recovery); the next one, at most an interval later, does its work.
    /// </summary>
    public static void RepeatAfterEachRun(this SimpleScheduleBuilder schedule, TimeSpan interval) => schedule
        .WithInterval(interval)
        .RepeatForever()
        .MeasureIntervalFromCompletion()
        .WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow);
}
