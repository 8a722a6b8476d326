using BotCoach.Slack;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Puts installations by workspaces together.</summary>
internal static class InstallServices
{
    /// <summary>Adds what an installation needs, and the tokens of those that there are where workspaces install the app themselves.</summary>
    public static IServiceCollection AddInstalls(this IServiceCollection services, SlackOptions options)
    {
        if (options.HasInstalls)
        {
            services.AddSingleton<ISlackInstallations>(provider => provider.GetRequiredService<Installations>());
        }

        return services
            .AddSingleton<InstallationsTable>()
            .AddSingleton<TokenRotation>()
            .AddSingleton<Installations>()
            .AddSingleton<Installing>()
            .AddSingleton<InstallState>()
            .AddSingleton(provider => new InstallPages.Needs(
                provider.GetRequiredService<SlackOAuth>(),
                provider.GetRequiredService<InstallState>(),
                provider.GetRequiredService<UsedLinks>(),
                provider.GetRequiredService<Installing>(),
                provider.GetRequiredService<PublicAddress>(),
                provider.GetRequiredService<IOptions<SlackOptions>>()));
    }
}
