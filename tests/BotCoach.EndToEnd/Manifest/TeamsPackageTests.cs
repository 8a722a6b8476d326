using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>What an administrator uploads to Teams.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private const string AppId = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    private const string BotId = "9b2d7c1e-0a4f-4f0e-8a55-1c9d3e6f7a80";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_package_holds_the_manifest_its_words_in_Spanish_and_the_two_icons_and_nothing_else()
    {
        var files = await PackageAsync("--app-id", AppId);

        Assert.Equal(["color.png", "es.json", "manifest.json", "outline.png"], files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_packaged_manifest_meets_the_schema_that_it_names()
    {
        var manifest = await ManifestAsync("--app-id", AppId);

        Assert.Equal("", await ComplaintsAsync(manifest));
        Assert.Contains($"/v{manifest["manifestVersion"]}/", manifest["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_against_the_schema_finds_a_fault()
    {
        var manifest = await ManifestAsync("--app-id", AppId);
        manifest["bots"]![0]!["scopes"]![0] = "everywhere";
        manifest["name"]!["short"] = new string('x', 31);

        var complaints = await ComplaintsAsync(manifest);

        Assert.Contains("/bots/0/scopes/0", complaints, StringComparison.Ordinal);
        Assert.Contains("/name/short", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ids_and_the_address_are_filled_in()
    {
        var manifest = await ManifestAsync("--app-id", AppId.ToUpperInvariant(), "--bot-id", BotId, "--url", "https://coach.northwind.example/");

        Assert.Equal(AppId, manifest["id"]!.GetValue<string>());
        Assert.Equal(BotId, manifest["bots"]![0]!["botId"]!.GetValue<string>());
        Assert.Equal("https://coach.northwind.example/privacy", manifest["developer"]!["privacyUrl"]!.GetValue<string>());
        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_has_the_id_of_the_app_unless_told_otherwise()
    {
        var manifest = await ManifestAsync("--app-id", AppId);

        Assert.Equal(AppId, manifest["bots"]![0]!["botId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_scope_of_the_bot_has_a_menu_of_commands()
    {
        var bot = (await ManifestAsync("--app-id", AppId))["bots"]![0]!;

        var scopes = bot["commandLists"]!.AsArray().SelectMany(list => list!["scopes"]!.AsArray()).Select(scope => scope!.GetValue<string>());
        Assert.Equal(bot["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()).Order(StringComparer.Ordinal), scopes.Order(StringComparer.Ordinal));
        Assert.All(bot["commandLists"]!.AsArray(), list =>
            Assert.Equal(
                ["help", "plan", "prep meeting", "prep 1:1", "prep", "record", "try", "pause", "settings", "stop"],
                list!["commands"]!.AsArray().Select(command => command!["title"]!.GetValue<string>())));
    }

    [Fact]
    public async Task The_words_in_Spanish_meet_their_schema_and_the_manifest_meets_its_own_with_them()
    {
        var manifest = await ManifestAsync("--app-id", AppId);
        var language = Assert.Single(manifest["localizationInfo"]!["additionalLanguages"]!.AsArray())!;
        Assert.Equal(("es", "es.json"), (language["languageTag"]!.GetValue<string>(), language["file"]!.GetValue<string>()));
        var spanish = await SpanishAsync();

        Assert.Equal("", await ComplaintsAsync(spanish, manifest["manifestVersion"]!.GetValue<string>()));
        Assert.Contains($"/v{manifest["manifestVersion"]}/", spanish["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var (path, words) in Words(spanish))
        {
            Replace(manifest, path, words);
        }

        Assert.Equal("", await ComplaintsAsync(manifest));
    }

    [Fact]
    public async Task Every_word_of_the_manifest_is_there_in_Spanish_and_every_command_is_understood()
    {
        var bot = (await ManifestAsync("--app-id", AppId))["bots"]![0]!;
        var spanish = Words(await SpanishAsync()).ToDictionary();
        var commands = bot["commandLists"]!.AsArray().SelectMany((list, number) =>
            list!["commands"]!.AsArray().Select((command, place) => ($"bots[0].commandLists[{number}].commands[{place}]", command!["title"]!.GetValue<string>()))).ToList();

        Assert.Equal(
            new[] { "name.short", "name.full", "description.short", "description.full" }
                .Concat(commands.SelectMany(command => new[] { $"{command.Item1}.title", $"{command.Item1}.description" })).Order(StringComparer.Ordinal),
            spanish.Keys.Order(StringComparer.Ordinal));
        Assert.All(commands, command => Assert.Equal(Understood(command.Item2), Understood(spanish[$"{command.Item1}.title"])));
    }

    [Fact]
    public async Task The_colour_icon_is_192_pixels_square()
    {
        var files = await PackageAsync("--app-id", AppId);

        Assert.Equal((192, 192), Size(files["color.png"]));
    }

    [Fact]
    public async Task The_outline_icon_is_32_pixels_square_and_white_on_nothing()
    {
        var outline = (await PackageAsync("--app-id", AppId))["outline.png"];

        Assert.Equal((32, 32), Size(outline));
        var pixels = PngPixels.Read(outline);
        Assert.All(pixels.Where(pixel => pixel.Alpha > 0), pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(pixels, pixel => pixel.Alpha == 255);
        Assert.True(pixels.Count(pixel => pixel.Alpha == 0) > pixels.Count / 2, "Most of it lets the background through.");
    }

    [Theory]
    [InlineData("--app-id is missing.")]
    [InlineData("--app-id must be a GUID such as", "--app-id", "botcoach")]
    [InlineData("--app-id must be a GUID such as", "--app-id", "00000000-0000-0000-0000-000000000000")]
    [InlineData("--app-id must be a GUID such as", "--app-id", AppId + "0")]
    [InlineData("--bot-id must be a GUID such as", "--app-id", AppId, "--bot-id", "{" + BotId + "}")]
    [InlineData("--url must be an https address", "--app-id", AppId, "--url", "http://coach.northwind.example")]
    [InlineData("--url must be an https address", "--app-id", AppId, "--url", "coach")]
    [InlineData("Unknown option '--tenant'", "--app-id", AppId, "--tenant", "x")]
    public async Task Wrong_options_are_refused_with_a_reason_and_no_package(string reason, params string[] options)
    {
        var script = await RunAsync(options);

        Assert.Equal(1, script.ExitCode);
        Assert.Contains(reason, script.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("app.zip")));
    }

    private Task<NodeScript> RunAsync(string[] options) =>
        NodeScript.RunAsync("manifest/teams/package.mjs", [.. options, "--out", _folder.File("app.zip")]);

    private async Task<Dictionary<string, byte[]>> PackageAsync(params string[] options)
    {
        var script = await RunAsync(options);
        Assert.True(script.ExitCode == 0, script.Errors);
        await using var zip = await ZipFile.OpenReadAsync(_folder.File("app.zip"));
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync();
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy);
            files.Add(entry.FullName, copy.ToArray());
        }

        return files;
    }

    private async Task<JsonNode> ManifestAsync(params string[] options) =>
        JsonNode.Parse((await PackageAsync(options))["manifest.json"])!;

    private async Task<JsonNode> SpanishAsync() => JsonNode.Parse((await PackageAsync("--app-id", AppId))["es.json"])!;

    private static IEnumerable<KeyValuePair<string, string>> Words(JsonNode language) => language.AsObject()
        .Where(word => word.Key != "$schema").Select(word => KeyValuePair.Create(word.Key, word.Value!.GetValue<string>()));

    /// <summary>Puts a word where a path such as <c>bots[0].commandLists[1].commands[2].title</c> leads.</summary>
    private static void Replace(JsonNode manifest, string path, string words)
    {
        var steps = path.Split('.', '[').Select(step => step.TrimEnd(']')).ToList();
        var place = steps.SkipLast(1).Aggregate(manifest, (node, step) => (node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : node[step])!);
        Assert.NotNull(place[steps[^1]]);
        place[steps[^1]] = words;
    }

    /// <summary>What the coach takes a message for; "try" alone is the beginning of one.</summary>
    private static CoachCommand? Understood(string message) =>
        CoachCommand.OfMessage(message) ?? CoachCommand.OfMessage($"{message} x");

    private static async Task<string> ComplaintsAsync(JsonNode manifest, params string[] version)
    {
        var script = await NodeScript.RunAsync("tests/peers/validate-manifest.cjs", version, manifest.ToJsonString());
        Assert.True(script.ExitCode == 0, script.Errors);
        return script.Output;
    }

    /// <summary>Width and height from the header chunk of a PNG, which comes first.</summary>
    private static (int Width, int Height) Size(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
