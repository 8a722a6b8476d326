using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BotCoach.PlatformSimulator;

/// <summary>
/// The Bot Connector, one address for every tenant: a conversation names its tenant, and so does the wish to create one.
/// No token is asked for, as in Agents Playground: a bot sends its token over https alone.
/// </summary>
internal sealed class ConnectorRoutes(Workspaces workspaces, Reception reception, SimulatorOptions options)
{
    public const string Path = "/teams";
    public const string Platform = "teams";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost($"{Path}/v3/conversations", CreateAsync);
        routes.MapPost($"{Path}/v3/conversations/{{conversation}}/activities", (HttpContext http, string conversation) => SendAsync(http, conversation, message: null));
        routes.MapPut($"{Path}/v3/conversations/{{conversation}}/activities/{{message}}", SendAsync);
    }

    private async Task CreateAsync(HttpContext http)
    {
        var body = await ReadAsync(http.Request);
        if (body?["tenantId"]?.GetValue<string>() is not { Length: > 0 } tenant || body["members"]?[0]?["id"]?.GetValue<string>() is not { Length: > 0 } person)
        {
            await RefuseAsync(http, new Reply(StatusCodes.Status400BadRequest, Error("BadArgument")));
            return;
        }

        var request = new Request("create", $"create {person}", options.Teams.Of($"with {person}"));
        await reception.AnswerAsync(http, workspaces.Of(Platform, tenant), request, TooMany, _ =>
            reception.Plan.IsBlocked(reception.Faults, tenant, person)
                ? Blocked()
                : new Reply(StatusCodes.Status201Created, new JsonObject
                {
                    ["id"] = new ConnectorConversation(tenant, person, IsAnew: reception.Plan.IsGone(reception.Faults, tenant, person)).ToString(),
                }));
    }

    /// <summary>Sends a message, or turns one that is there into another.</summary>
    private async Task SendAsync(HttpContext http, string conversation, string? message)
    {
        if (!ConnectorConversation.TryRead(conversation, out var place))
        {
            await RefuseAsync(http, NotFound("ConversationNotFound"));
            return;
        }

        if (await ReadAsync(http.Request) is not { } activity)
        {
            await RefuseAsync(http, new Reply(StatusCodes.Status400BadRequest, Error("BadSyntax")));
            return;
        }

        var kind = message is null ? "send" : "update";
        var key = Fingerprint.Of(activity.ToJsonString());
        var workspace = workspaces.Of(Platform, place.Tenant);
        var request = new Request(kind, $"{kind} {conversation} {message} {key}", options.Teams.Of(conversation));
        await reception.AnswerAsync(http, workspace, request, TooMany, now =>
        {
            if (reception.Plan.IsBlocked(reception.Faults, place.Tenant, place.Person))
                return Blocked();
            if (!place.IsAnew && reception.Plan.IsGone(reception.Faults, place.Tenant, place.Person))
                return NotFound("ConversationNotFound");
            if (message is not null)
                return workspace.Has(conversation, message) ? Ok(message) : NotFound("ActivityNotFoundInConversation");
            var id = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}-{workspace.Messages(conversation).Count}");
            workspace.Show(now, conversation, place.Person, new Message(id, key));
            return Ok(id);
        });
    }

    private static Reply Ok(string message) => new(StatusCodes.Status200OK, new JsonObject { ["id"] = message });

    private static Reply Blocked() => new(StatusCodes.Status403Forbidden, Error("MessageWritesBlocked"), IsRefusal: true);

    private static Reply NotFound(string code) => new(StatusCodes.Status404NotFound, Error(code), IsRefusal: true);

    private static JsonObject TooMany() => Error("TooManyRequests");

    private static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } };

    private static async Task RefuseAsync(HttpContext http, Reply reply)
    {
        http.Response.StatusCode = reply.Status;
        await http.Response.WriteAsJsonAsync(reply.Body, http.RequestAborted);
    }

    private static async Task<JsonObject?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
