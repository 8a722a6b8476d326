using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>
/// What a programme lead sees. The workspace comes from the session and from nowhere else, and whether somebody leads is
/// asked at each request.
/// </summary>
internal static class InsightsPages
{
    /// <summary>Where the overview is.</summary>
    public static string Path { get; } = Sessions.PathOf(OneTimePage.Insights);

    private const string Csv = "text/csv; charset=utf-8";

    private static readonly string _signOut = $"{Path}/sign-out";

    /// <summary>Where the page of a group is.</summary>
    public static string GroupPath(string group) => $"{Path}/groups/{Uri.EscapeDataString(group)}";

    /// <summary>Adds the pages.</summary>
    public static void MapInsights(this IEndpointRouteBuilder routes)
    {
        var guarded = routes.MapGroup(Path).AddEndpointFilter(Page.GuardAsync);
        guarded.MapPost("/sign-out", (Delegate)SignOutAsync);
        var pages = guarded.MapGroup("").AddEndpointFilter(LetLeadsInAsync);
        pages.MapGet("", async (HttpContext context, Reading reading, string? weeks) =>
            Page.Show(Language.Of(null), "What helps your groups", (await reading.OverviewAsync(HomeOf(context), weeks, context.RequestAborted)).ToHtml(), signOut: _signOut));
        pages.MapGet("/overview.csv", async (HttpContext context, Reading reading, string? weeks) =>
            await reading.OverviewAsync(HomeOf(context), weeks, context.RequestAborted) is { Latest: { } week } overview
                ? Results.File(overview.Table(week).ToCsv(), Csv, $"insights-{week}.csv")
                : Unknown());
        pages.MapGet("/groups/{id}", async (HttpContext context, Reading reading, string id, string? weeks) =>
            await reading.OfGroupAsync(HomeOf(context), id, weeks, context.RequestAborted) is { } group
                ? Page.Show(Language.Of(null), group.Name, group.ToHtml(), signOut: _signOut)
                : Unknown());
        pages.MapGet("/groups/{id}/weeks.csv", async (HttpContext context, Reading reading, string id, string? weeks) =>
            await reading.OfGroupAsync(HomeOf(context), id, weeks, context.RequestAborted) is { } group
                ? Results.File(group.Weeks.ToCsv(), Csv, "insights-weeks.csv")
                : Unknown());
        pages.MapGet("/groups/{id}/practices.csv", async (HttpContext context, Reading reading, string id, string? weeks) =>
            await reading.OfGroupAsync(HomeOf(context), id, weeks, context.RequestAborted) is { } group
                ? Results.File(group.Practices.ToCsv(), Csv, "insights-practices.csv")
                : Unknown());
    }

    private static async ValueTask<object?> LetLeadsInAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (await Sessions.PersonAsync(context, OneTimePage.Insights) is not PersonAddress person)
        {
            return LinkPages.SignInFirst(OneTimePage.Insights);
        }

        if (!await context.RequestServices.GetRequiredService<Leads>().IsLeadAsync(person, context.RequestAborted))
        {
            await Sessions.SignOutAsync(context, OneTimePage.Insights);
            return Page.Say(
                Language.Of(null), "This page is for programme leads", "You are none at the moment. Another lead can name you with /coach lead add in the chat.", StatusCodes.Status403Forbidden);
        }

        context.Features.Set(new Visitor(person.Home));
        return await next(invocation);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await Sessions.SignOutAsync(context, OneTimePage.Insights);
        return Page.Say(Language.Of(null), "You are signed out", "Write /coach insights in the chat to come back.", StatusCodes.Status200OK);
    }

    private static IResult Unknown() => Page.Show(Language.Of(null), "Nothing here", Html.Of($"""
        <div class="note"><h1>Nothing here</h1><p>Perhaps the group was deleted. <a href="{Path}">All groups</a> are a step back.</p></div>
        """), StatusCodes.Status404NotFound, _signOut);

    private static WorkspaceAddress HomeOf(HttpContext context) => context.Features.Get<Visitor>()!.Home;

    private sealed record Visitor(WorkspaceAddress Home);

    /// <summary>Reads what the pages show.</summary>
    internal sealed class Reading(GroupsTable groups, InsightsTable insights, PracticeCatalogue catalogue, TimeProvider clock)
    {
        /// <summary>All groups.</summary>
        public async Task<OverviewPage> OverviewAsync(WorkspaceAddress home, string? weeks, CancellationToken cancellationToken)
        {
            var span = WeekSpan.Read(weeks, clock.GetUtcNow());
            var known = groups.GroupsAsync(home, cancellationToken);
            var figures = insights.OverviewAsync(home, span.First, span.Last, cancellationToken);
            return new OverviewPage(await known, await figures, span);
        }

        /// <summary>One group; null when the workspace has none of that id.</summary>
        public async Task<GroupPage?> OfGroupAsync(WorkspaceAddress home, string id, string? weeks, CancellationToken cancellationToken)
        {
            var name = id == InsightsTable.Everyone ? "Everyone" : (await groups.GroupsAsync(home, cancellationToken)).FirstOrDefault(group => group.Id == id)?.Name;
            var span = WeekSpan.Read(weeks, clock.GetUtcNow());
            return name is null ? null : new GroupPage(id, name, await insights.OfGroupAsync(home, id, span.First, span.Last, cancellationToken), span, catalogue);
        }
    }
}
