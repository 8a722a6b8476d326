namespace BotCoach.Host;

/// <summary>
/// Keeps addresses of requests out of the log, at any level: some hold a link that signs somebody in, and it is still good when
/// the line is written.
/// </summary>
internal static class DiscreetLogs
{
    public static ILoggingBuilder AddDiscretion(this ILoggingBuilder logging) => logging
        // Each request with its address, and a scope with its path around whatever is logged meanwhile.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
        // Each path that is looked up, and each endpoint that is called.
        .AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
}
