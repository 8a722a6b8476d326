using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BotCoach.PlatformSimulator;

/// <summary>
/// Slack's Web API. A token names its workspace, as it does in Slack: <c>xoxb-T1</c> and <c>xoxb-T1-anything</c> are tokens of
/// the workspace T1.
/// </summary>
internal sealed class SlackRoutes(Workspaces workspaces, Reception reception, SimulatorOptions options)
{
    public const string Path = "/slack/api";
    public const string Platform = "slack";
    private const string TokenPrefix = "Bearer xoxb-";

    public void Map(IEndpointRouteBuilder routes) => routes.MapMethods($"{Path}/{{method}}", [HttpMethods.Get, HttpMethods.Post], AnswerAsync);

    private async Task AnswerAsync(HttpContext http, string method)
    {
        var token = http.Request.Headers.Authorization.ToString();
        if (!token.StartsWith(TokenPrefix, StringComparison.Ordinal))
        {
            await http.Response.WriteAsJsonAsync(SlackMethods.Error(token.Length == 0 ? "not_authed" : "invalid_auth"), http.RequestAborted);
            return;
        }

        if (await ReadAsync(http.Request) is not { } arguments)
        {
            await http.Response.WriteAsJsonAsync(SlackMethods.Error("invalid_json"), http.RequestAborted);
            return;
        }

        var workspace = workspaces.Of(Platform, token[TokenPrefix.Length..].Split('-')[0]);
        var methods = new SlackMethods(workspace, reception, arguments);
        var request = new Request(method, $"{method} {methods.Identity}", options.Slack.Of(method, methods.Channel));
        await reception.AnswerAsync(http, workspace, request, () => SlackMethods.Error("ratelimited"), now =>
        {
            var body = methods.Call(method, now);
            return new Reply(StatusCodes.Status200OK, body, IsRefusal: !body["ok"]!.GetValue<bool>());
        });
    }

    /// <summary>Arguments stand in the query, or in a body of JSON.</summary>
    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method))
            return new JsonObject(request.Query.Select(argument => KeyValuePair.Create(argument.Key, (JsonNode?)argument.Value.ToString())));
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
