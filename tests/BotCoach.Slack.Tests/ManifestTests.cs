using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Slack.Tests;

/// <summary>The manifest asks for what the code uses, and for nothing else.</summary>
public sealed partial class ManifestTests
{
    // What each method asks for (docs.slack.dev, the page of the method). Some ask for nothing, or for no scope of the bot's.
    private static readonly Dictionary<string, string?> _scopeOfMethod = new()
    {
        ["auth.test"] = null,
        ["apps.connections.open"] = null,
        ["oauth.v2.access"] = null,
        ["views.open"] = null,
        ["views.publish"] = null,
        ["chat.postMessage"] = "chat:write",
        ["chat.postEphemeral"] = "chat:write",
        ["chat.update"] = "chat:write",
        ["conversations.open"] = "im:write",
        ["conversations.history"] = "im:history",
        ["users.info"] = "users:read",
        ["users.list"] = "users:read",
        ["users.lookupByEmail"] = "users:read.email",
        ["usergroups.users.list"] = "usergroups:read",
    };

    // What each event asks for (docs.slack.dev, the page of the event).
    private static readonly Dictionary<string, string?> _scopeOfEvent = new()
    {
        ["app_home_opened"] = null,
        ["app_uninstalled"] = null,
        ["tokens_revoked"] = null,
        ["app_mention"] = "app_mentions:read",
        ["message.im"] = "im:history",
    };

    private static readonly YamlMappingNode _manifest = Read();

    [Fact]
    public void The_scopes_are_those_that_an_installation_asks_for() =>
        Assert.Equal(SlackScopes.Bot, Texts("oauth_config", "scopes", "bot"));

    [Fact]
    public void The_scopes_are_those_of_the_methods_that_are_called_the_events_that_are_heard_and_the_commands()
    {
        var needed = MethodsCalled().Select(method => _scopeOfMethod[method])
            .Concat(Texts("settings", "event_subscriptions", "bot_events").Select(happened => _scopeOfEvent[happened]))
            .Append("commands").OfType<string>().Distinct().Order();
        Assert.Equal(needed, Texts("oauth_config", "scopes", "bot").Order());
    }

    [Fact]
    public void Every_method_that_is_known_here_is_called() => Assert.Equal(_scopeOfMethod.Keys.Order(), MethodsCalled().Order());

    [Fact]
    public void The_events_are_those_that_are_read()
    {
        var read = EventType().Matches(Source("Turns", "EventReader.cs")).Select(match => match.Groups["type"].Value)
            .Select(type => type == "message" ? "message.im" : type).Distinct();
        Assert.Equal(read.Order(), Texts("settings", "event_subscriptions", "bot_events").Order());
    }

    [Fact]
    public void The_addresses_are_those_that_are_mapped()
    {
        string[] addresses =
        [
            .. Items("features", "slash_commands").Select(command => Text(command, "url")),
            Text(At("settings", "event_subscriptions"), "request_url"), Text(At("settings", "interactivity"), "request_url"),
        ];
        var setup = Source("SlackSetup.cs");
        Assert.All(addresses, address => Assert.Contains($"\"{new Uri(address).AbsolutePath}\"", setup, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_and_descriptions_fit()
    {
        // docs.slack.dev, "App manifest reference"; the length of a shortcut's name is not told there, but Slack refuses longer ones.
        Assert.All(Items("features", "shortcuts"), shortcut => Assert.InRange(Text(shortcut, "name").Length, 1, 24));
        Assert.All(Items("features", "shortcuts"), shortcut => Assert.InRange(Text(shortcut, "description").Length, 1, 150));
        Assert.All(Items("features", "shortcuts"), shortcut => Assert.InRange(Text(shortcut, "callback_id").Length, 1, 255));
        Assert.All(Items("features", "slash_commands"), command => Assert.InRange(Text(command, "description").Length, 1, 2_000));
        Assert.InRange(Text(At("display_information"), "description").Length, 1, 140);
    }

    private static IReadOnlyList<string> MethodsCalled() =>
        [.. new[] { Source("WebApi", "SlackWebApi.cs"), Source("Installations", "SlackOAuth.cs") }
            .SelectMany(source => Method().Matches(source)).Select(match => match.Groups["method"].Value).Distinct()];

    private static string Source(params string[] path) => File.ReadAllText(Path.Combine([RepositoryRoot.Path, "src", "BotCoach.Slack", .. path]));

    private static YamlMappingNode Read()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(RepositoryRoot.Path, "manifest", "slack", "manifest.yaml"));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static YamlNode At(params string[] path) => path.Aggregate((YamlNode)_manifest, (node, key) => node[key]);

    private static IEnumerable<YamlNode> Items(params string[] path) => (YamlSequenceNode)At(path);

    private static IEnumerable<string> Texts(params string[] path) => Items(path).Select(item => ((YamlScalarNode)item).Value!);

    private static string Text(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    // A method stands at the start of a text, alone or with its query, or behind the address of the Web API.
    [GeneratedRegex("""["}](?<method>(apps|auth|chat|conversations|oauth|usergroups|users|views)(\.\w+)+)["?]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Method();

    [GeneratedRegex("""^\s+"(?<type>[a-z_]+)" (when|=>)""", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex EventType();
}
