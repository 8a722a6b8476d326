using System.Globalization;
using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace BotCoach.Host;

/// <summary>
/// All that there is for one visitor: the coach as it is, on a store in memory, with a clock of its own, a key ring of its
/// own, and a company that does not exist around it. What happens here is seen nowhere else, and is gone with it.
/// </summary>
internal sealed partial class SandboxWorld : IAsyncDisposable
{
    private const string Workspace = "sandbox";
    private const int Shard = 0;
    private const int LookAhead = 30;

    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _services;
    private readonly SandboxClock _clock;
    private readonly SandboxPerson _visitor;
    private readonly SandboxScreen _screen;
    private readonly SandboxTour _tour = new();
    private readonly SemaphoreSlim _oneByOne = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly ILogger _logger;
    private Task _running = Task.CompletedTask;

    private SandboxWorld(ServiceProvider services, SandboxClock clock, SandboxPerson visitor, SandboxScreen screen, ILogger logger)
    {
        (_services, _clock, _visitor, _screen, _logger) = (services, clock, visitor, screen, logger);
        Conversation = new SandboxConversation(
            visitor,
            screen,
            new SandboxExchange(new Watched(this), services.GetRequiredService<IChatChannel>(), screen, visitor, Time, logger),
            clock);
    }

    /// <summary>The visitor's conversation.</summary>
    public SandboxConversation Conversation { get; }

    /// <summary>What the pages behind the visitor's links are made from.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Done when there are figures to see.</summary>
    public Task Seeded { get; private set; } = Task.CompletedTask;

    /// <summary>Makes one; the coach says hello.</summary>
    /// <param name="host">The service that the sandbox stands beside.</param>
    /// <param name="zone">The visitor's zone, as their browser says it.</param>
    /// <param name="locale">Their locale, as their browser says it.</param>
    public static async Task<SandboxWorld> OpenAsync(IServiceProvider host, string? zone, string? locale)
    {
        var known = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
        var language = Language.Of(locale);
        var visitor = new SandboxPerson(new PersonAddress(SandboxPerson.Channel, Workspace, "visitor"), SandboxTexts.In(language).You, known, locale);
        var (clock, screen) = (new SandboxClock(), new SandboxScreen(language));
        var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = SqliteTableStoreOptions.InMemory });
        await store.EnsureTablesAsync([.. CoachingServices.Tables, .. SchedulingServices.Tables, UsedLinks.TableName], CancellationToken.None);
        SandboxWorld? world = null;
        var services = SandboxServices.Of(host, store, clock, visitor, new SandboxChannel(visitor, screen, () => world!.Time()));
        world = new SandboxWorld(services, clock, visitor, screen, host.GetRequiredService<ILogger<SandboxWorld>>());
        await world.ShowAsync();
        await world.Conversation.Exchange.TakeAsync(world.Hello(), words: null, CancellationToken.None);
        world.Seeded = Task.Run(world.SeedAsync);
        world._running = world.RunAsync();
        return world;
    }

    /// <summary>Moves the visitor's clock to what comes next, and lets it come.</summary>
    public async Task FastForwardAsync()
    {
        await _oneByOne.WaitAsync(_end.Token);
        try
        {
            if (await NextAsync() is { } next)
            {
                var before = _clock.GetUtcNow();
                _clock.MoveTo(next.DueAt);
                if (Day(before) != Day(_clock.GetUtcNow()))
                {
                    _screen.Add("time", Time(), Local(_clock.GetUtcNow()).ToString(Texts.DayPattern, _screen.Language.Culture), card: null);
                }

                await DeliverAsync();
            }
        }
        finally
        {
            _oneByOne.Release();
        }

        await ShowAsync();
    }

    /// <summary>Takes note that the visitor reads the figures.</summary>
    public Task ReadInsightsAsync()
    {
        _tour.LookAtInsights();
        return ShowAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        await Seeded;
        Conversation.Exchange.Dispose();
        await _services.DisposeAsync();
        _end.Dispose();
        _oneByOne.Dispose();
    }

    private SandboxTexts Texts => SandboxTexts.In(_screen.Language);

    private string Time() => Clock(_clock.GetUtcNow());

    private DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone());

    private InstalledTurn Hello() => new()
    {
        Id = "hello",
        Person = _visitor.Person,
        Conversation = _visitor.Direct,
        At = _clock.GetUtcNow(),
        Zone = _visitor.Zone,
        Locale = _visitor.Locale,
    };

    // Time goes by here too: what comes due is delivered as it would be elsewhere.
    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_look, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                await _oneByOne.WaitAsync(_end.Token);
                try
                {
                    await DeliverAsync();
                }
                finally
                {
                    _oneByOne.Release();
                }

                await ShowAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The visitor has gone.
        }
        catch (Exception failure)
        {
            Log.Stopped(_logger, failure);
        }
    }

    private async Task DeliverAsync()
    {
        if (await NextAsync() is { } next && next.DueAt <= _clock.GetUtcNow()
            && await _services.GetRequiredService<Dispatcher>().RunAsync(Shard, _end.Token) > 0)
        {
            _tour.LookBack(next.Kind);
        }
    }

    // What was made for a plan or a meeting that is no longer so stands there too, until its time comes.
    private async Task<DueNudge?> NextAsync()
    {
        var due = await _services.GetRequiredService<DueTable>().ReadDueAsync(Shard, _clock.GetUtcNow().AddYears(1), from: "", LookAhead, _end.Token);
        foreach (var row in due.Rows)
        {
            if (await _services.GetRequiredService<NudgeDecider>().DecideAsync(row.Nudge, row.Nudge.DueAt, _end.Token) is not NudgeDecision.Drop)
            {
                return row.Nudge;
            }
        }

        return null;
    }

    private async Task ShowAsync()
    {
        var now = _clock.GetUtcNow();
        var next = await NextAsync();
        _tour.LookAhead(next?.Kind);
        _screen.Show(
            new ScreenClock(
                Texts.OnDay(ShortDay(now), Clock(now)),
                next is null ? null : Texts.FastForward(What(next.Kind), When(next.DueAt, now))),
            _tour.StepsIn(_screen.Language));
    }

    private string When(DateTimeOffset instant, DateTimeOffset now) => (Day(instant).DayNumber - Day(now).DayNumber) switch
    {
        0 => Texts.Today(Clock(instant)),
        1 => Texts.Tomorrow(Clock(instant)),
        _ => Texts.OnDay(ShortDay(instant), Clock(instant)),
    };

    private string ShortDay(DateTimeOffset instant) => Local(instant).ToString(Texts.ShortDayPattern, _screen.Language.Culture);

    private string Clock(DateTimeOffset instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    private TimeZoneInfo Zone() => _visitor.Zone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;

    private string What(NudgeKind kind) => kind switch
    {
        NudgeKind.Practice => Texts.NextNudge,
        NudgeKind.PutOff => Texts.PutOffNudge,
        NudgeKind.MeetingSheet => Texts.PrepSheet,
        NudgeKind.MeetingFirstWord => Texts.SayFirst,
        NudgeKind.MeetingCheck => Texts.HowItWent,
        NudgeKind.Digest => Texts.Digest,
        _ => Texts.Invitation,
    };

    private async Task SeedAsync()
    {
        var company = new SampleCompany
        {
            Home = _visitor.Person.Home,
            Groups = SampleCompany.GroupNames(4),
            People = 80,
            Weeks = 12,
            RepliesFactor = 3,
        };
        var history = new SampleHistory(
            _services.GetRequiredService<ITableStore>(),
            _services.GetRequiredService<ShardMap>(),
            _services.GetRequiredService<IDataProtectionProvider>(),
            company,
            ClosedWeek.At(_clock.GetUtcNow()));
        try
        {
            await history.WriteBesideAsync(counted: null, _end.Token);
        }
        catch (OperationCanceledException)
        {
            // The visitor has gone.
        }
    }

    // The coach, with an eye on what the visitor tried.
    private sealed class Watched(SandboxWorld world) : IChatTurnHandler
    {
        private readonly IChatTurnHandler _coach = world._services.GetRequiredService<IChatTurnHandler>();

        public async Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken)
        {
            var answer = await _coach.HandleAsync(turn, cancellationToken);
            if (answer.Errors.Count == 0)
            {
                world._tour.Look(turn);
            }

            if (answer.Language is { } language)
            {
                world._screen.Speak(language);
            }

            await world.ShowAsync();
            return answer;
        }

        public Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken) =>
            _coach.RecordPostAsync(turn, post, message, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A sandbox has stopped delivering what comes due.")]
        public static partial void Stopped(ILogger logger, Exception failure);
    }
}
