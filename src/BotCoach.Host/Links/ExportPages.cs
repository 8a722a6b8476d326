using System.Globalization;
using System.Text;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The page where somebody gets a copy of everything about them.</summary>
internal static class ExportPages
{
    private static readonly string _path = Sessions.PathOf(OneTimePage.Export);

    /// <summary>Adds the pages.</summary>
    public static void MapExport(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(_path).AddEndpointFilter(Page.GuardAsync);
        pages.MapPost("/sign-out", (Delegate)SignOutAsync);
        pages.MapGet("", (Delegate)ShowAsync);
        pages.MapGet("/botcoach.md", (HttpContext context, Export export, TimeProvider clock) =>
            SaveAsync(context, export, clock, "md", "text/markdown; charset=utf-8", made => made.Text));
        pages.MapGet("/botcoach.json", (HttpContext context, Export export, TimeProvider clock) =>
            SaveAsync(context, export, clock, "json", "application/json; charset=utf-8", made => made.Json));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, VisitorLanguage languages)
    {
        if (await Sessions.PersonAsync(context, OneTimePage.Export) is not PersonAddress person)
        {
            return LinkPages.SignInFirst(context.Request, OneTimePage.Export);
        }

        var language = await languages.OfAsync(person, context.Request);
        var texts = LinkPageTexts.In(language);
        return Page.Show(
            language,
            texts.EverythingAboutYou,
            Html.Of($"""
                <div class="note">
                <h1>{texts.EverythingAboutYou}</h1>
                <p>{texts.WhatIsInTheCopy}</p>
                <ul class="files">
                <li><a href="{_path}/botcoach.md" download>{texts.ToRead}</a> <span>{texts.InWords}</span></li>
                <li><a href="{_path}/botcoach.json" download>{texts.ForMachines}</a> <span>{texts.EveryRow}</span></li>
                </ul>
                <p>{texts.HowItEnds}</p>
                </div>
                """),
            signOut: $"{_path}/sign-out");
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, Export export, TimeProvider clock, string extension, string type, Func<PersonalExport, string> content)
    {
        if (await Sessions.PersonAsync(context, OneTimePage.Export) is not PersonAddress person)
        {
            return LinkPages.SignInFirst(context.Request, OneTimePage.Export);
        }

        var made = await export.MakeAsync(person, context.RequestAborted);
        var name = string.Create(CultureInfo.InvariantCulture, $"botcoach-{clock.GetUtcNow():yyyy-MM-dd}.{extension}");
        return Results.File(Encoding.UTF8.GetBytes(content(made)), type, name);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, VisitorLanguage languages)
    {
        var language = await languages.OfSessionAsync(context, OneTimePage.Export);
        await Sessions.SignOutAsync(context, OneTimePage.Export);
        return Page.Say(language, LinkPageTexts.In(language).SignedOut, LinkPageTexts.In(language).BackToExport, StatusCodes.Status200OK);
    }
}
