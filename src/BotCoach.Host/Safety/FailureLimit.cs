using System.Net;
using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>
/// Turns away, for a while, an address from which too much has come that was refused: guesses of links, forged requests. Whoever
/// is let in is not counted. See docs/adr/0023-a-pace-for-each-person.md.
/// </summary>
internal sealed class FailureLimit(RequestDelegate next)
{
    /// <summary>How many refusals an address may collect at once: more than a browser with an old page does.</summary>
    public const int AtOnce = 120;

    /// <summary>And then one in this time.</summary>
    public static readonly TimeSpan Each = TimeSpan.FromSeconds(1);

    // The real clock: attacks are of this world, whatever clock the coach goes by.
    private readonly Allowances<IPAddress> _refusals = new(AtOnce, Each, TimeProvider.System);

    public async Task InvokeAsync(HttpContext context)
    {
        var address = ForwardedFor.AddressOf(context);
        if (address is not null && !_refusals.HasLeft(address))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "60";
            return;
        }

        await next(context);
        if (address is not null && IsRefusal(context.Response.StatusCode))
        {
            _refusals.TryTake(address);
        }
    }

    private static bool IsRefusal(int status) => status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
        or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status413PayloadTooLarge;
}
