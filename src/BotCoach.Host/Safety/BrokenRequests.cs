namespace BotCoach.Host;

/// <summary>
/// Answers requests that break while they are read, and lets go of those whose sender has gone. Neither is an error of ours, and
/// the log is not to fill with them.
/// </summary>
internal sealed class BrokenRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
    }
}
