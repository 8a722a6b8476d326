using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotCoach.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotCoach.Host.Tests;

/// <summary>The chat in the browser in Anna's hands. What she sees is read from what the browser is told.</summary>
public sealed class SandboxDriver : ChannelDriver
{
    private const string Visitor = "x-visitor";

    private readonly SandboxScreen _screen = new(Language.English);
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly SandboxPerson _anna;
    private readonly RefusingChannel _channel;
    private ChannelServer _server = null!;
    private JsonObject _last = [];
    private int _acts;

    public SandboxDriver()
    {
        _anna = new SandboxPerson(new PersonAddress(SandboxPerson.Channel, "W1", "anna"), "Anna Berg", "Europe/Berlin", "en-GB");
        _channel = new RefusingChannel(new SandboxChannel(_anna, _screen, () => "09:02"));
    }

    public override IChatChannel Channel => _channel;

    public override PersonAddress Anna => _anna.Person;

    public override PersonAddress Ben { get; } = new(SandboxPerson.Channel, "W1", "ben");

    public override ConversationAddress Direct => _anna.Direct;

    public override DateTimeOffset Now { get; } = new(2026, 11, 23, 8, 2, 0, TimeSpan.Zero);

    public override bool TellsOfInstalls => false;

    public override bool HasHome => false;

    public override bool CanBeSearched => true;

    /// <summary>There is nobody to mention but the bot.</summary>
    public override bool TellsWhoIsMentioned => false;

    public override bool KnowsPeople => true;

    public override int HangUps => _server.HangUps;

    public override async Task StartAsync() => _server = await ChannelServer.StartAsync(
        "Development",
        Now,
        Handler,
        builder => builder.Services.AddSingleton<IChatChannel>(_channel),
        app =>
        {
            var exchange = new SandboxExchange(Handler, _channel, _screen, _anna, () => "09:02", NullLogger.Instance);
            var conversation = new SandboxConversation(_anna, _screen, exchange, app.Services.GetRequiredService<TimeProvider>());
            SandboxTurns.Map(app, context => context.Request.Headers.ContainsKey(Visitor) ? conversation : null);
        });

    public override Task<Taken> WriteAsync(string words, CancellationToken hangUp = default) =>
        ActAsync("message", new JsonObject { ["text"] = words }, hangUp);

    public override Task<Taken> MentionAsync(string words) =>
        ActAsync("message", new JsonObject { ["text"] = $"@BotCoach {words}", ["room"] = "leads" });

    public override Task<Taken> MentionBenAsync(string words) => MentionAsync($"{words} @Ben @Ben");

    public override Task<Taken> OverhearAsync(string words) =>
        ActAsync("message", new JsonObject { ["text"] = $"@Ben {words}", ["room"] = "leads" });

    public override Task<Taken> CommandAsync(string command, string text) => WriteAsync($"/{command} {text}");

    public override Task<Taken> PressAsync(SeenMessage message, string label)
    {
        var choice = CardOf(message).Rows.SelectMany(row => row.Choices).First(choice => Words(choice) == label);
        return TapAsync(message, choice.Action, input: null);
    }

    public override Task<SeenField> FieldOfAsync(SeenMessage message)
    {
        var input = CardOf(message).Input!;
        return Task.FromResult(new SeenField("", input.Label)
        {
            Value = input.Value,
            Placeholder = input.Placeholder,
            MaxLength = input.MaxLength,
            IsMultiline = true,
            Save = input.Save,
        });
    }

    public override Task<Taken> FillAsync(SeenMessage message, string words) => TapAsync(message, CardOf(message).Input!.Action, words);

    public override Task OpenFormAsync() => Task.CompletedTask;

    public override async Task<Taken> SubmitAsync(params (string Field, string Value)[] values)
    {
        var form = News.Form!;
        foreach (var (field, value) in values)
            _typed[field] = value;
        var taken = await ActAsync("form", new JsonObject
        {
            ["form"] = form.Name,
            ["state"] = form.State,
            ["values"] = new JsonObject(form.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)_typed.GetValueOrDefault(field.Name, field.Value)))),
        });
        if (taken.IsTaken)
            _typed.Clear();
        return taken;
    }

    public override Task<Taken> InstallAsync() => ActAsync("installed", []);

    public override Task<Taken> UninstallAsync() => ActAsync("removed", []);

    public override Task<Taken> OpenHomeAsync() => ActAsync("home", []);

    public override Task<Taken> DeliverAgainAsync() => PostAsync(_last.ToJsonString(), isVisitor: true);

    public override Task<Taken> EchoAsync(string words) => ActAsync("echo", new JsonObject { ["text"] = words });

    public override Task<Taken> SendUnknownAsync() => ActAsync("something-new", []);

    public override Task<Taken> SendGarbageAsync(string body) => PostAsync(body, isVisitor: true);

    public override Task<Taken> ForgeAsync(string words) =>
        PostAsync(new JsonObject { ["kind"] = "message", ["id"] = "a", ["text"] = words }.ToJsonString(), isVisitor: false);

    public override IReadOnlyList<SeenMessage> Messages => [.. News.Items.Where(item => item.From == "coach").Select(Seen)];

    /// <summary>There is no room with others here: all that the coach says is for the visitor alone.</summary>
    public override IReadOnlyList<SeenMessage> Group => [];

    public override SeenForm? Form => News.Form is { } form
        ? new SeenForm
        {
            Title = form.Title,
            Introduction = form.Introduction is null ? [] : [form.Introduction],
            Submit = form.Submit,
            Leave = form.Close,
            Errors = form.Errors,
            Acting = [],
            Fields =
            [
                .. form.Fields.Select(asked => new SeenField(asked.Name, asked.Label)
                {
                    Value = _typed.GetValueOrDefault(asked.Name, asked.Value),
                    Placeholder = asked.Placeholder,
                    Hint = asked.Hint,
                    Error = asked.Error,
                    IsRequired = asked.IsRequired,
                    IsMultiline = asked.IsMultiline,
                    MaxLength = asked.MaxLength,
                }),
            ],
        }
        : null;

    public override IReadOnlyList<string> Home => [];

    /// <summary>The page says by itself that something did not work, whenever it is to send it again.</summary>
    public override IReadOnlyList<string> Said => [];

    public override IReadOnlyList<string> Objections => [];

    public override void Refuse(ChannelCall call, Refusal refusal, TimeSpan? wait = null) => _channel.Refuse(call, refusal, wait);

    public override Task GoAwayAsync()
    {
        _channel.GoAway();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => _server.DisposeAsync();

    // As it travels to the browser.
    private ScreenNews News =>
        JsonSerializer.Deserialize<ScreenNews>(JsonSerializer.Serialize(_screen.All, JsonSerializerOptions.Web), JsonSerializerOptions.Web)!;

    private ScreenCard CardOf(SeenMessage message) => News.Items.Single(item => item.Id == message.Id).Card!;

    // In the order in which sandbox.js shows them.
    private static SeenMessage Seen(ScreenItem item)
    {
        var card = item.Card!;
        List<SeenPart> parts = [Text(card.Title)];
        parts.AddRange(Texts(card.Text));
        parts.AddRange(card.Facts.SelectMany(fact => new[] { Text(fact.Label), Text(fact.Value) }));
        parts.AddRange(Texts(card.FactsLeftOut));
        if (card.Chart is { } chart)
        {
            parts.Add(Text(chart.Title));
            parts.AddRange(chart.Bars.Select(bar => bar.Share is { } share ? new SeenPart(SeenKind.Bar, bar.Words) { Length = share } : Text(bar.Words)));
            parts.AddRange(Texts(chart.LeftOut));
        }

        foreach (var row in card.Rows)
        {
            parts.AddRange([.. Texts(row.Label), .. Texts(row.Prompt)]);
            parts.AddRange(row.Choices.Select(choice => new SeenPart(SeenKind.Button, Words(choice)) { StandsOut = choice.IsPrimary }));
        }

        parts.AddRange(Texts(card.RowsLeftOut));
        if (card.Input is { } input)
            parts.Add(new SeenPart(SeenKind.Field, input.Label));
        if (card.Link is { } link)
            parts.Add(new SeenPart(SeenKind.Link, link.Label) { Address = link.Address });
        parts.AddRange(Texts(card.Context));
        return new SeenMessage { Id = item.Id, Notification = card.Summary, Parts = parts, Acting = [] };
    }

    private static SeenPart Text(string words) => new(SeenKind.Text, words);

    private static IEnumerable<SeenPart> Texts(string? words) => words is null ? [] : [Text(words)];

    private static string Words(ScreenChoice choice) => choice.IsChosen ? $"✓ {choice.Label}" : choice.Label;

    private Task<Taken> TapAsync(SeenMessage message, CardAction action, string? input) => ActAsync("button", new JsonObject
    {
        ["message"] = message.Id,
        ["name"] = action.Name,
        ["value"] = action.Value,
        ["input"] = input,
    });

    private async Task<Taken> ActAsync(string kind, JsonObject what, CancellationToken hangUp = default)
    {
        what["kind"] = kind;
        what["id"] = string.Create(CultureInfo.InvariantCulture, $"act-{++_acts}");
        _last = what;
        return await PostAsync(what.ToJsonString(), isVisitor: true, hangUp);
    }

    private async Task<Taken> PostAsync(string body, bool isVisitor, CancellationToken hangUp = default)
    {
        using var request = _server.Post(SandboxTurns.Path, Encoding.UTF8.GetBytes(body), "application/json");
        if (isVisitor)
            request.Headers.Add(Visitor, "anna");
        var answer = await _server.SendAsync(request, hangUp);
        await _server.SettledAsync();
        return new Taken(answer.Status);
    }
}
