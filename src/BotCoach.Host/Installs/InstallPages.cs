using BotCoach.Chat;
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
        var language = ReaderLanguage.Of(context.Request);
        var texts = InstallTexts.In(language);
        if (!needs.Options.Value.HasInstalls)
        {
            return Page.Say(language, texts.NothingToInstall, texts.SetUpByHand, StatusCodes.Status404NotFound);
        }

        if (Callback(needs) is not { } callback)
        {
            return Page.Say(language, texts.NotYet, texts.NoAddress, StatusCodes.Status503ServiceUnavailable);
        }

        var (state, cookie) = needs.State.Begin();
        context.Response.Cookies.Append(Cookie, cookie, CookieFor(needs, InstallState.Lifetime));
        return Results.Redirect(needs.OAuth.AuthorizeAddress(state, callback).AbsoluteUri);
    }

    private static async Task<IResult> FinishAsync(
        HttpContext context, Needs needs, ILoggerFactory logging, string? code = null, string? state = null, string? error = null)
    {
        var language = ReaderLanguage.Of(context.Request);
        var texts = InstallTexts.In(language);
        if (!needs.Options.Value.HasInstalls || Callback(needs) is not { } callback)
        {
            return Page.Say(language, texts.NothingToInstall, texts.NotAsked, StatusCodes.Status404NotFound);
        }

        switch (needs.State.Read(state, context.Request.Cookies[Cookie]))
        {
            case InstallStateReading.Foreign:
                return Again(language, texts.BegunElsewhere, texts.BegunElsewhereText, StatusCodes.Status400BadRequest);
            case InstallStateReading.Expired:
                return Again(language, texts.TookTooLong, texts.TookTooLongText, StatusCodes.Status410Gone);
            case InstallStateReading.Valid valid when !await needs.Used.TryAddAsync(valid.Id, valid.Expires, context.RequestAborted):
                return Again(language, texts.UsedBefore, texts.UsedBeforeText, StatusCodes.Status410Gone);
        }

        context.Response.Cookies.Delete(Cookie, CookieFor(needs, lifetime: null));
        if (error is not null || code is null)
        {
            return Again(language, texts.NothingInstalled, texts.SaidNo, StatusCodes.Status200OK);
        }

        // Not given up with the browser: the code is used up once Slack has it.
        var (installation, problem) = await needs.OAuth.ExchangeAsync(code, callback, CancellationToken.None);
        if (installation is null)
        {
            Log.Refused(logging.CreateLogger(typeof(InstallPages)), problem);
            return Again(language, texts.SlackRefused, texts.SlackRefusedText, StatusCodes.Status502BadGateway);
        }

        await needs.Installing.TakeUpAsync(installation, CancellationToken.None);
        return Installed(language, installation);
    }

    private static IResult Installed(Language language, SlackInstallation installation)
    {
        var texts = InstallTexts.In(language);
        var place = installation.Name ?? texts.YourWorkspace;
        return Page.Show(language, texts.InstalledIn(place), Html.Of($"""
            <div class="note">
            <h1>{texts.InstalledIn(place)}</h1>
            <p>{texts.HasWritten}</p>
            <h2>{texts.IfRemoved}</h2>
            <p>{texts.WhatRemovingMeans(place)}</p>
            <p><a href="https://app.slack.com/client/{installation.Workspace}">{texts.OpenSlack}</a></p>
            </div>
            """));
    }

    private static IResult Again(Language language, string title, string text, int status) => Page.Show(
        language, title, Html.Of($"""<div class="note"><h1>{title}</h1><p>{text}</p><p><a href="{BeginPath}">{InstallTexts.In(language).BeginAgain}</a></p></div>"""), status);

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
