using BotCoach.Chat;
using BotCoach.Slack;
using BotCoach.Teams;
using Microsoft.Extensions.Options;

namespace BotCoach.Host;

/// <summary>Looks at everything that the service needs, one after the other, and goes on when something is wrong.</summary>
/// <param name="builder">The service's configuration.</param>
/// <param name="configure">Changes the services; a test moves the clock here.</param>
internal sealed class Doctor(WebApplicationBuilder builder, Action<IServiceCollection>? configure = null)
{
    // Reaching others may take this long for each; those that answer do it at once.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>Examines everything.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [.. SettingsExamination.Look(builder.Configuration)];
        await using var services = Services();
        findings.AddRange(await StoreExamination.LookAsync(builder, cancellationToken));
        findings.AddRange(await ClusterExamination.LookAsync(builder.Configuration, cancellationToken));
        foreach (var channel in services.GetServices<IChannelDiagnosis>())
        {
            findings.AddRange(await LookAsync(channel, cancellationToken));
        }

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = _patience };
        findings.AddRange(await new ReachExamination(http, builder.Configuration, builder.Environment).LookAsync(cancellationToken));
        // What is wrong with a setting is found by everyone who reads it.
        return [.. findings.DistinctBy(finding => finding.Says)];
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostEnvironment>(builder.Environment)
            .AddSlack(builder.Configuration)
            .AddTeams(builder.Configuration);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(IChannelDiagnosis channel, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.LookAsync(cancellationToken);
        }
        catch (OptionsValidationException invalid)
        {
            return [.. invalid.Failures.Select(failure => Finding.Wrong(SettingsExamination.Subject, failure))];
        }
    }
}
