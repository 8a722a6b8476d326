using BotCoach.Chat;
using BotCoach.Coaching;
using BotCoach.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace BotCoach.Testing;

/// <summary>
/// The coach on a store in memory, with a chat that records. It does what a channel does: it brings turns in, shows the
/// answers, and reports what it posted.
/// </summary>
public sealed class CoachDesk : IAsyncDisposable
{
    /// <summary>Monday 23 November 2026, 09:02 in Berlin.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 2, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly IChatTurnHandler _handler;
    private int _turns;

    private CoachDesk(ServiceProvider services, SqliteTableStore store, ManualClock clock, RecordingChannel channel)
    {
        _services = services;
        _handler = services.GetRequiredService<IChatTurnHandler>();
        Store = store;
        Clock = clock;
        Channel = channel;
    }

    public SqliteTableStore Store { get; }

    public ManualClock Clock { get; }

    public RecordingChannel Channel { get; }

    public PersonAddress Anna { get; } = new(RecordingChannel.ChannelName, "T1", "anna");

    /// <summary>The last passing reply.</summary>
    public Card? Reply { get; private set; }

    /// <summary>The last form that was opened.</summary>
    public ChatForm? Form { get; private set; }

    /// <summary>Why the last form was not taken.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The last message of the direct conversation.</summary>
    public RecordingChannel.Shown Last => Channel.InOrder[^1];

    public static async Task<CoachDesk> OpenAsync(DateTimeOffset? now = null, Action<IServiceCollection>? configure = null)
    {
        var store = new SqliteTableStore(new SqliteTableStoreOptions { Path = ":memory:" });
        await store.EnsureTablesAsync(CoachingServices.Tables, CancellationToken.None);
        var clock = new ManualClock(now ?? MondayMorning);
        var channel = new RecordingChannel();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<ITableStore>(store)
            .AddSingleton(new ShardMap(4))
            .AddSingleton<IChatChannel>(channel)
            .AddSingleton<ChatChannels>()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddCoaching();
        configure?.Invoke(services);
        return new CoachDesk(services.BuildServiceProvider(), store, clock, channel);
    }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<ChatAnswer> CommandAsync(string command, string text = "", PersonAddress? person = null)
    {
        var (id, who, at) = Turn(person);
        return TakeAsync(new CommandTurn { Id = id, Person = who, Conversation = RecordingChannel.Direct(who), At = at, Command = command, Text = text });
    }

    public Task<ChatAnswer> SayAsync(string text, PersonAddress? person = null) => TakeAsync(Message(text, person));

    public MessageTurn Message(string text, PersonAddress? person = null, bool isDirect = true)
    {
        var (id, who, at) = Turn(person);
        return new MessageTurn { Id = id, Person = who, Conversation = RecordingChannel.Direct(who), At = at, Text = text, IsDirect = isDirect };
    }

    /// <summary>Presses the button with that label on a message.</summary>
    public Task<ChatAnswer> PressAsync(RecordingChannel.Shown shown, string label) => TakeAsync(Button(shown, label));

    /// <summary>Presses the button with that label on a card that was shown in passing.</summary>
    public Task<ChatAnswer> PressAsync(Card card, string label, PersonAddress? person = null) =>
        TakeAsync(Button(card, label, message: null, person));

    public ButtonTurn Button(RecordingChannel.Shown shown, string label) => Button(shown.Card, label, shown.Message, person: null);

    /// <summary>Writes on a message's input.</summary>
    public Task<ChatAnswer> WriteAsync(RecordingChannel.Shown shown, string text)
    {
        var (id, who, at) = Turn(null);
        return TakeAsync(new ButtonTurn
        {
            Id = id,
            Person = who,
            Conversation = RecordingChannel.Direct(who),
            At = at,
            Action = shown.Card.Input!.Action,
            Message = shown.Message,
            Input = text,
        });
    }

    /// <summary>Submits a form with its own values, some of them changed.</summary>
    public Task<ChatAnswer> SubmitAsync(ChatForm form, params (string Field, string Value)[] changes) => TakeAsync(Submission(form, changes));

    public FormTurn Submission(ChatForm form, params (string Field, string Value)[] changes)
    {
        var (id, who, at) = Turn(null);
        var values = form.Fields.ToDictionary(field => field.Name, field => field.Value ?? "", StringComparer.Ordinal);
        foreach (var (field, value) in changes)
        {
            values[field] = value;
        }

        return new FormTurn { Id = id, Person = who, Conversation = RecordingChannel.Direct(who), At = at, Form = form.Name, State = form.State, Values = values };
    }

    /// <summary>Leaves a form without submitting it, where it took the place of the last message.</summary>
    public Task<ChatAnswer> GoBackAsync(ChatForm form)
    {
        var (id, who, at) = Turn(null);
        return TakeAsync(new ButtonTurn
        {
            Id = id,
            Person = who,
            Conversation = RecordingChannel.Direct(who),
            At = at,
            Action = form.Back ?? throw new InvalidOperationException($"No way leads back from '{form.Title}'."),
            Message = Last.Message,
        });
    }

    public Task<ChatAnswer> OpenHomeAsync()
    {
        var (id, who, at) = Turn(null);
        return TakeAsync(new HomeOpenedTurn { Id = id, Person = who, Conversation = RecordingChannel.Direct(who), At = at });
    }

    /// <summary>Brings a turn in as a channel does.</summary>
    public async Task<ChatAnswer> TakeAsync(ChatTurn turn)
    {
        var answer = await _handler.HandleAsync(turn, CancellationToken.None);
        Reply = answer.Reply;
        Form = answer.Form;
        Errors = answer.Errors;
        if (answer.Replacement is { } replacement && turn is ButtonTurn { Message: { } tapped })
        {
            await Channel.UpdateAsync(tapped, replacement, CancellationToken.None);
        }

        foreach (var update in answer.Updates)
        {
            await Channel.UpdateAsync(update.Message, update.Card, CancellationToken.None);
        }

        foreach (var post in answer.Posts)
        {
            var message = Channel.Show(RecordingChannel.Direct(turn.Person), post.Card, post.Key);
            await _handler.RecordPostAsync(turn, post, message, CancellationToken.None);
        }

        return answer;
    }

    /// <summary>Every row of a person.</summary>
    public async Task<IReadOnlyList<TableRow>> RowsAsync(PersonAddress? person = null)
    {
        var range = new RowRange(PeopleTable.PartitionOf(person ?? Anna));
        return (await Store.Table(PeopleTable.Name).QueryAsync(range, TableRules.MaxPage, CancellationToken.None)).Rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
    }

    private ButtonTurn Button(Card card, string label, MessageAddress? message, PersonAddress? person)
    {
        var choice = card.Choices.SelectMany(row => row.Choices).FirstOrDefault(choice => choice.Label == label)
            ?? throw new InvalidOperationException(
                $"'{card.Title}' has no button '{label}' but {string.Join(", ", card.Choices.SelectMany(row => row.Choices).Select(each => each.Label))}.");
        var (id, who, at) = Turn(person);
        return new ButtonTurn { Id = id, Person = who, Conversation = RecordingChannel.Direct(who), At = at, Action = choice.Action, Message = message };
    }

    private (string Id, PersonAddress Person, DateTimeOffset At) Turn(PersonAddress? person) =>
        ($"turn-{Interlocked.Increment(ref _turns)}", person ?? Anna, Clock.GetUtcNow());
}
