using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>
/// What a link opens: a page with one button, in the language of whom the link is for. Programs that look at links before people
/// do see it and change nothing; the button is what signs in.
/// </summary>
internal static class LinkPages
{
    /// <summary>Adds the pages.</summary>
    public static void MapLinks(this IEndpointRouteBuilder routes)
    {
        var links = routes.MapGroup(OneTimeLinks.Path).AddEndpointFilter(Page.GuardAsync);
        links.MapGet("/{token}", AskAsync);
        links.MapPost("/{token}", UseAsync);
    }

    /// <summary>Says that somebody has to ask for a link.</summary>
    public static IResult SignInFirst(HttpRequest request, OneTimePage page)
    {
        // Whoever it is, nobody knows them yet.
        var language = ReaderLanguage.Of(request);
        var texts = LinkPageTexts.In(language);
        return Page.Say(language, texts.ComeThroughTheChat, $"{AskAgain(texts, page)} {texts.LinkComes}", StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> AskAsync(
        string token, HttpRequest request, OneTimeLinks links, UsedLinks used, VisitorLanguage languages, CancellationToken cancellationToken)
    {
        var reading = links.Read(token);
        var language = await LanguageAsync(reading, request, languages);
        var texts = LinkPageTexts.In(language);
        return reading switch
        {
            LinkReading.Valid link when await used.ContainsAsync(link, cancellationToken) => Used(language, link.Page),
            LinkReading.Valid { Page: OneTimePage.Insights } => Ask(language, texts.WhatHelpsYourGroups, texts.SignedInForEightHours, texts.OpenInsights),
            LinkReading.Valid => Ask(language, texts.EverythingAboutYou, texts.OpenForFifteenMinutes, texts.GetMyCopy),
            _ => Refuse(language, reading),
        };
    }

    private static async Task<IResult> UseAsync(
        string token, HttpContext context, OneTimeLinks links, UsedLinks used, VisitorLanguage languages, CancellationToken cancellationToken)
    {
        var reading = links.Read(token);
        if (reading is not LinkReading.Valid link)
        {
            return Refuse(await LanguageAsync(reading, context.Request, languages), reading);
        }

        if (!await used.TryAddAsync(link, cancellationToken))
        {
            return Used(await LanguageAsync(reading, context.Request, languages), link.Page);
        }

        await Sessions.SignInAsync(context, link.Page, link.Person);
        context.Response.Headers.Location = Sessions.PathOf(link.Page);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<Language> LanguageAsync(LinkReading reading, HttpRequest request, VisitorLanguage languages) => reading switch
    {
        LinkReading.Valid link => await languages.OfAsync(link.Person, request),
        LinkReading.Expired link => await languages.OfAsync(link.Person, request),
        _ => ReaderLanguage.Of(request),
    };

    private static IResult Ask(Language language, string title, string text, string button) => Page.Show(language, title, Html.Of($"""
        <div class="note"><h1>{title}</h1><p>{text}</p><form method="post"><button class="primary">{button}</button></form></div>
        """));

    private static IResult Used(Language language, OneTimePage page)
    {
        var texts = LinkPageTexts.In(language);
        return Page.Say(language, texts.UsedBefore, $"{texts.WorksOnce} {AskAgain(texts, page)}", StatusCodes.Status410Gone);
    }

    private static IResult Refuse(Language language, LinkReading reading)
    {
        var texts = LinkPageTexts.In(language);
        return reading is LinkReading.Expired { Page: var page }
            ? Page.Say(language, texts.TooOld, $"{texts.LivesTenMinutes} {AskAgain(texts, page)}", StatusCodes.Status410Gone)
            : Page.Say(language, texts.DoesNotWork, texts.PartIsMissing, StatusCodes.Status404NotFound);
    }

    private static string AskAgain(LinkPageTexts texts, OneTimePage page) => page is OneTimePage.Insights ? texts.AskForInsights : texts.AskForExport;
}
