using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Slack;
using BotCoach.Storage;
using BotCoach.Teams;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace BotCoach.Host;

/// <summary>The whole service, put together.</summary>
public static class BotCoachApp
{
    // The Bot Framework's customary port, so that its tools find the service without being told.
    internal const string DefaultUrl = "http://127.0.0.1:3978";

    /// <summary>Runs the service until it is told to stop.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="errors">Where to say, in a line, why it cannot run.</param>
    /// <returns>The exit code: 0, or 1 when it cannot run as it is set up.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (StoreCommand.IsMeant(args))
        {
            return await StoreCommand.RunAsync(args, Console.Out, errors);
        }

        if (DoctorCommand.IsMeant(args))
        {
            return await DoctorCommand.RunAsync(args, Console.Out, errors);
        }

        if (DeliveriesCommand.IsMeant(args))
        {
            return await DeliveriesCommand.RunAsync(args, Console.Out, errors);
        }

        if (DemoCommand.IsMeant(args))
        {
            return await DemoCommand.RunAsync(args, Console.Out, errors);
        }

        try
        {
            await using var app = await BuildAsync(args);
            Configured.Check(app.Services);
            await app.RunAsync();
            return 0;
        }
        catch (ConfigurationException problem)
        {
            await errors.WriteLineAsync($"BotCoach cannot start. {problem.Message}");
            return 1;
        }
        catch (ClusterUnavailableException problem)
        {
            await errors.WriteLineAsync($"BotCoach cannot start. {ClusterKey}: {problem.Message}");
            return 1;
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync($"BotCoach cannot start. {problem.Message} Is it running already? Another address is set by {WebHostDefaults.ServerUrlsKey}.");
            return 1;
        }
    }

    /// <summary>
    /// Opens the store and puts the service together. The store comes first: the number of shards, and so the jobs, are
    /// kept in it.
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes the services before they are built; a test moves the clock here.</param>
    /// <exception cref="ConfigurationException">A setting cannot be used, or the store that it names cannot.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(RequestLimits.Set);
        builder.Logging.AddDiscretion();

        // Containers are killed half a minute after they were asked to stop (Kubernetes, terminationGracePeriodSeconds).
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));

        // A service that cannot be made is found at the start, not when the first person needs it.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

        var scheduling = Configured.Read<SchedulingOptions>(builder.Configuration, SchedulingOptions.Section);
        // The channels read their sections themselves; here they are only looked through for keys that nobody would read.
        var slack = Configured.Read<SlackOptions>(builder.Configuration, SlackOptions.Section);
        Configured.Read<TeamsOptions>(builder.Configuration, TeamsOptions.Section);
        var summaries = Configured.Read<SummariesOptions>(builder.Configuration, SummariesOptions.Section);
        var storage = Configured.Read<StorageOptions>(builder.Configuration, StorageOptions.Section);
        var retention = Configured.Read<RetentionOptions>(builder.Configuration, RetentionOptions.Section);
        var address = Configured.Read<PublicAddressOptions>(builder.Configuration, PublicAddressOptions.Section);
        builder.Services.AddTelemetry(builder.Configuration);
        await CheckClusterAsync(scheduling, storage, CancellationToken.None);
        var (store, shards) = await OpenStoreAsync(builder, storage, scheduling);

        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ITableStore>(_ => store)
            .AddSingleton(shards)
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(scheduling))
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(retention))
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(Programme(builder.Configuration)))
            .AddSingleton<ChatChannels>()
            .AddKeyRing(builder)
            .AddPages(address)
            .AddCoaching()
            .AddInstalls(slack)
            .AddSlack(builder.Configuration, Ready)
            .AddTeams(builder.Configuration)
            .AddSummaries(summaries)
            .AddScheduling(shards, scheduling, NameOf(store), Ready)
            .AddSingleton<KeyWitness>()
            .AddHostedService<KeyWitnessCheck>()
            .AddSandbox(builder.Environment)
            .AddSingleton<SetUp>()
            .AddHostedService<SetUpReport>();
        builder.Services.AddHealthChecks()
            .AddCheck<StoreHealthCheck>("store", tags: [Ready])
            .AddCheck<KeyRingHealthCheck>("key ring");
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseForwardedHeaders(ForwardedFor.Options(address));
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<FailureLimit>();
        app.UseMiddleware<BrokenRequests>();
        app.MapSlack();
        app.MapTeams();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = HealthReply.WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            ResponseWriter = HealthReply.WriteAsync,
        });
        app.MapHealthChecks("/health", new HealthCheckOptions { ResponseWriter = HealthReply.WriteAsync });
        app.MapInstalls();
        app.MapSandbox();
        app.MapLinks();
        app.MapInsights();
        app.MapExport();
        return app;
    }

    private static ProgrammeOptions Programme(IConfiguration configuration)
    {
        var programme = Configured.Read<ProgrammeOptions>(configuration, ProgrammeOptions.Section);
        try
        {
            programme.ReadLeads();
            return programme;
        }
        catch (FormatException unreadable)
        {
            throw new ConfigurationException(unreadable.Message, unreadable);
        }
    }

    private const string Ready = "ready";

    private const string ClusterKey = $"{SchedulingOptions.Section}:{nameof(SchedulingOptions.Postgres)}";

    /// <exception cref="ConfigurationException">The store cannot be opened as it is configured; the message names the key.</exception>
    internal static async Task<(ITableStore Store, ShardMap Shards)> OpenStoreAsync(
        WebApplicationBuilder builder, StorageOptions storage, SchedulingOptions scheduling)
    {
        var path = PathOf(storage.Sqlite, builder.Environment);
        (ITableStore store, var named) = storage.Provider is StorageProvider.AzureTables
            ? ((ITableStore)OpenAzureTables(storage.AzureTables), $"{StorageOptions.Section}:AzureTables: the store")
            : (new SqliteTableStore(new SqliteTableStoreOptions { Path = path }), $"{StorageOptions.Section}:Sqlite:Path: the store at {path}");
        try
        {
            await store.EnsureTablesAsync([.. CoachingServices.Tables, .. SchedulingServices.Tables, UsedLinks.TableName, InstallationsTable.Name, KeyWitness.Table], CancellationToken.None);
            return (store, await ShardCount.ReadOrKeepAsync(store, scheduling.Shards, CancellationToken.None));
        }
        catch (TableUnavailableException problem)
        {
            await ((IAsyncDisposable)store).DisposeAsync();

            // SQLite and the file system say best what is wrong with a file; what is wrong with an account we say ourselves.
            var reason = store is AzureTableStore ? problem : problem.GetBaseException();
            throw new ConfigurationException($"{named} cannot be opened. {reason.Message}", problem);
        }
    }

    /// <exception cref="ConfigurationException">The nodes cannot be put together as it is configured; the message names the key.</exception>
    internal static async Task CheckClusterAsync(SchedulingOptions scheduling, StorageOptions storage, CancellationToken cancellationToken)
    {
        if (!scheduling.IsClustered)
        {
            return;
        }

        if (storage.Provider is StorageProvider.Sqlite)
        {
            // The other nodes would look into files of their own, and each nudge would wait for the one that has it.
            throw new ConfigurationException(
                $"{ClusterKey} lets several machines share the work, and {StorageOptions.Section}:Provider is Sqlite, a file on one of them. Set it to AzureTables, or leave {ClusterKey} out.");
        }

        try
        {
            await Cluster.CheckAsync(scheduling.Postgres!, cancellationToken);
        }
        catch (ClusterUnavailableException problem)
        {
            throw new ConfigurationException($"{ClusterKey}: {problem.Message}", problem);
        }
    }

    private static string NameOf(ITableStore store) => store is AzureTableStore azure ? azure.Address.ToString() : "on this machine";

    internal static string PathOf(StorageOptions.SqliteOptions sqlite, IWebHostEnvironment environment) =>
        sqlite.Path == SqliteTableStoreOptions.InMemory ? sqlite.Path : Path.Combine(environment.ContentRootPath, sqlite.Path);

    private static AzureTableStore OpenAzureTables(StorageOptions.AzureTablesOptions azure)
    {
        const string ConnectionStringKey = $"{StorageOptions.Section}:AzureTables:ConnectionString";
        const string ServiceUriKey = $"{StorageOptions.Section}:AzureTables:ServiceUri";
        var connectionString = string.IsNullOrEmpty(azure.ConnectionString) ? null : azure.ConnectionString;
        if (connectionString is null == azure.ServiceUri is null)
        {
            throw new ConfigurationException($"Set {ConnectionStringKey} or {ServiceUriKey}, one of the two.");
        }

        try
        {
            // Always the real clock: the service refuses a request whose date is not today's.
            return new AzureTableStore(
                new AzureTableStoreOptions { ConnectionString = connectionString, ServiceUri = azure.ServiceUri }, TimeProvider.System);
        }
        catch (FormatException error)
        {
            throw new ConfigurationException($"{ConnectionStringKey} cannot be used. {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            throw new ConfigurationException($"{ServiceUriKey} must be an https address: a token must not travel in the open.", error);
        }
    }
}
