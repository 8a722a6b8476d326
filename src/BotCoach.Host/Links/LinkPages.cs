using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>
/// What a link opens: a page with one button. Programs that look at links before people do see it and change nothing; the
/// button is what signs in.
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
    public static IResult SignInFirst(OneTimePage page) => Page.Say(
        Language.Of(null), "Please come in through the chat", $"{AskAgain(page)} It sends you a link that opens this page.", StatusCodes.Status401Unauthorized);

    private static async Task<IResult> AskAsync(string token, OneTimeLinks links, UsedLinks used, CancellationToken cancellationToken) => links.Read(token) switch
    {
        LinkReading.Valid link when await used.ContainsAsync(link, cancellationToken) => Used(link.Page),
        LinkReading.Valid { Page: OneTimePage.Insights } => Ask("What helps your groups", "You stay signed in on this device for eight hours.", "Open insights"),
        LinkReading.Valid => Ask("A copy of everything about you", "The page stays open for fifteen minutes.", "Get my copy"),
        var refused => Refuse(refused),
    };

    private static async Task<IResult> UseAsync(string token, HttpContext context, OneTimeLinks links, UsedLinks used, CancellationToken cancellationToken)
    {
        if (links.Read(token) is not LinkReading.Valid link)
        {
            return Refuse(links.Read(token));
        }

        if (!await used.TryAddAsync(link, cancellationToken))
        {
            return Used(link.Page);
        }

        await Sessions.SignInAsync(context, link.Page, link.Person);
        context.Response.Headers.Location = Sessions.PathOf(link.Page);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Ask(string title, string text, string button) => Page.Show(Language.Of(null), title, Html.Of($"""
        <div class="note"><h1>{title}</h1><p>{text}</p><form method="post"><button class="primary">{button}</button></form></div>
        """));

    private static IResult Used(OneTimePage page) =>
        Page.Say(Language.Of(null), "This link was used before", $"Each link works once. {AskAgain(page)}", StatusCodes.Status410Gone);

    private static IResult Refuse(LinkReading reading) => reading is LinkReading.Expired { Page: var page }
        ? Page.Say(Language.Of(null), "This link is too old", $"Links live for ten minutes. {AskAgain(page)}", StatusCodes.Status410Gone)
        : Page.Say(Language.Of(null), "This link does not work", "Perhaps a part of it is missing. Write /coach insights or /coach export in the chat for a new one.", StatusCodes.Status404NotFound);

    private static string AskAgain(OneTimePage page) =>
        page is OneTimePage.Insights ? "Write /coach insights in the chat." : "Write /coach export in the chat.";
}
