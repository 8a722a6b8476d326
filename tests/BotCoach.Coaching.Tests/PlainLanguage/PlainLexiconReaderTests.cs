using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>A lexicon that breaks a rule is refused, with everything that is wrong.</summary>
public sealed class PlainLexiconReaderTests
{
    private const string Vocabulary = """
        known-abbreviations: CEO
        emphasised: NOT
        english: the
        spanish: el
        after-noun: is
        outcomes: { cost: cost, revenue: sales, risk: risk, time: week, customers: customer }
        groups:
          - { name: software, words: code test }
        """;

    private const string Notes = "widget: Nadie sabe lo que es.";

    [Fact]
    public void A_sound_lexicon_is_read()
    {
        var lexicon = Read("- { term: widget, note: Nobody knows what it is., plain: [part|parts], mostly: common, term-near: [+software, +terms, \"_ of\"] }", Notes);

        var term = Assert.Single(lexicon.Terms);
        Assert.Equal("Nobody knows what it is.", term.Notes[Language.English]);
        Assert.Equal("Nadie sabe lo que es.", term.Notes[Language.Spanish]);
        Assert.Equal(TermClass.Noun, term.Class);
        Assert.Equal("parts", Assert.Single(term.Plain).Many);
        Assert.True(term.Sense!.TermsSpeakForIt);
        Assert.Contains("code", term.Sense.TermWords);
        Assert.Equal(["of"], Assert.Single(term.Sense.TermPhrases).After);
    }

    [Theory]
    [InlineData("- { note: Nobody knows it. }", "term", "is missing")]
    [InlineData("- { term: widget }", "note", "is missing")]
    [InlineData("- { term: widget, note: Nobody. Knows it. }", "note", "one sentence")]
    [InlineData("- { term: widget, note: Nobody knows it! }", "note", "exclamation mark")]
    [InlineData("- { term: widget, note: Nobody knows it., is: gadget }", "is", "must be mass")]
    [InlineData("- { term: widget, note: Nobody knows it., exact: maybe }", "exact", "must be yes")]
    [InlineData("- { term: widget, note: Nobody knows it., plain: [a|b|c] }", "plain[0]", "two set apart by a bar")]
    [InlineData("- { term: widget, note: Nobody knows it., colour: red }", "colour", "is not a field")]
    [InlineData("- { term: widget, note: Nobody knows it., term-near: [code] }", "mostly", "must be common")]
    [InlineData("- { term: widget, note: Nobody knows it., mostly: sometimes }", "mostly", "must be common")]
    [InlineData("- { term: widget, note: Nobody knows it., mostly: term, term-near: [+nobody] }", "term-near[0]", "names no group")]
    [InlineData("- { term: widget, note: Nobody knows it., mostly: term, term-near: [two words] }", "term-near[0]", "must hold one _")]
    [InlineData("- { term: widget, note: Nobody knows it., mostly: term, term-near: [tea], common-near: [tea] }", "common-near", "which term-near has too")]
    [InlineData("- { term: widget, note: Nobody knows it. }\n- { term: Widget, note: Nobody knows it. }", "term", "more than once")]
    [InlineData("- [widget]", "entry", "must have fields")]
    [InlineData("widget", "terms", "must be one list")]
    [InlineData("- {", "line 2", "is no YAML")]
    public void A_broken_one_is_refused_with_its_place(string terms, string field, string message)
    {
        var problems = Assert.Throws<BrokenLexiconException>(() => Read(terms)).Problems;

        Assert.Contains(problems, problem => problem.Field == field && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gadget: Nadie sabe lo que es.", "widget", "is missing")]
    [InlineData("widget: Nadie sabe lo que es.\ngadget: Nadie sabe lo que es.", "gadget", "is not a field")]
    [InlineData("widget: Nadie. Sabe lo que es.", "widget", "one sentence")]
    [InlineData("widget: Nadie sabe lo que es", "widget", "one sentence")]
    [InlineData("widget:", "widget", "is empty")]
    [InlineData("- widget", "notes", "one mapping")]
    [InlineData("widget: Nadie lo sabe.\nwidget: Nadie lo sabe.", "line 2", "is no YAML")]
    public void Notes_in_another_language_that_leave_a_gap_are_refused(string notes, string field, string message)
    {
        var problems = Assert.Throws<BrokenLexiconException>(() => Read("- { term: widget, note: Nobody knows it. }", notes)).Problems;

        var problem = Assert.Single(problems, problem => problem.Field == field);
        Assert.Equal("notes.es/terms", problem.Entry);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_is_too_long_is_refused() => Assert.Contains(
        Assert.Throws<BrokenLexiconException>(() => Read("- { term: widget, note: Nobody knows it. }", $"widget: {new string('a', 120)}.")).Problems,
        problem => problem is { Entry: "notes.es/terms", Field: "widget" });

    [Fact]
    public void Terms_without_notes_in_another_language_are_refused_and_so_are_notes_without_terms()
    {
        var problems = Assert.Throws<BrokenLexiconException>(() => PlainLexiconReader.Read(
            [("terms", "- { term: widget, note: Nobody knows it. }")], [(Language.Spanish, "other", Notes)], Vocabulary)).Problems;

        Assert.Equal([("notes.es/terms", "notes"), ("notes.es/other", "terms")], problems.Select(problem => (problem.Entry, problem.Field)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var broken = Assert.Throws<BrokenLexiconException>(() => Read("- { term: a, plain: [] }\n- { note: Nobody knows it. }"));

        Assert.True(broken.Problems.Count >= 2);
        Assert.All(broken.Problems, problem => Assert.Contains(problem.ToString(), broken.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_words_that_is_missing_is_told() =>
        Assert.Contains(
            Assert.Throws<BrokenLexiconException>(() => PlainLexiconReader.Read([], [], "english: the")).Problems,
            problem => problem is { Entry: "plain-words", Field: "spanish" });

    private static PlainLexicon Read(string terms, string notes = Notes) =>
        PlainLexiconReader.Read([("terms", terms)], [(Language.Spanish, "terms", notes)], Vocabulary);
}
