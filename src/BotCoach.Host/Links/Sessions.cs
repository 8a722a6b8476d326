using System.Security.Claims;
using BotCoach.Chat;
using BotCoach.Coaching;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BotCoach.Host;

/// <summary>
/// Who looks at a page: a cookie for each kind of page, encrypted by the key ring, that only that page's addresses get. It
/// says who somebody is and nothing about what they may see; that is asked anew at each request.
/// </summary>
internal static class Sessions
{
    private const string Channel = "channel";
    private const string Workspace = "workspace";
    private const string Person = "person";

    /// <summary>Adds the sessions of all pages.</summary>
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        var authentication = services.AddAuthentication();
        Add(OneTimePage.Insights, TimeSpan.FromHours(8));
        Add(OneTimePage.Export, TimeSpan.FromMinutes(15));
        return services;

        void Add(OneTimePage page, TimeSpan lifetime)
        {
            authentication.AddCookie(SchemeOf(page));
            services.AddOptions<CookieAuthenticationOptions>(SchemeOf(page)).Configure<PublicAddress>((cookie, address) =>
            {
                cookie.ExpireTimeSpan = lifetime;
                cookie.SlidingExpiration = false;
                cookie.Cookie.Name = $"botcoach-{page.ToString().ToLowerInvariant()}";
                cookie.Cookie.Path = PathOf(page);
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.IsEssential = true;

                // Lax and not Strict: a bookmark that is shared in chat is to find its reader signed in.
                cookie.Cookie.SameSite = SameSiteMode.Lax;

                // TLS may end before this service, so what the request came by says nothing.
                cookie.Cookie.SecurePolicy = address.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            });
        }
    }

    /// <summary>Where a page is.</summary>
    public static string PathOf(OneTimePage page) => page is OneTimePage.Insights ? "/insights" : "/export";

    /// <summary>Who is signed in to a page; null for nobody.</summary>
    public static async Task<PersonAddress?> PersonAsync(HttpContext context, OneTimePage page)
    {
        var claims = (await context.AuthenticateAsync(SchemeOf(page))).Principal;
        return claims?.FindFirstValue(Channel) is { } channel && claims.FindFirstValue(Workspace) is { } workspace && claims.FindFirstValue(Person) is { } person
            ? new PersonAddress(channel, workspace, person)
            : null;
    }

    /// <summary>Signs somebody in.</summary>
    public static Task SignInAsync(HttpContext context, OneTimePage page, PersonAddress person)
    {
        Claim[] claims = [new(Channel, person.Channel), new(Workspace, person.Workspace), new(Person, person.Person)];
        return context.SignInAsync(
            SchemeOf(page), new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeOf(page))), new AuthenticationProperties { AllowRefresh = false });
    }

    /// <summary>Signs somebody out.</summary>
    public static Task SignOutAsync(HttpContext context, OneTimePage page) => context.SignOutAsync(SchemeOf(page));

    private static string SchemeOf(OneTimePage page) => page.ToString();
}
