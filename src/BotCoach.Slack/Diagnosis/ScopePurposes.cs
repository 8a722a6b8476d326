namespace BotCoach.Slack;

/// <summary>What the bot's token must be allowed to do, and what it is for.</summary>
internal static class ScopePurposes
{
    /// <summary>Each scope (docs.slack.dev, "Scopes") with what people miss without it.</summary>
    public static IReadOnlyDictionary<string, string> Needed { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["app_mentions:read"] = "mentions are not answered",
        ["chat:write"] = "nothing can be sent",
        ["commands"] = "/coach and /prep do not work",
        ["im:history"] = "messages to the coach do not arrive",
        ["im:write"] = "no direct conversation can be opened",
        ["usergroups:read"] = "the people of a user group cannot be invited",
        ["users:read"] = "names and time zones are not known",
        ["users:read.email"] = "people cannot be invited by e-mail address",
    };
}
