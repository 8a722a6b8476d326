using System.Net;
using System.Text.Json.Nodes;

namespace BotCoach.Host.Tests;

/// <summary>What people write, and what proves who we are, stays out of the log.</summary>
public sealed class DiscretionTests : IAsyncLifetime
{
    private const string Secret = "hush-signing-secret";

    // Each is typed in another place, so that a leak names its place.
    private static readonly string[] _private =
    [
        "wordsofhello", "wordsofreply", "wordsofcommand", "wordsofmeeting", "wordsofquestion", "wordsofgoal", "wordsofpause", "Annabelle",
        Secret, "xoxb-hush-token",
    ];

    private SlackApi _slack = null!;

    public async Task InitializeAsync() => _slack = await SlackApi.StartAsync();

    public async Task DisposeAsync() => await _slack.DisposeAsync();

    [Theory]
    [InlineData("Information", false)]
    [InlineData("Information", true)]
    [InlineData("Trace", false)]
    [InlineData("Trace", true)]
    public async Task The_log_of_a_conversation_holds_nobodys_words_and_no_secret(string level, bool slackIsBroken)
    {
        await using var host = await RunningHost.StartAsync(
            ("Slack:SigningSecret", Secret),
            ("Slack:BotToken", "xoxb-hush-token"),
            ("Slack:ApiBaseUrl", _slack.Address),
            ("Logging:LogLevel:Default", level),
            ("Logging:LogLevel:Microsoft.AspNetCore", level),
            ("Logging:LogLevel:System.Net.Http", level));
        using var requests = new SlackRequests(host.Address, Secret);
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/prep", "meeting wordsofmeeting", "1.2.open"));
        var view = Assert.Single(_slack.Views);
        _slack.IsBroken = slackIsBroken;

        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "wordsofhello", "Ev1"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "try align-with-manager", "1.2.try"));
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "4, wordsofreply", "Ev2"));
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "4, wordsofreply", "Ev2"), isRetry: true);
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "wordsofcommand", "1.2.odd"));
        await requests.PostAsync(SlackRequests.Command("U0ANNA", "/coach", "pause until wordsofpause", "1.2.pause"));
        var refused = await requests.PostAsync(Submission(view, "never"));
        var saved = await requests.PostAsync(Submission(view, "in 2 hours"));
        await requests.PostAsync("{\"event\":\"wordsofhello", path: "slack/events");
        await requests.PostAsync(SlackRequests.Message("U0ANNA", "D0ANNA", "wordsofhello", "Ev3"), signature: $"v0={Secret}");

        Assert.Contains("errors", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("clear", saved.Body, StringComparison.Ordinal);
        Assert.NotEmpty(host.Log);
        Assert.DoesNotContain(host.Log, line => _private.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Submission(JsonNode view, string when)
    {
        var filled = view.DeepClone();
        var values = new JsonObject();
        foreach (var block in filled["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "input"))
        {
            var field = (string)block!["block_id"]!;
            var value = field switch
            {
                "when" => when,
                "minutes" => "60",
                "name" => "wordsofmeeting",
                "goal" => "wordsofgoal",
                _ => "wordsofquestion",
            };
            values[field] = new JsonObject { [(string)block["element"]!["action_id"]!] = new JsonObject { ["type"] = "plain_text_input", ["value"] = value } };
        }

        filled["state"] = new JsonObject { ["values"] = values };
        var payload = new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = SlackRequests.Workspace },
            ["user"] = new JsonObject { ["id"] = "U0ANNA" },
            ["trigger_id"] = $"1.2.{when}",
            ["view"] = filled,
        };
        return $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
    }
}
