using System.Text.Json;

namespace BotCoach.Slack;

/// <summary>
/// Whose request it is. A workspace of an enterprise that installed the app for all of its workspaces has no installation of
/// its own (docs.slack.dev, "Developing for Enterprise orgs"); the workspace is named first all the same.
/// </summary>
internal static class OriginReader
{
    public static SlackOrigin? OfEvent(JsonElement body)
    {
        var authorization = body.Items("authorizations").FirstOrDefault();
        var enterprise = authorization.Text("enterprise_id") ?? body.Text("enterprise_id");
        return Of(body.Text("team_id"), enterprise, authorization.Flag("is_enterprise_install"));
    }

    public static SlackOrigin? OfInteraction(JsonElement payload) => Of(
        payload.Text("team", "id") ?? payload.Text("user", "team_id"), payload.Text("enterprise", "id"), payload.Flag("is_enterprise_install"));

    public static SlackOrigin? OfCommand(Func<string, string?> field) =>
        Of(NullIfEmpty(field("team_id")), NullIfEmpty(field("enterprise_id")), field("is_enterprise_install") == "true");

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static SlackOrigin? Of(string? workspace, string? enterprise, bool isOfEnterprise) => (workspace ?? enterprise) is { } id
        ? new SlackOrigin(id, isOfEnterprise ? enterprise : null)
        : null;
}
