using YamlDotNet.RepresentationModel;

namespace BotCoach.Coaching.Tests;

/// <summary>The texts of the data that ships: calm, and without a platform's name.</summary>
public sealed class PreReadCopyTests
{
    public static TheoryData<string> Files => ["topics.yaml", "suggestions.yaml", "glossary.yaml", "cues.yaml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_are_calm_and_know_no_platform(string file) => Assert.All(TextsOf(file), text =>
    {
        Assert.DoesNotContain('!', text);
        Assert.DoesNotContain("Slack", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Teams", text, StringComparison.Ordinal);
        foreach (var word in (string[])["great job", "well done", "awesome", "you should have", "you failed", "don't forget", "simply"])
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public void Broken_suggestions_say_everything_that_is_wrong_with_them()
    {
        var yaml = EmbeddedText.Read("suggestions.yaml")
            .Replace("“{quote}”: what is the strongest argument against it?", "What is the strongest argument against it?", StringComparison.Ordinal)
            .Replace("to keep {date} we", "to keep {figure} we", StringComparison.Ordinal);
        var broken = Assert.Throws<BrokenCatalogueException>(() => Suggestions.Parse(yaml));

        Assert.Equal(["texts.deadline.en.comments[1]", "texts.proposal.en.questions[0]"], broken.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> TextsOf(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(EmbeddedText.Read(file)));
        return stream.Documents[0].AllNodes.OfType<YamlScalarNode>().Select(node => node.Value!);
    }
}
