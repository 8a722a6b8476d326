using System.Security.Cryptography;
using System.Text;
using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>The frame that every page of figures and files stands in, and what browsers are told about it.</summary>
internal static class Page
{
    private static readonly string _style = ReadStyle();

    // One style, told by its hash, and nothing else: no script, no picture, nobody else's address.
    private static readonly string _policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(_style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Makes a page.</summary>
    /// <param name="language">The language of its words.</param>
    /// <param name="title">What the page is, first in the browser's tab.</param>
    /// <param name="body">What stands in it.</param>
    /// <param name="status">The status to answer with.</param>
    /// <param name="signOut">Where to sign out; null when nobody is signed in.</param>
    public static IResult Show(Language language, string title, Html body, int status = StatusCodes.Status200OK, string? signOut = null) =>
        Results.Content(Write(language, title, body, signOut), "text/html; charset=utf-8", Encoding.UTF8, status);

    /// <summary>A page that says one thing.</summary>
    public static IResult Say(Language language, string title, string text, int status) =>
        Show(language, title, Html.Of($"""<div class="note"><h1>{title}</h1><p>{text}</p></div>"""), status);

    /// <summary>Tells browsers to load nothing but the one style, and that nobody is to list the page; <see cref="AnswerHeaders"/> tells the rest.</summary>
    public static ValueTask<object?> GuardAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var headers = invocation.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex";
        return next(invocation);
    }

    // The style goes in as it is: its hash must match to the byte.
    private static string Write(Language language, string title, Html body, string? signOut)
    {
        var texts = PageTexts.In(language);
        var leave = signOut is null ? Html.None : Html.Of($"""<form method="post" action="{signOut}"><button class="quiet">{texts.SignOut}</button></form>""");
        return Html.Of($"""
            <!doctype html>
            <html lang="{language.Tag}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · BotCoach</title>
            """) + $"<style>{_style}</style>" + Html.Of($"""
            </head>
            <body>
            <a class="skip" href="#content">{texts.SkipToContent}</a>
            <header class="top"><span class="brand">BotCoach</span>{leave}</header>
            <main id="content">
            {body}
            </main>
            </body>
            </html>
            """);
    }

    private static string ReadStyle()
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream("pages.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
