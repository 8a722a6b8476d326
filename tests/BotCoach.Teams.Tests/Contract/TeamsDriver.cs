using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>Teams in Anna's hands: a client that knows Action.Execute, and a Connector that proves itself.</summary>
public sealed class TeamsDriver : ChannelDriver
{
    // Making a key pair is most of what a test would spend its time on.
    private static readonly TokenForge _forge = new();
    private static readonly TokenForge _rogue = new(_forge.KeyId);

    /// <summary>What her client shows in place of a message, until the message changes.</summary>
    private readonly Dictionary<string, (JsonElement Card, int Changes)> _inPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly List<string> _said = [];
    private readonly List<string> _objections = [];
    private KeySource _keys = null!;
    private TeamsWorld _world = null!;
    private Func<Task<Taken>> _again = null!;
    private int _acts;

    public override IChatChannel Channel => _world.Channel;

    public override PersonAddress Anna { get; } = new("teams", Activities.Tenant, Activities.AnnaInEntra);

    public override PersonAddress Ben { get; } = new("teams", Activities.Tenant, Activities.BenInEntra);

    public override ConversationAddress Direct { get; } = Activities.Address(Gatehouse.ServiceUrl);

    public override DateTimeOffset Now => TeamsWorld.Now;

    public override bool TellsOfInstalls => true;

    public override bool HasHome => false;

    public override bool CanBeSearched => false;

    public override bool TellsWhoIsMentioned => true;

    public override bool KnowsPeople => false;

    public override int HangUps => _world.HangUps;

    public override async Task StartAsync()
    {
        _keys = await KeySource.StartAsync(_forge.Published("msteams"));
        _world = await TeamsWorld.StartProvenAsync(_keys, Handler);
    }

    public override Task<Taken> WriteAsync(string words, CancellationToken hangUp = default) =>
        ActAsync(Activities.Message(Written(words), Next()), hangUp: hangUp);

    public override Task<Taken> MentionAsync(string words) =>
        ActAsync(Named(Activities.Mention($"<at>BotCoach</at> {Written(words)}")));

    public override Task<Taken> MentionBenAsync(string words) => ActAsync(Named(
        Activities.Mention($"<at>BotCoach</at> {Written(words)} <at>Ben</at> <at>Ben</at>")
            .Mentioning(Activities.Ben, "Ben").Mentioning(Activities.Ben, "Ben")));

    public override Task<Taken> OverhearAsync(string words) => ActAsync(Activities.InGroup(Activities.Message(Written(words), Next())));

    /// <summary>The command menu writes the command for her.</summary>
    public override Task<Taken> CommandAsync(string command, string text) => WriteAsync($"/{command} {text}");

    public override Task<Taken> PressAsync(SeenMessage message, string label) =>
        ExecuteAsync(message.Id, CardReading.Buttons(CardOf(Find(message.Id))).First(button => button.Text("title") == label));

    public override Task<SeenField> FieldOfAsync(SeenMessage message)
    {
        var card = CardOf(Find(message.Id));
        var field = CardReading.Field(card.Items("body").Single(element => element.Text("type") == "Input.Text"), new Dictionary<string, string>());
        return Task.FromResult(field with { Save = CardReading.Saver(card).Text("title")! });
    }

    public override async Task<Taken> FillAsync(SeenMessage message, string words)
    {
        var field = await FieldOfAsync(message);
        return await ExecuteAsync(message.Id, CardReading.Saver(CardOf(Find(message.Id))), (field.Name, words));
    }

    /// <summary>A form comes as a message; there is nothing to do.</summary>
    public override Task OpenFormAsync() => Task.CompletedTask;

    public override Task<Taken> SubmitAsync(params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values)
            _typed[$"field.{field}"] = value;
        var form = FormMessage ?? throw new InvalidOperationException("There is no form to submit.");
        return ExecuteAsync(form.Id, CardReading.Saver(CardOf(form)), [.. Form!.Fields.Select(field => ($"field.{field.Name}", field.Value))]);
    }

    public override Task<Taken> InstallAsync() => BothAsync(
        Activities.InstallationUpdate("add", Now, Next()), Activities.MembersUpdate("membersAdded", Now.AddSeconds(0.2), id: Next()));

    public override Task<Taken> UninstallAsync() => BothAsync(
        Activities.InstallationUpdate("remove", Now, Next()), Activities.MembersUpdate("membersRemoved", Now.AddSeconds(0.2), id: Next()));

    /// <summary>What Teams sends for a tab that is made of cards.</summary>
    public override Task<Taken> OpenHomeAsync() => ActAsync(Activities.Activity("invoke", Next(), activity => activity["name"] = "tab/fetch"));

    public override Task<Taken> DeliverAgainAsync() => _again();

    public override Task<Taken> EchoAsync(string words) => ActAsync(
        Activities.Activity("message", Next(), activity =>
        {
            activity["text"] = words;
            activity["from"] = new JsonObject { ["id"] = Activities.Bot, ["name"] = "BotCoach" };
        }));

    public override Task<Taken> SendUnknownAsync() => ActAsync(Activities.Activity("somethingNew", Next()));

    public override async Task<Taken> SendGarbageAsync(string body) => new((await _world.PostAsync(body, Token(_forge))).Status);

    public override async Task<Taken> ForgeAsync(string words) =>
        new((await _world.SendAsync(FromConnector(Activities.Message(words, Next())), Token(_rogue))).Status);

    public override IReadOnlyList<SeenMessage> Messages => Seen(posted => posted.Conversation != Activities.Group);

    public override IReadOnlyList<SeenMessage> Group => Seen(posted => posted.Conversation == Activities.Group);

    public override SeenForm? Form => FormMessage is { } form ? CardReading.Form(CardOf(form), _typed) : null;

    public override IReadOnlyList<string> Home => [];

    public override IReadOnlyList<string> Said => _said;

    public override IReadOnlyList<string> Objections =>
    [
        .. _world.Connector.Calls.Where(call => !call.IsCreation && !call.IsLookUp).SelectMany(call => CardRules.OfActivity(call.Body)),
        .. _world.Connector.Calls.Where(call => call.Authorization != $"Bearer {TeamsWorld.BotToken}").Select(call => $"{call.Path} without the bot's token"),
        .. _objections,
    ];

    public override void Refuse(ChannelCall call, Refusal refusal, TimeSpan? wait = null) => _world.Connector.Refuse(call, refusal, wait);

    public override async Task GoAwayAsync() => await _world.Connector.DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _keys.DisposeAsync();
    }

    private Posted? FormMessage =>
        _world.Connector.Messages.LastOrDefault(posted => posted.Conversation != Activities.Group && CardReading.IsForm(CardOf(posted)));

    private string Next() => string.Create(CultureInfo.InvariantCulture, $"17000000{++_acts:D5}");

    private JsonObject Named(JsonObject activity)
    {
        activity["id"] = Next();
        return activity;
    }

    private Posted Find(string id) => _world.Connector.Messages.Single(posted => posted.Id == id);

    private IReadOnlyList<SeenMessage> Seen(Func<Posted, bool> wanted) =>
        [.. _world.Connector.Messages.Where(wanted).Select(posted => CardReading.Message(posted.Id, posted.Body.Text("summary")!, CardOf(posted)))];

    private JsonElement CardOf(Posted posted) =>
        _inPlace.TryGetValue(posted.Id, out var shown) && shown.Changes == posted.Changes ? shown.Card : posted.Card;

    private async Task<Taken> BothAsync(JsonObject one, JsonObject other)
    {
        var taken = await Task.WhenAll(ActAsync(one), ActAsync(other));
        return taken.FirstOrDefault(each => !each.IsTaken) ?? taken[0];
    }

    private Task<Taken> ExecuteAsync(string message, JsonElement button, params (string Id, string Value)[] inputs)
    {
        var data = JsonNode.Parse(button.At("data")!.Value.GetRawText())!;
        foreach (var (id, value) in inputs)
            data[id] = value;
        return ActAsync(Activities.Execute(data, message, Next()), message);
    }

    private async Task<Taken> ActAsync(JsonObject activity, string? card = null, CancellationToken hangUp = default)
    {
        _again = () => ActAsync(activity, card, hangUp);
        var changes = card is null ? 0 : Find(card).Changes;
        var answer = await _world.SendAsync(FromConnector(activity), Token(_forge), hangUp);
        await _world.SettledAsync();
        if (card is not null && answer.Body.Length > 0)
            Show(answer.Json, Find(card), changes);
        return new(answer.Status);
    }

    /// <summary>What her client does with the answer to an invoke.</summary>
    private void Show(JsonElement answer, Posted message, int changesBefore)
    {
        switch (answer.Text("type"))
        {
            case "application/vnd.microsoft.card.adaptive":
                var card = answer.At("value")!.Value;
                _objections.AddRange(CardRules.OfCard(card));
                // A reload shows the message as the Connector has it.
                if (message.Changes > changesBefore && !JsonElement.DeepEquals(message.Card, card))
                    _objections.Add("a card that is another one after a reload");
                _inPlace[message.Id] = (card, message.Changes);
                _typed.Clear();
                break;
            case "application/vnd.microsoft.activity.message":
                _said.Add(answer.Text("value")!);
                break;
            case "application/vnd.microsoft.error":
                _said.Add(answer.Text("value", "message")!);
                break;
        }
    }

    private JsonObject FromConnector(JsonObject activity)
    {
        activity["locale"] = Locale;
        foreach (var client in activity["entities"]?.AsArray().Where(entity => (string?)entity!["type"] == "clientInfo") ?? [])
            client!["locale"] = Locale;
        activity["serviceUrl"] = Gatehouse.ServiceUrl;
        return activity;
    }

    private static string Token(TokenForge forge) => forge.Sign(forge.Header(), new Dictionary<string, object?>
    {
        ["iss"] = "https://api.botframework.com",
        ["aud"] = Gatehouse.AppId,
        ["serviceurl"] = Gatehouse.ServiceUrl,
        ["nbf"] = TeamsWorld.Now.ToUnixTimeSeconds(),
        ["exp"] = TeamsWorld.Now.AddHours(1).ToUnixTimeSeconds(),
    });

    /// <summary>What somebody typed, as Teams writes it.</summary>
    private static string Written(string words) => WebUtility.HtmlEncode(words);
}
