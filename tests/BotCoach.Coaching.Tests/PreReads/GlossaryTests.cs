using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>The glossary that ships, and how its terms are found.</summary>
public sealed class GlossaryTests
{
    private static readonly Glossary _glossary = Glossary.Load();

    [Fact]
    public void There_are_at_least_120_terms_each_with_one_line() => Assert.All(_glossary.Terms, term =>
    {
        Assert.True(_glossary.Terms.Count >= 120);
        Assert.Equal(Language.All, term.Meanings.Keys);
        Assert.Distinct(term.Meanings.Values);
        Assert.All(term.Meanings.Values, meaning =>
        {
            Assert.InRange(meaning.Length, 20, 160);
            Assert.EndsWith(".", meaning, StringComparison.Ordinal);
        });
        Assert.DoesNotContain(term.Name.Split(" (")[0] + " is", term.Means(Language.English), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(term.Spanish[0] + " es", term.Means(Language.Spanish), StringComparison.OrdinalIgnoreCase);
    });

    [Theory]
    [InlineData("Annual recurring revenue (ARR)", "Ingresos recurrentes anuales (ARR)")]
    [InlineData("EBITDA", "Resultado bruto de explotación (EBITDA)")]
    [InlineData("Churn", "Tasa de abandono")]
    public void A_term_has_a_name_in_each_language(string english, string spanish)
    {
        var term = Assert.Single(_glossary.Terms, term => term.NameIn(Language.English) == english);

        Assert.Equal(spanish, term.NameIn(Language.Spanish));
    }

    [Fact]
    public void What_was_found_is_explained_in_any_language_and_back() => Assert.All(_glossary.Terms, term =>
    {
        var found = new TermFound { Written = term.Name, Name = term.Name, Meaning = term.Means(Language.English) };
        var spanish = _glossary.In(found, Language.Spanish);

        Assert.Equal((term.NameIn(Language.Spanish), term.Means(Language.Spanish)), (spanish.Name, spanish.Meaning));
        Assert.NotEqual(found.Name, spanish.Name);
        Assert.Equal(found, _glossary.In(spanish, Language.English));
    });

    [Fact]
    public void A_term_that_has_left_the_glossary_stays_as_it_was_found()
    {
        var found = new TermFound { Written = "moonshot", Name = "Moonshot", Meaning = "A bet that hardly ever pays." };

        Assert.Equal(found, _glossary.In(found, Language.Spanish));
    }

    [Fact]
    public void No_two_terms_share_a_name() => Assert.Distinct(
        _glossary.Terms.SelectMany(term => term.Aliases.Concat(term.Spanish).Prepend(term.Name)), StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void Every_name_and_alias_is_found_by_itself() => Assert.All(
        _glossary.Terms.SelectMany(term => term.Aliases.Prepend(term.Name.Split(" (")[0]).Select(name => (term.Name, Written: name))),
        term => Assert.Equal([term.Name], Found($"We talk about the {term.Written} and what it does for us here.")));

    [Fact]
    public void Every_Spanish_name_is_found_by_itself() => Assert.All(
        _glossary.Terms.SelectMany(term => term.Spanish.Select(name => (term.Name, Written: name))),
        term => Assert.Equal([term.Name], Found($"Hablamos de la {term.Written} y de lo que nos hace aquí.")));

    [Theory]
    [InlineData("Our covenants are strict and the waiver is late.", "Covenant", "Waiver")]
    [InlineData("We look at the run-rate of this month, and at Run Rates of others.", "Run rate")]
    [InlineData("Net revenue retention is down, and gross margin too.", "Net revenue retention (NRR)", "Gross margin")]
    [InlineData("The P&L and our R&D are fine, so is the G&A.", "Profit and loss statement (P&L)", "Research and development (R&D)", "General and administrative (G&A)")]
    [InlineData("ARR and KPIs of the SAM are up for us.", "Annual recurring revenue (ARR)", "Key performance indicator (KPI)", "Serviceable market (SAM)")]
    public void Terms_are_found_as_whole_phrases_in_singular_and_plural_the_longest_first(string text, params string[] names) => Assert.Equal(names, Found(text));

    [Theory]
    [InlineData("Sam met Arr in the tam of the lead.")]
    [InlineData("We leverage the pipeline to provision the server.")]
    [InlineData("The churning of butter and a churnless life were there.")]
    [InlineData("Profit, and loss, and cash; flow.")]
    [InlineData("The conversion of the data was utilised by the team.")]
    public void Words_that_only_look_like_terms_are_none(string text) => Assert.Empty(Found(text));

    [Fact]
    public void A_term_is_shown_as_it_was_written()
    {
        var found = Assert.Single(_glossary.Find(PreRead.Parse("The acquisition of Carely is on the list for this day."), []));

        Assert.Equal(("acquisition", "Mergers and acquisitions (M&A)"), (found.Written, found.Name));
    }

    [Fact]
    public void Terms_of_key_points_come_before_those_of_the_rest()
    {
        var preRead = PreRead.Parse("Churn, churn and churn is all that we talk about. The bank has our covenant.");

        Assert.Equal(
            ["Covenant", "Churn"],
            _glossary.Find(preRead, [new KeyPoint { Text = "The bank has our covenant.", Place = PreReadPlace.Paragraph(1) }]).Select(term => term.Name));
    }

    [Fact]
    public void A_broken_glossary_says_everything_that_is_wrong_with_it()
    {
        var broken = Assert.Throws<BrokenCatalogueException>(() => Glossary.Parse("""
            - term: Run rate
              means: Great! You earn it.
            - term: run rate
              colour: red
            """));

        Assert.Equal(
            ["[0].es", "[0].means", "[0].means-es", "[1].colour", "[1].es", "[1].means", "[1].means-es", "[1].term"],
            broken.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Found(string text) => _glossary.Find(PreRead.Parse(text), []).Select(term => term.Name);
}
