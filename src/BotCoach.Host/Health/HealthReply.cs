using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BotCoach.Host;

/// <summary>Says each part's state and why, as JSON.</summary>
internal static class HealthReply
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        parts = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { status = entry.Value.Status.ToString(), reason = entry.Value.Description }),
    });
}
