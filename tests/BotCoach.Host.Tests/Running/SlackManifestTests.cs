using System.Reflection;
using BotCoach.Coaching;
using YamlDotNet.RepresentationModel;

namespace BotCoach.Host.Tests;

/// <summary>What stands in Slack's menus is what the coach knows.</summary>
public sealed class SlackManifestTests
{
    private static readonly YamlNode _manifest = Read();

    [Fact]
    public void Every_shortcut_of_the_manifest_is_one_that_the_coach_knows_and_the_other_way_round()
    {
        var known = typeof(Shortcuts).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(known.Order(), Items("shortcuts").Select(shortcut => Text(shortcut, "callback_id")).Order());
    }

    [Fact]
    public void Every_command_of_the_manifest_is_one_that_the_coach_obeys_and_so_is_each_of_its_hints()
    {
        Assert.Equal(["/coach", "/prep"], Items("slash_commands").Select(command => Text(command, "command")));
        Assert.All(
            Items("slash_commands").SelectMany(command => Text(command, "usage_hint").Split(" | "), (command, hint) => (Command: Text(command, "command")[1..], Hint: hint)),
            said => Assert.IsNotType<CoachCommand.Unknown>(CoachCommand.OfSlash(said.Command, said.Hint)));
    }

    [Fact]
    public void Slack_sends_the_browser_back_to_where_an_installation_is_finished()
    {
        var back = (YamlScalarNode)((YamlSequenceNode)_manifest["oauth_config"]["redirect_urls"]).Single();
        Assert.Equal(InstallPages.CallbackPath, new Uri(back.Value!).AbsolutePath);
    }

    private static IEnumerable<YamlNode> Items(string feature) => (YamlSequenceNode)_manifest["features"][feature];

    private static string Text(YamlNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static YamlNode Read()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(RepositoryRoot.Path, "manifest", "slack", "manifest.yaml"));
        yaml.Load(reader);
        return yaml.Documents.Single().RootNode;
    }
}
