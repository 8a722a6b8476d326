using BotCoach.Slack;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Where somebody installs the app in a Slack workspace: a way to Slack, and the page that they come back to.</summary>
internal static partial class InstallPages
{
    /// <summary>Where an installation begins.</summary>
    public const string BeginPath = "/slack/install";

    /// <summary>Where Slack sends the browser back.</summary>
    public const string CallbackPath = "/slack/oauth/callback";

    private const string Cookie = "botcoach-install";

    /// <summary>The part of the service that an installation needs.</summary>
    internal sealed record Needs(SlackOAuth OAuth, InstallState State, UsedLinks Used, Installing Installing, PublicAddress Address, IOptions<SlackOptions> Options);

    /// <summary>Adds the pages.</summary>
    public static void MapInstalls(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/slack").AddEndpointFilter(Page.GuardAsync);
        pages.MapGet("/install", Begin);
        pages.MapGet("/oauth/callback", FinishAsync);
    }

    private static IResult Begin(HttpContext context, Needs needs)
    {
        if (!needs.Options.Value.HasInstalls)
        {
            return Page.Say(ReaderLanguage.Of(context.Request), "Nothing to install here", "This service looks after workspaces that were set up by hand: neither Slack:ClientId nor Slack:ClientSecret is set.", StatusCodes.Status404NotFound);
        }

        if (Callback(needs) is not { } callback)
        {
            return Page.Say(ReaderLanguage.Of(context.Request), "Not yet", "Whoever runs this service has to set Host:PublicUrl first: Slack has to know where to send you back.", StatusCodes.Status503ServiceUnavailable);
        }

        var (state, cookie) = needs.State.Begin();
        context.Response.Cookies.Append(Cookie, cookie, CookieFor(needs, InstallState.Lifetime));
        return Results.Redirect(needs.OAuth.AuthorizeAddress(state, callback).AbsoluteUri);
    }

    private static async Task<IResult> FinishAsync(
        HttpContext context, Needs needs, ILoggerFactory logging, string? code = null, string? state = null, string? error = null)
    {
        if (!needs.Options.Value.HasInstalls || Callback(needs) is not { } callback)
        {
            return Page.Say(ReaderLanguage.Of(context.Request), "Nothing to install here", "This service was not asked to install anything.", StatusCodes.Status404NotFound);
        }

        switch (needs.State.Read(state, context.Request.Cookies[Cookie]))
        {
            case InstallStateReading.Foreign:
                return Again(context, "This did not begin here", "The installation was begun in another browser, or its link was changed on the way. Nothing was installed.", StatusCodes.Status400BadRequest);
            case InstallStateReading.Expired:
                return Again(context, "That took a little long", "An installation has to be finished within ten minutes. Nothing was installed.", StatusCodes.Status410Gone);
            case InstallStateReading.Valid valid when !await needs.Used.TryAddAsync(valid.Id, valid.Expires, context.RequestAborted):
                return Again(context, "This was used before", "Each installation is finished once. If BotCoach is not there yet, begin again.", StatusCodes.Status410Gone);
        }

        context.Response.Cookies.Delete(Cookie, CookieFor(needs, lifetime: null));
        if (error is not null || code is null)
        {
            return Again(context, "Nothing was installed", "You, or Slack, said no. That is fine; everything is as it was.", StatusCodes.Status200OK);
        }

        // Not given up with the browser: the code is used up once Slack has it.
        var (installation, problem) = await needs.OAuth.ExchangeAsync(code, callback, CancellationToken.None);
        if (installation is null)
        {
            Log.Refused(logging.CreateLogger(typeof(InstallPages)), problem);
            return Again(context, "Slack did not go along", "The installation could not be finished, and nothing was installed. Please begin again in a moment.", StatusCodes.Status502BadGateway);
        }

        await needs.Installing.TakeUpAsync(installation, CancellationToken.None);
        return Installed(context, installation);
    }

    private static IResult Installed(HttpContext context, SlackInstallation installation)
    {
        var place = installation.Name ?? "your workspace";
        return Page.Show(ReaderLanguage.Of(context.Request), $"BotCoach is installed in {place}", Html.Of($"""
            <div class="note">
            <h1>BotCoach is installed in {place}</h1>
            <p>It has written to you in Slack with the next steps. Nothing is sent to anybody until they choose.</p>
            <h2>If you remove it</h2>
            <p>Removing the app ends everything at once. Thirty days later all that is kept about the people of {place} is erased; installing it again before then brings everything back.</p>
            <p><a href="https://app.slack.com/client/{installation.Workspace}">Open Slack</a></p>
            </div>
            """));
    }

    private static IResult Again(HttpContext context, string title, string text, int status) => Page.Show(
        ReaderLanguage.Of(context.Request), title, Html.Of($"""<div class="note"><h1>{title}</h1><p>{text}</p><p><a href="{BeginPath}">Begin again</a></p></div>"""), status);

    private static Uri? Callback(Needs needs) => needs.Address.Current is { } start ? new Uri(start, CallbackPath) : null;

    // Lax: Slack sends the browser back by a link, and the cookie has to come along.
    private static CookieOptions CookieFor(Needs needs, TimeSpan? lifetime) => new()
    {
        Path = "/slack/oauth",
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = needs.Address.IsHttps,
        MaxAge = lifetime,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Slack did not finish an installation: {Problem}.")]
        public static partial void Refused(ILogger logger, string problem);
    }
}
