using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using static Microsoft.Extensions.Options.Options;

namespace BotCoach.Host;

/// <summary>Puts the sandbox together.</summary>
internal static class SandboxServices
{
    /// <summary>Adds the sandbox to a service in Development, and nothing anywhere else.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services, IHostEnvironment environment) =>
        environment.IsDevelopment() ? services.AddSingleton<SandboxWorlds>() : services;

    /// <summary>
    /// What a world is made from: the coach, its deliveries and its pages as they are in the service, and of the service itself
    /// nothing but where it listens, where it logs, and that it is in Development.
    /// </summary>
    public static ServiceProvider Of(IServiceProvider host, ITableStore store, TimeProvider clock, SandboxPerson visitor, IChatChannel channel)
    {
        var lead = $"{visitor.Person.Channel}:{visitor.Person.Workspace}:{visitor.Person.Person}";
        return new ServiceCollection()
            .AddSingleton(host.GetRequiredService<ILoggerFactory>())
            .AddLogging()
            .AddSingleton(host.GetRequiredService<IServer>())
            .AddSingleton(host.GetRequiredService<IHostEnvironment>())
            .AddSingleton(clock)
            // Made by the container, so that it closes it.
            .AddSingleton(_ => store)
            .AddSingleton(new ShardMap(1))
            .AddSingleton(Create(new SchedulingOptions { Shards = 1 }))
            .AddSingleton(Create(new ProgrammeOptions { Leads = lead }))
            .AddSingleton(channel)
            .AddSingleton<ChatChannels>()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddPages(host.GetRequiredService<IOptions<PublicAddressOptions>>().Value)
            .AddCoaching()
            .AddSingleton<Dispatcher>()
            .BuildServiceProvider();
    }
}
