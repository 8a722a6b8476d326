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
            Page.Show(
                VisitorOf(context).Language,
                InsightsTexts.In(VisitorOf(context).Language).WhatHelpsYourGroups,
                (await reading.OverviewAsync(VisitorOf(context), weeks, context.RequestAborted)).ToHtml(),
                signOut: _signOut));
        pages.MapGet("/overview.csv", async (HttpContext context, Reading reading, string? weeks) =>
            await reading.OverviewAsync(VisitorOf(context), weeks, context.RequestAborted) is { Latest: { } week } overview
                ? Results.File(overview.Table(week).ToCsv(), Csv, $"insights-{week}.csv")
                : Unknown(VisitorOf(context).Language));
        pages.MapGet("/groups/{id}", async (HttpContext context, Reading reading, string id, string? weeks) =>
            await reading.OfGroupAsync(VisitorOf(context), id, weeks, context.RequestAborted) is { } group
                ? Page.Show(group.Language, group.Name, group.ToHtml(), signOut: _signOut)
                : Unknown(VisitorOf(context).Language));
        pages.MapGet("/groups/{id}/weeks.csv", async (HttpContext context, Reading reading, string id, string? weeks) =>
            await reading.OfGroupAsync(VisitorOf(context), id, weeks, context.RequestAborted) is { } group
                ? Results.File(group.Weeks.ToCsv(), Csv, "insights-weeks.csv")
                : Unknown(VisitorOf(context).Language));
        pages.MapGet("/groups/{id}/practices.csv", async (HttpContext context, Reading reading, string id, string? weeks) =>
            await reading.OfGroupAsync(VisitorOf(context), id, weeks, context.RequestAborted) is { } group
                ? Results.File(group.Practices.ToCsv(), Csv, "insights-practices.csv")
                : Unknown(VisitorOf(context).Language));
    }

    private static async ValueTask<object?> LetLeadsInAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (await Sessions.PersonAsync(context, OneTimePage.Insights) is not PersonAddress person)
        {
            return LinkPages.SignInFirst(context.Request, OneTimePage.Insights);
        }

        var language = await context.RequestServices.GetRequiredService<VisitorLanguage>().OfAsync(person, context.Request);

        if (!await context.RequestServices.GetRequiredService<Leads>().IsLeadAsync(person, context.RequestAborted))
        {
            await Sessions.SignOutAsync(context, OneTimePage.Insights);
            var texts = InsightsTexts.In(language);
            return Page.Say(language, texts.OnlyForLeads, texts.AnotherLeadCanNameYou, StatusCodes.Status403Forbidden);
        }

        context.Features.Set(new Visitor(person.Home, language));
        return await next(invocation);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, VisitorLanguage languages)
    {
        var language = await languages.OfSessionAsync(context, OneTimePage.Insights);
        await Sessions.SignOutAsync(context, OneTimePage.Insights);
        return Page.Say(language, LinkPageTexts.In(language).SignedOut, LinkPageTexts.In(language).BackToInsights, StatusCodes.Status200OK);
    }

    private static IResult Unknown(Language language)
    {
        var texts = InsightsTexts.In(language);
        return Page.Show(language, texts.NothingHere, Html.Of($"""
            <div class="note"><h1>{texts.NothingHere}</h1><p>{texts.PerhapsDeleted} <a href="{Path}">{texts.BackToAllGroups}</a></p></div>
            """), StatusCodes.Status404NotFound, _signOut);
    }

    private static Visitor VisitorOf(HttpContext context) => context.Features.Get<Visitor>()!;

    /// <summary>A lead who looks at a page.</summary>
    /// <param name="Home">Their workspace.</param>
    /// <param name="Language">The language in which they read.</param>
    internal sealed record Visitor(WorkspaceAddress Home, Language Language);

    /// <summary>Reads what the pages show.</summary>
    internal sealed class Reading(GroupsTable groups, InsightsTable insights, PracticeCatalogue catalogue, TimeProvider clock)
    {
        /// <summary>All groups.</summary>
        public async Task<OverviewPage> OverviewAsync(Visitor visitor, string? weeks, CancellationToken cancellationToken)
        {
            var span = WeekSpan.Read(weeks, clock.GetUtcNow());
            var known = groups.GroupsAsync(visitor.Home, cancellationToken);
            var figures = insights.OverviewAsync(visitor.Home, span.First, span.Last, cancellationToken);
            return new OverviewPage(visitor.Language, await known, await figures, span);
        }

        /// <summary>One group; null when the workspace has none of that id.</summary>
        public async Task<GroupPage?> OfGroupAsync(Visitor visitor, string id, string? weeks, CancellationToken cancellationToken)
        {
            var (home, language) = visitor;
            var name = id == InsightsTable.Everyone
                ? InsightsTexts.In(language).Everyone
                : (await groups.GroupsAsync(home, cancellationToken)).FirstOrDefault(group => group.Id == id)?.Name;
            var span = WeekSpan.Read(weeks, clock.GetUtcNow());
            return name is null ? null : new GroupPage(language, id, name, await insights.OfGroupAsync(home, id, span.First, span.Last, cancellationToken), span, catalogue.In(language));
        }
    }
}
