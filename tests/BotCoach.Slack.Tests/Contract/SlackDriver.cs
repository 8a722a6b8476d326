using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotCoach.Chat;

namespace BotCoach.Slack.Tests;

/// <summary>Slack in Anna's hands.</summary>
public sealed partial class SlackDriver : ChannelDriver
{
    private const string General = "C0GENERAL";

    private readonly List<string> _objections = [];
    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _errors = new(StringComparer.Ordinal);
    private SlackWorld _world = null!;
    private Func<Task<Answer>> _again = null!;
    private int _acts;

    public override IChatChannel Channel => _world.Channel;

    public override PersonAddress Anna { get; } = new("slack", Payloads.Team, Payloads.Anna);

    public override PersonAddress Ben { get; } = new("slack", Payloads.Team, "U0BEN");

    public override ConversationAddress Direct { get; } = new("slack", Payloads.Team, Payloads.Dm);

    public override DateTimeOffset Now => SlackWorld.Now;

    /// <summary>It tells of removals, but not by whom.</summary>
    public override bool TellsOfInstalls => false;

    public override bool HasHome => true;

    public override bool CanBeSearched => true;

    public override bool TellsWhoIsMentioned => true;

    public override bool KnowsPeople => true;

    public override int HangUps => _world.HangUps;

    public override async Task StartAsync() => _world = await SlackWorld.StartAsync(handler: Handler);

    public override Task<Taken> WriteAsync(string words, CancellationToken hangUp = default) =>
        EventAsync(Payloads.Message(Written(words), Next("Ev")), hangUp);

    public override Task<Taken> MentionAsync(string words) => EventAsync(Payloads.Mention($"<@{Payloads.Bot}> {Written(words)}", Next("Ev")));

    public override Task<Taken> MentionBenAsync(string words) =>
        EventAsync(Payloads.Mention($"<@{Payloads.Bot}> {Written(words)} <@{Ben.Person}> <@{Ben.Person}|ben>", Next("Ev")));

    public override Task<Taken> OverhearAsync(string words) =>
        EventAsync(Changed(Payloads.Message(Written(words), Next("Ev")), ("channel", General), ("channel_type", "channel")));

    public override async Task<Taken> CommandAsync(string command, string text)
    {
        var (trigger, responseUrl) = (Next("trigger"), ResponseUrl("command"));
        (string Name, string Value)[] fields =
        [
            .. Payloads.Command(Written(text), responseUrl).Where(field => field.Item1 is not ("command" or "trigger_id")),
            ("command", $"/{command}"), ("trigger_id", trigger),
        ];
        var answer = await ActAsync(() => _world.SendCommandAsync(fields));
        if (answer.Body.Length > 0)
        {
            _objections.AddRange(SlackRules.Objections("response", answer.Json));
            _world.Slack.Workspace.Pass(answer.Json.Text("response_type") == "ephemeral" ? "" : General, answer.Json);
        }

        return new(answer.Status);
    }

    public override Task<Taken> PressAsync(SeenMessage message, string label)
    {
        var posted = Find(message);
        return TapAsync(posted, SlackReading.Buttons(posted.Body).First(button => button.Text("text", "text") == label));
    }

    public override async Task<SeenField> FieldOfAsync(SeenMessage message)
    {
        var posted = Find(message);
        await TapAsync(posted, SlackReading.Buttons(posted.Body).Single(button => button.Text("action_id") == ActionId.Input));
        return Form!.Fields.Single() with { Save = Form.Submit };
    }

    public override async Task<Taken> FillAsync(SeenMessage message, string words) =>
        await SubmitAsync(((await FieldOfAsync(message)).Name, words));

    public override async Task OpenFormAsync()
    {
        if (Form is null)
            await PressAsync(Messages[^1], Messages[^1].Buttons[^1].Words);
    }

    public override async Task<Taken> SubmitAsync(params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values)
            _typed[field] = value;

        var view = JsonNode.Parse(_world.Slack.Workspace.Dialog!.Value.GetRawText())!;
        var submission = Payloads.Submit(view, [.. Form!.Fields.Select(field => (field.Name, field.Value.Length > 0 ? field.Value : null))]);
        submission["trigger_id"] = Next("trigger");
        var answer = await ActAsync(() => _world.SendInteractionAsync(submission));
        _errors.Clear();
        switch (answer.Json.Text("response_action"))
        {
            case "errors":
                foreach (var error in answer.Json.At("errors")!.Value.EnumerateObject())
                    _errors[error.Name] = error.Value.GetString()!;
                break;
            case "update":
                _objections.AddRange(SlackRules.Objections("views.open", answer.Json));
                _world.Slack.Workspace.Dialog = answer.Json.At("view");
                _typed.Clear();
                break;
            case "clear":
                _world.Slack.Workspace.Dialog = null;
                _typed.Clear();
                break;
        }

        return new(answer.Status);
    }

    /// <summary>Of an install Slack tells the bot at most that it came into a channel.</summary>
    public override Task<Taken> InstallAsync() => HappenAsync(
        new JsonObject { ["type"] = "member_joined_channel", ["user"] = Payloads.Bot, ["channel"] = General, ["inviter"] = Payloads.Anna });

    public override async Task<Taken> UninstallAsync()
    {
        var revoked = new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["bot"] = new JsonArray(Payloads.Bot) } };
        var taken = await HappenAsync(revoked);
        return taken.IsTaken ? await HappenAsync(new JsonObject { ["type"] = "app_uninstalled" }) : taken;
    }

    public override Task<Taken> OpenHomeAsync() => EventAsync(Payloads.HomeOpened(id: Next("Ev")));

    public override async Task<Taken> DeliverAgainAsync()
    {
        var answer = await _again();
        await _world.SettledAsync();
        return new(answer.Status);
    }

    public override Task<Taken> EchoAsync(string words) =>
        EventAsync(Changed(Payloads.Message(Written(words), Next("Ev")), ("user", Payloads.Bot), ("bot_id", "B0BOT")));

    public override Task<Taken> SendUnknownAsync() =>
        HappenAsync(new JsonObject { ["type"] = "something_new", ["user"] = Payloads.Anna, ["channel"] = Payloads.Dm });

    public override async Task<Taken> SendGarbageAsync(string body) => new((await _world.PostAsync(body, "application/json")).Status);

    public override async Task<Taken> ForgeAsync(string words) => new((await _world.PostAsync(
        Encoding.UTF8.GetBytes(Payloads.Message(words).ToJsonString()), "application/json", secret: "a guess")).Status);

    public override IReadOnlyList<SeenMessage> Messages => Seen(posted => posted.IsForOne || posted.Channel == Payloads.Dm);

    public override IReadOnlyList<SeenMessage> Group => Seen(posted => !posted.IsForOne && posted.Channel != Payloads.Dm);

    public override SeenForm? Form => _world.Slack.Workspace.Dialog is { } view ? SlackReading.Form(view, _typed, _errors) : null;

    public override IReadOnlyList<string> Home =>
        [.. (_world.Slack.Workspace.Home?.Items("blocks") ?? []).Where(block => block.Text("type") == "header").Select(block => block.Text("text", "text")!)];

    /// <summary>The adapter's own sentences come without blocks.</summary>
    public override IReadOnlyList<string> Said =>
        [.. _world.Slack.Workspace.Messages.Where(posted => !posted.Body.Items("blocks").Any()).Select(posted => posted.Body.Text("text")!)];

    public override IReadOnlyList<string> Objections =>
        [.. _world.Slack.Calls.SelectMany(call => SlackRules.Objections(call.Method, call.Arguments)), .. _objections];

    public override void Refuse(ChannelCall call, Refusal refusal, TimeSpan? wait = null) => _world.Slack.Refuse(call, refusal, wait);

    public override async Task GoAwayAsync() => await _world.Slack.DisposeAsync();

    public override ValueTask DisposeAsync() => _world.DisposeAsync();

    private string Next(string kind) => $"{kind}{++_acts}";

    private string ResponseUrl(string id) => $"{_world.Slack.Root}/hooks/response/{id}";

    private IReadOnlyList<SeenMessage> Seen(Func<Posted, bool> wanted) =>
        [.. _world.Slack.Workspace.Messages.Where(posted => wanted(posted) && posted.Body.Items("blocks").Any()).Select(SlackReading.Message)];

    private Posted Find(SeenMessage message) => _world.Slack.Workspace.Messages.Single(posted => posted.Timestamp == message.Id);

    private async Task<Taken> TapAsync(Posted posted, JsonElement button)
    {
        _typed.Clear();
        _errors.Clear();
        var (id, value, url) = (button.Text("action_id")!, button.Text("value"), ResponseUrl(posted.Timestamp));
        var tap = posted.IsForOne ? Payloads.EphemeralTap(id, value, url) : Payloads.Tap(id, value, url);
        tap["trigger_id"] = Next("trigger");
        tap["container"]!["message_ts"] = posted.Timestamp;
        return new((await ActAsync(() => _world.SendInteractionAsync(tap))).Status);
    }

    private Task<Taken> HappenAsync(JsonObject happened) => EventAsync(Payloads.Event(Next("Ev"), happened));

    private async Task<Taken> EventAsync(JsonNode body, CancellationToken hangUp = default)
    {
        var answer = await ActAsync(() => _world.SendEventAsync(body, hangUp: hangUp));
        _again = () => _world.SendEventAsync(body, retry: "1");
        return new(answer.Status);
    }

    private async Task<Answer> ActAsync(Func<Task<Answer>> act)
    {
        _again = act;
        _world.Slack.Workspace.Locale = Locale;
        var answer = await act();
        await _world.SettledAsync();
        return answer;
    }

    private static JsonNode Changed(JsonNode body, params (string Property, string Value)[] changes)
    {
        foreach (var (property, value) in changes)
            body["event"]![property] = value;
        return body;
    }

    /// <summary>What somebody typed, as Slack writes it.</summary>
    private static string Written(string words) => Address().Replace(
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        "<$0>");

    [GeneratedRegex(@"https?://[^\s|&]+(&amp;[^\s|&]+)*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
