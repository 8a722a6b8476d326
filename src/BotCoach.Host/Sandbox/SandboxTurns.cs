using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace BotCoach.Host;

/// <summary>A visitor's conversation: whose it is, where it is shown, and who answers.</summary>
internal sealed record SandboxConversation(SandboxPerson Visitor, SandboxScreen Screen, SandboxExchange Exchange, TimeProvider Clock);

/// <summary>Takes what the browser says that the visitor did.</summary>
internal static class SandboxTurns
{
    /// <summary>Where it is posted.</summary>
    public const string Path = "/sandbox/turns";

    // Ours: the longest pre-read in any encoding, and then some.
    private const int LongestBody = 256 * 1024;

    // Ours: what is under way then is still stored; the browser is told that it may send it again.
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    /// <summary>Adds the address.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="find">Finds the conversation that a request belongs to; null for none.</param>
    public static void Map(IEndpointRouteBuilder routes, Func<HttpContext, SandboxConversation?> find) =>
        routes.MapPost(Path, (Delegate)((HttpContext context) => TakeAsync(context, find(context))))
            // One byte more than is read, so that ours is the answer to what is too long.
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody + 1));

    private static async Task<IResult> TakeAsync(HttpContext context, SandboxConversation? conversation)
    {
        if (conversation is null)
        {
            return Results.Unauthorized();
        }

        if (await ReadAsync(context) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!SandboxAct.TryRead(body, conversation.Visitor, conversation.Clock.GetUtcNow(), out var act))
        {
            return Results.BadRequest();
        }

        switch (act)
        {
            case SandboxAct.CloseForm:
                conversation.Screen.Show(form: null);
                return Results.Ok();
            case SandboxAct.Turn turn:
                // Not the request's own token: what a person did counts even if the browser goes away before it is stored.
                using (var end = new CancellationTokenSource(_longest, TimeProvider.System))
                {
                    var isShown = await conversation.Exchange.TakeAsync(turn.Of, turn.Words, end.Token);
                    return Results.StatusCode(isShown ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
                }

            default:
                return Results.Ok();
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        try
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException tooLong) when (tooLong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
