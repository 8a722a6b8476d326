namespace BotCoach.Coaching.Tests;

/// <summary>Plain words bend as the term did that they replace.</summary>
public sealed class EnglishFormsTests
{
    [Theory]
    [InlineData("small program", "small programs")]
    [InlineData("way for others to connect", "ways for others to connect")]
    [InlineData("copy of the code", "copies of the code")]
    [InlineData("a list", "lists")]
    [InlineData("the list", "the lists")]
    [InlineData("switch", "switches")]
    [InlineData("day", "days")]
    [InlineData("person who decides", "people who decide")]
    [InlineData("secret that unlocks our data", "secrets that unlock our data")]
    [InlineData("system that is old", "systems that are old")]
    [InlineData("program that passes messages", "programs that pass messages")]
    [InlineData("list that others keep", "lists that others keep")]
    public void A_noun_phrase_has_a_plural(string one, string many) => Assert.Equal(many, EnglishForms.Plural(one));

    [Theory]
    [InlineData("launch", "launches", "launched", "launched", "launching")]
    [InlineData("tidy up", "tidies up", "tidied up", "tidied up", "tidying up")]
    [InlineData("plan", "plans", "planned", "planned", "planning")]
    [InlineData("debug", "debugs", "debugged", "debugged", "debugging")]
    [InlineData("deploy", "deploys", "deployed", "deployed", "deploying")]
    [InlineData("rewrite", "rewrites", "rewrote", "rewritten", "rewriting")]
    [InlineData("set up", "sets up", "set up", "set up", "setting up")]
    [InlineData("keep ready", "keeps ready", "kept ready", "kept ready", "keeping ready")]
    [InlineData("go back", "goes back", "went back", "gone back", "going back")]
    [InlineData("limit", "limits", "limited", "limited", "limiting")]
    [InlineData("agree", "agrees", "agreed", "agreed", "agreeing")]
    [InlineData("untie", "unties", "untied", "untied", "untying")]
    public void A_verb_phrase_bends_at_its_verb(string verb, string third, string past, string participle, string gerund)
    {
        Assert.Equal(third, EnglishForms.ThirdPerson(verb));
        Assert.Equal(past, EnglishForms.Past(verb));
        Assert.Equal(participle, EnglishForms.Participle(verb));
        Assert.Equal(gerund, EnglishForms.Gerund(verb));
    }

    [Theory]
    [InlineData("an ", "list", "a ")]
    [InlineData("a ", "easy list", "an ")]
    [InlineData("A ", "hour", "An ")]
    [InlineData("An ", "unique number", "A ")]
    [InlineData("an ", "one-time code", "a ")]
    public void An_article_fits_what_is_spoken_after_it(string article, string next, string fitting) =>
        Assert.Equal(fitting, IndefiniteArticle.Fit(article, next));
}
