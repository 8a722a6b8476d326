using System.Globalization;

namespace BotCoach.EndToEnd;

/// <summary>Someone in the tenant of Playground.</summary>
/// <param name="Id">Their id in Teams.</param>
/// <param name="Name">Their full name.</param>
/// <param name="ObjectId">Their id in Entra.</param>
public sealed record TeamsPerson(string Id, string Name, string ObjectId);

/// <summary>The tenant that every <see cref="Playground"/> starts with.</summary>
public static class PlaygroundTenant
{
    public const string TenantId = "00000000-0000-0000-0000-00000000a000";
    public const string AppId = "00000000-0000-0000-0000-00000000b000";
    public const string BotId = $"28:{AppId}";
    public const string BotName = "BotCoach";

    /// <summary>Anna's conversation with the bot.</summary>
    public const string PersonalChat = "a:00000000-0000-0000-0000-00000000c000";

    /// <summary>A group chat with everybody and the bot in it.</summary>
    public const string GroupChat = "19:00000000-0000-0000-0000-00000000c001@thread.v2";

    /// <summary>A team with everybody and the bot in it; also the id of its General channel.</summary>
    public const string Team = "19:00000000-0000-0000-0000-00000000d000@thread.tacv2";

    /// <summary>The other channel of the team.</summary>
    public const string Channel = "19:00000000-0000-0000-0000-00000000d001@thread.tacv2";

    /// <summary>The one person whom Playground lets act.</summary>
    public static readonly TeamsPerson Anna = Person(0, "Anna Berg");

    /// <summary>Playground takes a tenant of exactly five others.</summary>
    private static readonly TeamsPerson[] _others =
        [Person(1, "Ben Carter"), Person(2, "Chloe Dubois"), Person(3, "Dev Evans"), Person(4, "Ela Fischer"), Person(5, "Finn Gray")];

    /// <summary>Everybody else.</summary>
    public static IReadOnlyList<TeamsPerson> Others => _others;

    /// <summary>The tenant as Playground reads it.</summary>
    internal static string Yaml() => $$"""
        version: "0.1.1"
        tenantId: {{TenantId}}
        bot: { id: "{{BotId}}", name: {{BotName}} }
        currentUser: {{User(Anna)}}
        users:
        {{string.Join('\n', _others.Select(person => $"  - {User(person)}"))}}
        personalChat: { id: "{{PersonalChat}}" }
        groupChat: { id: "{{GroupChat}}", name: Leads }
        team:
          id: "{{Team}}"
          name: Northwind
          aadGroupId: 00000000-0000-0000-0000-00000000d002
          channels: [ { id: "{{Channel}}", name: Engineering } ]

        """;

    private static TeamsPerson Person(int number, string name) => new(
        $"29:00000000-0000-0000-0000-{Digits(number, 'e')}", name, $"00000000-0000-0000-0000-{Digits(number, 'f')}");

    private static string Digits(int number, char family) => string.Create(CultureInfo.InvariantCulture, $"00000000{family}{number:000}");

    // The misspelt key is Playground's own.
    private static string User(TeamsPerson person)
    {
        var names = person.Name.Split(' ');
        var address = string.Create(CultureInfo.InvariantCulture, $"{names[0].ToLowerInvariant()}@northwind.example");
        return $$"""{ id: "{{person.Id}}", name: {{person.Name}}, givenName: {{names[0]}}, surname: {{names[1]}}, email: {{address}}, userPrincipleName: {{address}}, aadObjectId: {{person.ObjectId}} }""";
    }
}
