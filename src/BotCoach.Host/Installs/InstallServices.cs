using BotCoach.Chat;
using BotCoach.Slack;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Puts installations by workspaces together.</summary>
internal static class InstallServices
{
    /// <summary>
    /// Adds what an installation needs, and, where workspaces install the app themselves, the tokens of those that did. The coach
    /// is to be there already.
    /// </summary>
    public static IServiceCollection AddInstalls(this IServiceCollection services, SlackOptions options)
    {
        if (options.HasInstalls)
        {
            services
                .AddSingleton<ISlackInstallations>(provider => provider.GetRequiredService<Installations>())
                .Replace(ServiceDescriptor.Singleton<IWorkspaceNoticeHandler, InstallNotices>());
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
