using BotCoach.Chat;
using Microsoft.AspNetCore.Http;

namespace BotCoach.Host.Tests;

public sealed class ReaderLanguageTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("es", "es")]
    [InlineData("es-MX,es;q=0.9,en;q=0.8", "es")]
    [InlineData("en-GB,es;q=0.9", "en")]
    [InlineData("en;q=0.2, es-419;q=0.7", "es")]
    [InlineData("fi-FI,fi;q=0.9,es;q=0.5,en;q=0.3", "es")]
    [InlineData("fi, sv", "en")]
    [InlineData("es;q=0", "en")]
    [InlineData("es;q=0, *", "en")]
    [InlineData("*", "en")]
    [InlineData("EST", "en")]
    [InlineData("es;q=much;;,\"", "en")]
    public void A_page_is_in_the_language_that_the_browser_likes_best_of_those_that_are_spoken(string? asked, string tag)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = asked;
        Assert.Equal(Language.Of(tag), ReaderLanguage.Of(request));
    }
}
