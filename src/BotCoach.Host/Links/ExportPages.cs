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

    private static async Task<IResult> ShowAsync(HttpContext context) =>
        await Sessions.PersonAsync(context, OneTimePage.Export) is null ? LinkPages.SignInFirst(OneTimePage.Export) : Page.Show(
            Language.Of(null), "A copy of everything about you",
            Html.Of($"""
                <div class="note">
                <h1>A copy of everything about you</h1>
                <p>Your plan, your answers, your meetings with all their notes, and what is counted in your groups' figures. The files are made when you take them.</p>
                <ul class="files">
                <li><a href="{_path}/botcoach.md" download>To read</a> <span>Markdown, in words</span></li>
                <li><a href="{_path}/botcoach.json" download>For machines</a> <span>JSON, every row as it is stored</span></li>
                </ul>
                <p>This page closes fifteen minutes after you opened it. To erase everything, write /coach forget me in the chat.</p>
                </div>
                """),
            signOut: $"{_path}/sign-out");

    private static async Task<IResult> SaveAsync(
        HttpContext context, Export export, TimeProvider clock, string extension, string type, Func<PersonalExport, string> content)
    {
        if (await Sessions.PersonAsync(context, OneTimePage.Export) is not PersonAddress person)
        {
            return LinkPages.SignInFirst(OneTimePage.Export);
        }

        var made = await export.MakeAsync(person, context.RequestAborted);
        var name = string.Create(CultureInfo.InvariantCulture, $"botcoach-{clock.GetUtcNow():yyyy-MM-dd}.{extension}");
        return Results.File(Encoding.UTF8.GetBytes(content(made)), type, name);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await Sessions.SignOutAsync(context, OneTimePage.Export);
        return Page.Say(Language.Of(null), "You are signed out", "Write /coach export in the chat to come back.", StatusCodes.Status200OK);
    }
}
