using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>The language of a page for whoever looks at it. It is read for each page, so that a change in the chat is seen at once.</summary>
internal sealed class VisitorLanguage(People people)
{
    /// <summary>The one in which the coach writes to the person; the one that the browser asks for where the coach does not know them.</summary>
    public async Task<Language> OfAsync(PersonAddress person, HttpRequest request) =>
        await people.FindLanguageAsync(person, request.HttpContext.RequestAborted) ?? ReaderLanguage.Of(request);

    /// <summary>The one of whoever is signed in to a page; the one that the browser asks for where nobody is.</summary>
    public async Task<Language> OfSessionAsync(HttpContext context, OneTimePage page) =>
        await Sessions.PersonAsync(context, page) is PersonAddress person ? await OfAsync(person, context.Request) : ReaderLanguage.Of(context.Request);
}
