namespace BotCoach.Host;

/// <summary>
/// The page at the root: what runs here, what is set up, and what to do next. The steps are the words of the log, for whoever runs
/// the service, and English as those.
/// </summary>
internal static class StartPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1d2a26; --quiet: #5b6b65; --paper: #fbfbf8; --line: #dfe4df; --good: #1f7a4d; --open: #9a5b00; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8ede9; --quiet: #9fb0a8; --paper: #141a18; --line: #2b3531; --good: #6fd3a0; --open: #f0b45c; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
        main { max-width: 40rem; margin: 0 auto; padding: 12vh 1.5rem 4rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; letter-spacing: -.01em; }
        p { margin: 0 0 2rem; color: var(--quiet); max-width: 34rem; }
        dl { margin: 0 0 2rem; border-top: 1px solid var(--line); }
        div { border-bottom: 1px solid var(--line); padding: .9rem 0; display: grid; grid-template-columns: 10rem 1fr; gap: .25rem 1rem; }
        dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
        dd strong { color: var(--good); font-weight: 600; } dd.open strong { color: var(--open); }
        a { color: inherit; } code { font-size: .95em; }
        @media (max-width: 30rem) { div { grid-template-columns: 1fr; } main { padding-top: 3rem; } }
        """;

    public static IResult Show(SetUp setUp, HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";
        var language = ReaderLanguage.Of(context.Request);
        var texts = PageTexts.In(language);
        var steps = setUp.Steps.Select(step => step.IsDone
            ? Html.Of($"""<div><dt lang="en">{step.Name}</dt><dd><strong>{texts.Ready}</strong><br><span lang="en">{step.Says}</span></dd></div>""")
            : Html.Of($"""<div><dt lang="en">{step.Name}</dt><dd class="open"><strong>{texts.NotSetUp}</strong><br><span lang="en">{step.Says}</span></dd></div>"""));
        var body = Html.Of($"""
            <h1>{texts.IsRunning}</h1>
            <p>{texts.WhatItIs}</p>
            <dl>{steps}</dl>
            <p>{texts.StateForMachines} <a href="/health/ready"><code>/health/ready</code></a>, <a href="/health/live"><code>/health/live</code></a></p>
            """);
        return Results.Content($"""
            <!doctype html>
            <html lang="{language.Tag}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>BotCoach</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            {body}
            </main>
            </body>
            </html>
            """, "text/html; charset=utf-8");
    }
}
