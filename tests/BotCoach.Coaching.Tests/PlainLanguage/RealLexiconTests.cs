using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>The terms that ship: enough of them, each with a reason and with plain words that are plain.</summary>
public sealed class RealLexiconTests
{
    private static readonly PlainLexicon _lexicon = PlainLexicon.Load();
    private static readonly PlainLanguageCheck _check = new(_lexicon);
    private static readonly HashSet<string> _none = [];

    [Fact]
    public void There_are_at_least_four_hundred_terms() => Assert.True(_lexicon.Terms.Count >= 400, $"{_lexicon.Terms.Count} terms");

    [Fact]
    public void No_term_is_there_twice() => Assert.Distinct(_lexicon.Terms.Select(term => (term.Slug, term.IsSpanishOnly)));

    [Fact]
    public void Each_term_says_why_it_may_not_land_in_one_short_sentence_of_each_language() => Assert.All(_lexicon.Terms, term =>
    {
        Assert.Equal(Language.All, term.Notes.Keys);
        Assert.Distinct(term.Notes.Values);
        Assert.All(term.Notes.Values, note =>
        {
            Assert.InRange(note.Length, 20, 120);
            Assert.Equal(1, CopyRules.Sentences(note));
            Assert.EndsWith(".", note, StringComparison.Ordinal);
        });
    });

    [Fact]
    public void Spanish_notes_say_tu() => Assert.All(_lexicon.Terms, term =>
    {
        foreach (var word in (string[])["usted", "vosotros", "vuestr", "diga ", "decid ", "\u00a1"])
        {
            Assert.DoesNotContain(word, term.Notes[Language.Spanish], StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public void Nearly_every_term_has_plain_words() =>
        Assert.True(_lexicon.Terms.Count(term => term.Plain.Count > 0) >= 0.98 * _lexicon.Terms.Count);

    [Fact]
    public void Plain_words_are_short() => Assert.All(AllPlain, plain => Assert.InRange(plain.Words.Length, 2, 60));

    [Fact]
    public void Plain_words_hold_no_term() => Assert.All(AllPlain, plain =>
        Assert.Empty(_check.Review(plain.Words, _none).Remarks.Select(remark => $"{plain.Term}: '{plain.Words}' holds '{remark.Written}'")));

    [Fact]
    public void Texts_are_calm() => Assert.All(AllPlain.Select(plain => plain.Words).Concat(_lexicon.Terms.SelectMany(term => term.Notes.Values)), text =>
    {
        Assert.Empty(CopyRules.Broken(text, 120));
        foreach (var word in (string[])["simply", "obviously", "of course", "stupid", "dumb", "jargon", "you should"])
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }
    });

    [Fact]
    public void A_term_that_is_nothing_else_is_found_wherever_it_stands() =>
        Assert.All(_lexicon.Terms.Where(term => term.Sense is null && !term.IsSpanishOnly), term =>
            Assert.Contains(
                _check.Review($"They told us that {term.Name} would be next.", _none).Remarks,
                remark => remark.Written == term.Name && Language.All.All(language => remark.Why(language) == term.Notes[language])));

    [Fact]
    public void A_common_word_alone_is_not_remarked_on() =>
        Assert.All(_lexicon.Terms.Where(term => term.Sense is { Mostly: not MostlyIs.Term }), term =>
            Assert.DoesNotContain(_check.Review($"They told us about {term.Name}.", _none).Remarks, remark => remark.Why(Language.English) == term.Notes[Language.English]));

    [Fact]
    public void A_term_is_found_in_each_of_its_forms_and_spellings()
    {
        foreach (var written in (string[])["back-end", "backend", "back end", "Back-ends", "APIs", "refactoring", "refactors", "K8s", "CI/CD", "C++", "Node.js"])
        {
            Assert.Contains(_check.Review($"They told us that {written} would be next.", _none).Remarks, remark => remark.Written == written);
        }
    }

    private static IEnumerable<(string Term, string Words)> AllPlain =>
        from term in _lexicon.Terms
        from plain in term.Plain.Concat(term.AsNoun).Concat(term.Spanish)
        from words in new[] { plain.One, plain.Many }.OfType<string>()
        select (term.Name, words);
}
