using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>Puts the pages together.</summary>
internal static class PageServices
{
    /// <summary>Adds what the pages and the links to them need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, PublicAddressOptions address) => services
        .AddSingleton(Microsoft.Extensions.Options.Options.Create(address))
        .AddSingleton<PublicAddress>()
        .AddSingleton<OneTimeLinks>()
        .AddSingleton<IOneTimeLinks>(provider => provider.GetRequiredService<OneTimeLinks>())
        .AddSingleton<UsedLinks>()
        .AddSingleton<IRetainedRows>(provider => provider.GetRequiredService<UsedLinks>())
        .AddSingleton<InsightsPages.Reading>()
        .AddSingleton<VisitorLanguage>()
        .AddSessions();
}
