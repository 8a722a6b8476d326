namespace BotCoach.EndToEnd;

/// <summary>Someone in the workspace of the Slack peer.</summary>
/// <param name="Id">Their user id.</param>
/// <param name="Name">Their handle.</param>
/// <param name="RealName">How the peer's page shows them.</param>
/// <param name="TimeZone">Their IANA zone.</param>
public sealed record SlackPerson(string Id, string Name, string RealName, string TimeZone);

/// <summary>The workspace that every <see cref="LocalSlack"/> starts with.</summary>
public static class LocalWorkspace
{
    public const string TeamId = "T0LOCAL";
    public const string AppId = "A0COACH";
    public const string BotUserId = "U0COACH";
    public const string BotName = "BotCoach";
    public const string BotToken = "xoxb-local-coach";
    public const string AppToken = "xapp-local-coach";
    public const string SigningSecret = "local-signing-secret";

    /// <summary>A channel with everybody and the bot in it.</summary>
    public const string General = "C0GENERAL";

    public static readonly SlackPerson Anna = new("U0ANNA", "anna", "Anna Berg", "Europe/Berlin");
    public static readonly SlackPerson Ben = new("U0BEN", "ben", "Ben Carter", "Europe/London");

    /// <summary>A dozen more, for what takes a group.</summary>
    public static IReadOnlyList<SlackPerson> Team { get; } =
        [.. Enumerable.Range(1, 12).Select(number => new SlackPerson($"U0TEAM{number:D2}", $"team{number}", $"Team Member {number}", "Europe/London"))];

    private static readonly SlackPerson[] _everybody = [Anna, Ben, .. Team];

    /// <summary>The workspace as the peer reads it.</summary>
    /// <param name="requestUrl">Where the peer posts events, commands and interactions; null for Socket Mode.</param>
    internal static string Yaml(Uri? requestUrl) => $"""
        workspace:
          name: Northwind
          domain: northwind
          teamId: {TeamId}
        apps:
          - appId: {AppId}
            botUserId: {BotUserId}
            botName: {BotName}
            botToken: {BotToken}
            appToken: {AppToken}
            signingSecret: {SigningSecret}
            {(requestUrl is null ? "mode: socket" : $"mode: events\n    requestUrl: {requestUrl}")}
        users:
        {string.Join('\n', _everybody.Select(User))}
        channels:
          - id: {General}
            name: general
            members: [{BotUserId}, {string.Join(", ", _everybody.Select(person => person.Id))}]

        """;

    private static string User(SlackPerson person) =>
        $"  - {{ id: {person.Id}, name: {person.Name}, real_name: {person.RealName}, email: {person.Name}@northwind.example, tz: {person.TimeZone} }}";
}
