using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace BotCoach.Teams;

/// <summary>
/// The operations of the Bot Connector that the bot uses (learn.microsoft.com, "REST API reference" of the Bot
/// Connector). Knows the protocol and nothing of chats, so that an SDK could take its place.
/// </summary>
internal sealed class ConnectorClient(ConnectorHttp http, IOptions<TeamsOptions> options)
{
    /// <summary>Opens the conversation with a person, or finds it: asking twice gives the same.</summary>
    /// <param name="serviceUrl">Where the Connector stands.</param>
    /// <param name="tenant">The person's tenant.</param>
    /// <param name="person">The person's Entra object id, or their Teams id (<c>29:…</c>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ConnectorReply> CreateConversationAsync(Uri serviceUrl, string tenant, string person, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = person }),
            ["tenantId"] = tenant,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        if (!string.IsNullOrEmpty(options.Value.AppId))
            body["bot"] = new JsonObject { ["id"] = $"28:{options.Value.AppId}" };
        return http.SendAsync(HttpMethod.Post, Address(serviceUrl, ""), body, ConnectorTries.WhileSomebodyWaits, cancellationToken);
    }

    public Task<ConnectorReply> SendAsync(
        Uri serviceUrl, string conversation, JsonObject activity, ConnectorTries tries, CancellationToken cancellationToken) =>
        http.SendAsync(
            HttpMethod.Post, Address(serviceUrl, $"/{Uri.EscapeDataString(conversation)}/activities"), activity, tries, cancellationToken);

    public Task<ConnectorReply> UpdateAsync(
        Uri serviceUrl, string conversation, string message, JsonObject activity, CancellationToken cancellationToken)
    {
        activity["id"] = message;
        var path = $"/{Uri.EscapeDataString(conversation)}/activities/{Uri.EscapeDataString(message)}";
        return http.SendAsync(HttpMethod.Put, Address(serviceUrl, path), activity, ConnectorTries.WhileSomebodyWaits, cancellationToken);
    }

    /// <summary>A page of the people of a team or chat that the bot is in.</summary>
    /// <param name="serviceUrl">Where the Connector stands.</param>
    /// <param name="conversation">The id of the team or chat.</param>
    /// <param name="continuation">Where the page begins, as the last one said; null for the first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<ConnectorReply> MembersAsync(Uri serviceUrl, string conversation, string? continuation, CancellationToken cancellationToken)
    {
        // 500 is the most that a page holds (learn.microsoft.com, "Get Teams specific context", "Fetch the roster").
        var path = $"/{Uri.EscapeDataString(conversation)}/pagedmembers?pageSize=500";
        var from = continuation is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}";
        return http.SendAsync(HttpMethod.Get, Address(serviceUrl, path + from), body: null, ConnectorTries.WhileSomebodyWaits, cancellationToken);
    }

    /// <summary>One person of a team or chat that the bot is in.</summary>
    public Task<ConnectorReply> MemberAsync(Uri serviceUrl, string conversation, string member, CancellationToken cancellationToken) => http.SendAsync(
        HttpMethod.Get,
        Address(serviceUrl, $"/{Uri.EscapeDataString(conversation)}/members/{Uri.EscapeDataString(member)}"),
        body: null,
        ConnectorTries.WhileSomebodyWaits,
        cancellationToken);

    private static Uri Address(Uri serviceUrl, string path) => new($"{serviceUrl.AbsoluteUri.TrimEnd('/')}/v3/conversations{path}");
}
