using System.Text.Json;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The sandbox's addresses: the page with the chat, what it loads, and what it asks.</summary>
internal static class SandboxPages
{
    /// <summary>Where the page is that says what is set up, while the sandbox has the root.</summary>
    public const string SetUpPath = "/setup";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    // Proxies and browsers end a stream on which nothing comes for a minute or so.
    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(20);

    /// <summary>Adds the sandbox at the root in Development; elsewhere the page that says what is set up stands there.</summary>
    public static void MapSandbox(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.MapGet("/", StartPage.Show);
            return;
        }

        var worlds = app.Services.GetRequiredService<SandboxWorlds>();
        app.Use(ShowWhatIsTheirsAsync);
        var pages = app.MapGroup("").AddEndpointFilter(GuardAsync);
        pages.MapGet("/", (HttpContext context) => Results.Content(
            SandboxMarkup.In(worlds.Find(context)?.Conversation.Screen.Language ?? ReaderLanguage.Of(context.Request)), "text/html; charset=utf-8"));
        pages.MapGet("/sandbox/sandbox.js", () => Asset("sandbox.js", "text/javascript; charset=utf-8"));
        pages.MapGet("/sandbox/sandbox.css", () => Asset("sandbox.css", "text/css; charset=utf-8"));
        pages.MapPost("/sandbox/visit", async (HttpContext context, Visit visit) =>
        {
            await worlds.OpenAsync(context, visit.Zone, visit.Locale);
            return Results.NoContent();
        });
        pages.MapGet("/sandbox/news", (HttpContext context, IHostApplicationLifetime lifetime) => TellAsync(context, worlds.Find(context), lifetime));
        pages.MapPost("/sandbox/fast-forward", (Delegate)((HttpContext context) => FastForwardAsync(worlds.Find(context))));
        pages.MapPost("/sandbox/start-over", (Delegate)(async (HttpContext context) =>
        {
            await worlds.EndAsync(context);
            return Results.NoContent();
        }));
        SandboxTurns.Map(pages, context => worlds.Find(context)?.Conversation);
        app.MapGet(SetUpPath, StartPage.Show);
    }

    private static async Task<IResult> FastForwardAsync(SandboxWorld? world)
    {
        if (world is null)
        {
            return Results.Unauthorized();
        }

        await world.FastForwardAsync();
        return Results.NoContent();
    }

    // Another site's page cannot send what a browser asks about first, and a browser asks about a body of JSON.
    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (HttpMethods.IsPost(context.Request.Method) && !context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        return await next(invocation);
    }

    /// <summary>
    /// The pages behind links in the chat are the service's own. Whose link or session it is, the key ring tells that made it:
    /// those of a visitor's world are read by that world alone, and then it answers.
    /// </summary>
    private static async Task ShowWhatIsTheirsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.RequestServices.GetRequiredService<SandboxWorlds>().Find(context) is { } world && PageOf(context.Request.Path) is { } page)
        {
            var own = context.RequestServices;
            await using var scope = world.Services.CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            var isTheirs = page.Token is { } token
                ? scope.ServiceProvider.GetRequiredService<OneTimeLinks>().Read(token) is not LinkReading.Forged
                : await Sessions.PersonAsync(context, page.Page) is not null;
            if (isTheirs)
            {
                await world.Seeded;
                if (page is { Token: null, Page: OneTimePage.Insights })
                {
                    await world.ReadInsightsAsync();
                }

                await next(context);
                context.RequestServices = own;
                return;
            }

            context.RequestServices = own;
        }

        await next(context);
    }

    private static (OneTimePage Page, string? Token)? PageOf(PathString path) =>
        path.StartsWithSegments(OneTimeLinks.Path, StringComparison.OrdinalIgnoreCase, out var token) ? (default, token.Value?.TrimStart('/') ?? "")
        : Enum.GetValues<OneTimePage>().Where(page => path.StartsWithSegments(Sessions.PathOf(page), StringComparison.OrdinalIgnoreCase)).Select(page => ((OneTimePage, string?)?)(page, null)).FirstOrDefault();

    private static IResult Asset(string name, string type)
    {
        var stream = typeof(SandboxPages).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        return Results.Stream(stream, type);
    }

    // Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html
    private static async Task TellAsync(HttpContext context, SandboxWorld? world, IHostApplicationLifetime lifetime)
    {
        if (world is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await foreach (var news in world.Conversation.Screen.WatchAsync(_quiet, end.Token))
            {
                await context.Response.WriteAsync(news is null ? ":\n\n" : $"data: {JsonSerializer.Serialize(news, JsonSerializerOptions.Web)}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser has gone, or the service stops.
        }
    }

    /// <summary>What a browser says of whoever visits.</summary>
    internal sealed record Visit(string? Zone, string? Locale);
}
