using BotCoach.Chat;
using Microsoft.Net.Http.Headers;

namespace BotCoach.Host;

/// <summary>The language of a page for somebody of whom nothing is known but what their browser asks for.</summary>
internal static class ReaderLanguage
{
    /// <summary>
    /// The one that the browser likes best of those that are spoken, and English when it names none of them (RFC 9110,
    /// 12.5.4: the higher the weight the better, and 0 means not at all; the order decides between equals).
    /// </summary>
    public static Language Of(HttpRequest request)
    {
        var wished = StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var values) ? values : [];
        return wished
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Language.Find(wish.Value.Value))
            .FirstOrDefault(language => language is not null) ?? Language.Of(null);
    }
}
