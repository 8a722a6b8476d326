namespace BotCoach.Host.Tests;

public sealed class SourcesTests
{
    private static readonly string[] _platformFree = ["BotCoach.Coaching", "BotCoach.Scheduling"];

    [Theory]
    [InlineData("BotCoach.Chat", "Cards/Card.cs")]
    [InlineData("BotCoach.Host", "Program.cs")]
    public void The_real_sources_are_read(string project, string path) =>
        Assert.Contains(Sources.All, source => source.Project == project && source.Path == path && source.Text.Length > 0);

    [Fact]
    public void Coaching_and_scheduling_name_no_platform() =>
        Assert.Empty(Sources.NamingAPlatform(Sources.All.Where(source => _platformFree.Contains(source.Project))));

    [Theory]
    [InlineData("internal sealed class SlackGreeting;")]
    [InlineData("/// <summary>As in Teams.</summary>")]
    [InlineData("if (channel == \"teams\")")]
    public void Naming_a_platform_is_noticed(string line) => Assert.Single(Sources.NamingAPlatform([Invented(line)]));

    [Theory]
    [InlineData("// Cut the plan some slack: teams differ.")]
    public void Everyday_words_are_no_platform(string line) => Assert.Empty(Sources.NamingAPlatform([Invented(line)]));

    [Fact]
    public void No_type_is_called_manager_helper_utils_or_impl() => Assert.Empty(Sources.DeclaringAVagueType(Sources.All));

    [Theory]
    [InlineData("internal sealed class NudgeManager")]
    [InlineData("public static class TimeUtils")]
    [InlineData("internal record struct CardHelper(int Id);")]
    [InlineData("sealed class CoachImpl : ICoach")]
    public void A_vague_type_name_is_noticed(string line) => Assert.Single(Sources.DeclaringAVagueType([Invented(line)]));

    [Theory]
    [InlineData("internal sealed record ManagerOneOnOne;")]
    [InlineData("var manager = person.Manager;")]
    public void A_persons_manager_is_no_vague_type(string line) => Assert.Empty(Sources.DeclaringAVagueType([Invented(line)]));

    /// <summary>Each protocol client is one folder that nothing outside its project names.</summary>
    [Theory]
    [InlineData("BotCoach.Slack", "WebApi")]
    [InlineData("BotCoach.Teams", "Connector")]
    public void A_protocol_client_is_named_by_its_own_project_alone(string project, string folder)
    {
        var client = Sources.All.Where(source => source.Project == project && source.Path.StartsWith($"{folder}/", StringComparison.Ordinal));
        var others = Sources.All.Where(source => source.Project != project);
        var types = Sources.TypesOf(client);

        Assert.True(types.Count > 0 || Sources.All.All(source => source.Project != project), $"{project}/{folder} declares nothing: has it moved?");
        Assert.Empty(Sources.Naming(types, others));
    }

    [Fact]
    public void The_outer_types_of_a_folder_are_found_and_a_use_of_one_is_noticed()
    {
        var types = Sources.TypesOf([Invented("internal sealed partial class WebApiClient(HttpClient http)\n{\n    public sealed record Page(int Size);\n}")]);

        Assert.Equal(["WebApiClient"], types);
        Assert.Equal(
            ["BotCoach.Cellar/Invented.cs:1: services.AddSingleton<WebApiClient>();"],
            Sources.Naming(types, [Invented("services.AddSingleton<WebApiClient>();")]));
    }

    private static Source Invented(string text) => new("BotCoach.Cellar", "Invented.cs", text);
}
