using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Slack;
using BotCoach.Storage;
using BotCoach.Teams;
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
            .AddTeams(builder.Configuration)
            .AddCoaching()
            .AddScheduling(shards, scheduling)
            .AddSingleton<SetUp>()
            .AddHostedService<SetUpReport>();
        builder.Services.AddHealthChecks()
            .AddCheck<StoreHealthCheck>("store", tags: [Ready]);
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapSlack();
        app.MapTeams();
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

    /// <exception cref="ConfigurationException">The store cannot be opened as it is configured; the message names the key.</exception>
    private static ITableStore OpenStore(WebApplicationBuilder builder)
    {
        var storage = Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
        return storage.Provider is StorageProvider.AzureTables
            ? OpenAzureTables(storage.AzureTables)
            : new SqliteTableStore(new SqliteTableStoreOptions { Path = PathOf(storage.Sqlite, builder.Environment) });
    }

    private static string PathOf(StorageOptions.SqliteOptions sqlite, IWebHostEnvironment environment) =>
        sqlite.Path == SqliteTableStoreOptions.InMemory ? sqlite.Path : Path.Combine(environment.ContentRootPath, sqlite.Path);

    private static AzureTableStore OpenAzureTables(StorageOptions.AzureTablesOptions azure)
    {
        try
        {
            // Always the real clock: the service refuses a request whose date is not today's.
            return new AzureTableStore(
                new AzureTableStoreOptions { ConnectionString = azure.ConnectionString, ServiceUri = azure.ServiceUri }, TimeProvider.System);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new ConfigurationException($"{StorageOptions.Section}:AzureTables: {error.Message}", error);
        }
    }
}
