using System.Reflection;
using System.Text.RegularExpressions;
using BotCoach.Coaching;
using BotCoach.Scheduling;
using BotCoach.Storage;

namespace BotCoach.Host.Tests;

/// <summary>What the page for operators names is there.</summary>
public sealed partial class OperatorPageTests
{
    // Tags have no constants of their own; those that the page names stand in the sources.
    private static readonly string[] _tags = ["botcoach.outcome", "botcoach.given_up"];

    private static readonly string _page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operator.md"));

    [Fact]
    public void Every_metric_that_it_names_is_measured_and_every_metric_is_named()
    {
        var measured = new[] { typeof(DeliveryMetrics), typeof(TurnMetrics), typeof(StorageMetrics) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral && field.Name != "MeterName")
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToHashSet(StringComparer.Ordinal);
        var named = Metric().Matches(_page).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(measured.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_tag_that_it_names_is_given() => Assert.All(
        _tags, tag => Assert.Contains(Sources.All, source => source.Text.Contains($"\"{tag}\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("user.md")]
    [InlineData("lead.md")]
    [InlineData("operator.md")]
    [InlineData("contributor.md")]
    [InlineData("security.md")]
    [InlineData("privacy.md")]
    [InlineData("../README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("../infra/README.md")]
    public void Every_file_that_a_page_leads_to_is_there(string page)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "docs", page));
        var targets = Target().Matches(File.ReadAllText(path)).Select(match => match.Groups["path"].Value).Where(target => !target.Contains(':', StringComparison.Ordinal));

        Assert.DoesNotContain(targets, target => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)));
    }

    [Fact]
    public void Every_test_that_the_page_of_threats_names_is_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);
        var named = TestName().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "security.md"))).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !tests.Contains(name));
    }

    [GeneratedRegex(@"botcoach\.[a-z_]+\.[a-z_]+|db\.client\.operation\.duration", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Target();

    [GeneratedRegex("`(?<name>\\w+Tests)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TestName();
}
