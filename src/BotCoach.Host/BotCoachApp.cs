using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Slack;
using BotCoach.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace BotCoach.Host;

/// <summary>The whole service, put together.</summary>
public static class BotCoachApp
{
    // The Bot Framework's customary port, so that its tools find the service without being told.
    private const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>
    /// Opens the store and puts the service together. The store comes first: the number of shards, and so the jobs, are
    /// kept in it.
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes the services before they are built; a test moves the clock here.</param>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        // A service that cannot be made is found at the start, not when the first person needs it.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

        var scheduling = Configured.Read<SchedulingOptions>(builder.Configuration, SchedulingOptions.Section);
        var store = OpenStore(builder);
        await store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
        var shards = await ShardCount.ReadOrKeepAsync(store, scheduling.Shards, CancellationToken.None);

        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ITableStore>(_ => store)
            .AddSingleton(shards)
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(scheduling))
            .AddSingleton<ChatChannels>()
            .AddSlack(builder.Configuration)
            .AddCoaching()
            .AddScheduling(shards, scheduling)
            .AddSingleton<SetUp>()
            .AddHostedService<SetUpReport>();
        builder.Services.AddHealthChecks()
            .AddCheck<StoreHealthCheck>("store", tags: [Ready]);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapSlack();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReply.WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = HealthReply.WriteAsync,
        });
        app.MapGet("/", StartPage.Show);
        return app;
    }

    private const string Ready = "ready";

    private static SqliteTableStore OpenStore(WebApplicationBuilder builder)
    {
        var storage = Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
        var path = storage.Sqlite.Path == ":memory:"
            ? storage.Sqlite.Path
            : Path.Combine(builder.Environment.ContentRootPath, storage.Sqlite.Path);
        return new SqliteTableStore(new SqliteTableStoreOptions { Path = path });
    }
}
