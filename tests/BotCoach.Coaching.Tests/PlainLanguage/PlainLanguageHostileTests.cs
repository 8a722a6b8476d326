using System.Diagnostics;
using BotCoach.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace BotCoach.Coaching.Tests;

/// <summary>Any text at all: the check never fails, and what it says of the text holds.</summary>
public sealed class PlainLanguageHostileTests
{
    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();
    private static readonly HashSet<string> _none = [];

    private static readonly string[] _pieces =
    [
        "API", "APIs", "an API", "a", "an", "the", "Kubernetes", "deploy", "deployed", "back-end", "CI/CD", "C++", "SLO", "(SLO)", "pipeline",
        "server", "servers", "merge", "el", "la", "backend", "despliegue", "NOT", "XYZ", "x", "\u00e9t\u00e9", "\ud83d\ude00", "\ud83d", "\0", "\u200b", "https://a.b/API",
        "a@b.c", "'s", "\u2019s", "_", "__", ".", "...", "?", "!", "\n", "\r\n", "\t", " ", "  ", "-", "--", "/", "&", "(", ")", "\"", ",", ";", ":", "%", "1", "4,000",
        "\u0130", "\u00df", "\ufb01", "\u6f22\u5b57", "\u0627\u0644", "I\u0307",
    ];

    private static readonly Arbitrary<string> _texts = Gen.Elements(_pieces)
        .Zip(Gen.Elements("", " ", " ", " "))
        .Select(parts => parts.Item1 + parts.Item2)
        .ArrayOf()
        .Select(string.Concat)
        .Zip(ArbMap.Default.ArbFor<string?>().Generator)
        .Select(parts => parts.Item1 + parts.Item2)
        .ToArbitrary();

    public static TheoryData<string> Repeated => new(
        "API ", "a an the ", "Kubernetes cluster ", "A", "a.b.c ", "x-", "'s ", "((((", "SLO (", "SLO, a b ", "server ", "we deploy the build and merge it ",
        "\n", ". ", "? ", "\ud83d\ude00 ", "http://", "a@a ", "el servidor de la ", "PLEASE READ THIS ", "_a_", "C+++", "API/API&API.API-API ");

    [Fact]
    public void Remarks_lie_within_the_text_and_do_not_overlap() => Prop
        .ForAll(_texts, text =>
        {
            var remarks = _check.Review(text, _none).Remarks;
            Assert.All(remarks, remark =>
            {
                Assert.True(remark.Start >= 0 && remark.Length > 0 && remark.End <= text.Length);
                Assert.Equal(text.Substring(remark.Start, remark.Length), remark.Written);
            });
            Assert.Equal(remarks.OrderBy(remark => remark.Start), remarks);
            PlainLanguageRemark[] words = [.. remarks.Where(remark => remark.Kind != PlainLanguageRemarkKind.LongSentence)];
            PlainLanguageRemark[] sentences = [.. remarks.Except(words)];
            Assert.All(words.Zip(words.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.All(sentences.Zip(sentences.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            Assert.All(
                from sentence in sentences from word in words where word.Start < sentence.End && sentence.Start < word.End select (sentence, word),
                pair => Assert.True(pair.sentence.Start <= pair.word.Start && pair.word.End <= pair.sentence.End));
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Ids_and_subjects_name_one_remark_each_and_can_travel_on_a_card() => Prop
        .ForAll(_texts, text =>
        {
            var remarks = _check.Review(text, _none).Remarks;
            Assert.Distinct(remarks.Select(remark => remark.Id));
            Assert.Distinct(remarks.Select(remark => remark.Subject));
            Assert.All(remarks, remark =>
            {
                Assert.DoesNotContain('|', remark.Id);
                Assert.InRange(remark.Id.Length, 1, 100);
            });
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Reviewing_again_says_the_same() => Prop
        .ForAll(_texts, text =>
        {
            var first = _check.Review(text, _none);
            var second = _check.Review(text, _none);
            Assert.Equal(first.Remarks.Select(Told), second.Remarks.Select(Told));
            Assert.Equal(first.Outcomes, second.Outcomes);
        })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_up_an_alternative_changes_its_words_and_an_article_before_them_alone() => Prop
        .ForAll(_texts, text =>
        {
            var review = _check.Review(text, _none);
            foreach (var remark in review.Remarks)
            {
                foreach (var alternative in remark.Alternatives)
                {
                    var changed = review.Apply(remark, alternative);
                    var before = changed[..^(alternative.Length + text.Length - remark.End)];
                    Assert.Equal(changed, before + alternative + text[remark.End..]);
                    Assert.Equal(WithoutArticle(text[..remark.Start]), WithoutArticle(before));
                }
            }
        })
        .QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_long_text_of_anything_takes_a_moment(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));

        // A second where a quiet machine takes some milliseconds: others share this one, and a square would take a minute.
        Assert.True(Fastest(text) < TimeSpan.FromSeconds(1));
    }

    private static TimeSpan Fastest(string text) => Enumerable.Range(0, 3).Min(run =>
    {
        var clock = Stopwatch.StartNew();
        _ = _check.Review(text, _none);
        return clock.Elapsed;
    });

    private static (string, string, int, int, string, string) Told(PlainLanguageRemark remark) =>
        (remark.Id, remark.Written, remark.Start, remark.Length, remark.Why(Language.English), string.Join('|', remark.Alternatives));

    private static string WithoutArticle(string text)
    {
        foreach (var article in (string[])["a ", "an ", "A ", "An ", "AN "])
        {
            if (text.EndsWith(article, StringComparison.Ordinal) && (text.Length == article.Length || !char.IsLetterOrDigit(text[^(article.Length + 1)])))
            {
                return text[..^article.Length];
            }
        }

        return text;
    }
}
