using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotCoach.PlatformSimulator;

/// <summary>A request that a platform understands.</summary>
/// <param name="Method">What it does.</param>
/// <param name="Identity">What it asks for: the same for a request that is made again.</param>
/// <param name="Quotas">What it counts against.</param>
internal sealed record Request(string Method, string Identity, IReadOnlyList<Quota> Quotas);

/// <summary>What a platform answers.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="IsRefusal">Whether what was asked for was not done.</param>
internal sealed record Reply(int Status, JsonObject? Body, bool IsRefusal = false);

/// <summary>
/// Takes the requests of both platforms: first the limits, then the faults, then what was asked for. A request that is turned
/// away by a limit has no effect and counts against none; one that meets a fault counts.
/// </summary>
internal sealed class Reception(SimulatorOptions options, TimeProvider clock)
{
    /// <summary>What goes wrong, by the seed.</summary>
    public FaultPlan Plan { get; } = new(options.Seed);

    /// <summary>How often what goes wrong from now on.</summary>
    public FaultRates Faults { get; set; } = options.Faults;

    /// <summary>Answers a request.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="workspace">Whose it is.</param>
    /// <param name="request">The request.</param>
    /// <param name="tooMany">What the body of a 429 is.</param>
    /// <param name="effect">Does what is asked for at that moment; called once or not at all.</param>
    public async Task AnswerAsync(
        HttpContext http, Workspace workspace, Request request, Func<JsonObject> tooMany, Func<DateTimeOffset, Reply> effect)
    {
        var faults = Faults;
        var (fault, reply, retryAfter) = Decide(faults, workspace, request, tooMany, effect);
        if (fault is Fault.Slow)
            await Task.Delay(faults.SlowBy, clock, http.RequestAborted);
        if (fault is Fault.LostAnswer)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = reply.Status;
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (reply.Body is not null)
            await http.Response.WriteAsJsonAsync(reply.Body, http.RequestAborted);
    }

    private (Fault Fault, Reply Reply, int? RetryAfter) Decide(
        FaultRates faults, Workspace workspace, Request request, Func<JsonObject> tooMany, Func<DateTimeOffset, Reply> effect)
    {
        lock (workspace.Lock)
        {
            var now = clock.GetUtcNow();
            var method = workspace.Method(request.Method);
            method.Requests++;
            if (options.EnforceLimits && workspace.Admit(now, request.Quotas) is var wait && wait > TimeSpan.Zero)
            {
                method.Throttled++;
                // Whole seconds: rounded down, the next try would come too early.
                return (Fault.None, new Reply(StatusCodes.Status429TooManyRequests, tooMany()), (int)Math.Ceiling(wait.TotalSeconds));
            }

            var attempt = workspace.CountAttempt(request.Identity);
            var identity = $"{workspace.Platform} {workspace.Id} {request.Identity}";
            var fault = Plan.Of(faults, identity, attempt);
            switch (fault)
            {
                case Fault.ServerError:
                    method.ServerErrors++;
                    return (fault, new Reply(Plan.StatusOf(identity, attempt), Body: null), null);
                case Fault.Throttled:
                    method.ThrottledAsFault++;
                    return (fault, new Reply(StatusCodes.Status429TooManyRequests, tooMany()), faults.RetryAfterSeconds);
                case Fault.LostAnswer:
                    method.LostAnswers++;
                    break;
                case Fault.Slow:
                    method.Slow++;
                    break;
            }

            var reply = effect(now);
            method.Refused += reply.IsRefusal ? 1 : 0;
            return (fault, reply, null);
        }
    }
}
