using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;

namespace BotCoach.Slack.Tests;

/// <summary>What stands in a workspace: messages, the dialog on the screen, the bot's home page.</summary>
internal sealed class SlackWorkspace
{
    private readonly Lock _lock = new();
    private readonly List<Posted> _messages = [];
    private int _posted;
    private int _passed;

    /// <summary>Every message, in the order in which it came, as it stands now.</summary>
    public IReadOnlyList<Posted> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    /// <summary>The dialog in front of the person; null when there is none.</summary>
    public JsonElement? Dialog { get; set; }

    public JsonElement? Home { get; private set; }

    /// <summary>The locale of everybody in it.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>Where connections of Socket Mode go.</summary>
    public string SocketAddress { get; set; } = "";

    /// <summary>Does what a method of the Web API is for.</summary>
    /// <returns>What Slack answers.</returns>
    public string Do(Call call)
    {
        var arguments = call.Arguments;
        lock (_lock)
        {
            switch (call.Method)
            {
                case "chat.postMessage":
                    var message = new Posted(arguments.Text("channel") ?? "", $"1700000000.{++_posted:D6}", arguments, IsForOne: false);
                    _messages.Add(message);
                    return $$"""{"ok":true,"channel":"{{message.Channel}}","ts":"{{message.Timestamp}}"}""";
                case "chat.postEphemeral":
                    Pass(arguments.Text("channel") ?? "", arguments);
                    return """{"ok":true,"message_ts":"1.1"}""";
                case "chat.update":
                    Change(arguments.Text("ts"), arguments);
                    return """{"ok":true}""";
                case "response_url" when arguments.Flag("replace_original"):
                    Change(call.Query, arguments);
                    return "ok";
                case "response_url":
                    Pass("", arguments);
                    return "ok";
                case "views.open":
                    Dialog = arguments.At("view");
                    return """{"ok":true}""";
                case "views.publish":
                    Home = arguments.At("view");
                    return """{"ok":true}""";
                case "conversations.open":
                    return $$$"""{"ok":true,"channel":{"id":"{{{Payloads.Dm}}}"}}""";
                case "conversations.history":
                    return History(HttpUtility.ParseQueryString(call.Query)["channel"]);
                case "apps.connections.open":
                    return $$"""{"ok":true,"url":"{{SocketAddress}}"}""";
                case "users.info":
                    return HttpUtility.ParseQueryString(call.Query)["user"] == Payloads.Anna
                        ? $$$"""{"ok":true,"user":{"tz":"Europe/Berlin","locale":"{{{Locale}}}","real_name":"Anna Berg"}}"""
                        : """{"ok":false,"error":"user_not_found"}""";
                default:
                    return """{"ok":true}""";
            }
        }
    }

    /// <summary>Shows something to the person alone, such as the response to a command.</summary>
    public void Pass(string channel, JsonElement body)
    {
        lock (_lock)
            _messages.Add(new(channel, $"passing-{++_passed}", body, IsForOne: true));
    }

    private void Change(string? timestamp, JsonElement body)
    {
        var place = _messages.FindIndex(message => message.Timestamp == timestamp);
        if (place >= 0)
            _messages[place] = _messages[place] with { Body = body };
    }

    private string History(string? channel) => new JsonObject
    {
        ["ok"] = true,
        ["messages"] = new JsonArray(
        [
            .. _messages.Where(message => message.Channel == channel && !message.IsForOne).Reverse().Select(message => new JsonObject
            {
                ["ts"] = message.Timestamp,
                ["text"] = message.Body.Text("text"),
                ["metadata"] = message.Body.At("metadata") is { } metadata ? JsonNode.Parse(metadata.GetRawText()) : null,
            }),
        ]),
    }.ToJsonString();
}

/// <summary>A message as it stands.</summary>
/// <param name="Channel">The conversation; empty where only a response_url knows it.</param>
/// <param name="Timestamp">Slack's id of it; one of our own for what is shown in passing.</param>
/// <param name="Body">What it was made or changed with.</param>
/// <param name="IsForOne">Whether one person alone sees it.</param>
internal sealed record Posted(string Channel, string Timestamp, JsonElement Body, bool IsForOne);
