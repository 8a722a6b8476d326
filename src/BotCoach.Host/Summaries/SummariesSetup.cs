using BotCoach.Coaching;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BotCoach.Host;

/// <summary>Lets a language model choose key points, where one is set up.</summary>
internal static class SummariesSetup
{
    /// <summary>Puts the language model before the finder of this machine, which stays behind it.</summary>
    public static IServiceCollection AddSummaries(this IServiceCollection services, SummariesOptions options)
    {
        if (options.IsSetUp)
        {
            services
                .AddSingleton(_ => new LanguageModel(options))
                .Replace(ServiceDescriptor.Singleton<IKeyPointSource>(provider => new ModelKeyPoints(
                    provider.GetRequiredService<KeyPointFinder>(),
                    provider.GetRequiredService<LanguageModel>(),
                    options,
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILogger<ModelKeyPoints>>())));
        }

        return services;
    }
}
