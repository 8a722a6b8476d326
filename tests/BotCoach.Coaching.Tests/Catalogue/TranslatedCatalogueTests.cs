using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>A translation has the same practices as the original, or nothing is read at all.</summary>
public sealed class TranslatedCatalogueTests
{
    private const string English = """
        - id: listen-first
          title: Listen first
          area: results
          why: People tell you more when you wait.
          nudges: [Let somebody else open the meeting., Count to three before you answer., Ask one more question.]
          check-in: { question: "How well did you listen?", kind: scale, low: Badly, high: Well, line: "What did you hear?" }
        - id: write-it-down
          title: Write it down
          area: engineering
          why: A note outlives a talk.
          nudges: [Note one decision today., Send one summary today., File one paper today.]
          check-in:
            question: Did you write?
            kind: choice
            options:
              - { value: "yes", label: "Yes" }
              - { value: not-yet, label: Not yet }
            line: What was it?
        """;

    private const string Spanish = """
        - id: listen-first
          title: Escucha primero
          area: results
          why: La gente cuenta más cuando esperas.
          nudges: [Deja que otra persona abra la reunión., Cuenta hasta tres antes de responder., Haz una pregunta más.]
          check-in: { question: "¿Qué tal escuchaste?", kind: scale, low: Mal, high: Bien, line: "¿Qué oíste?" }
        - id: write-it-down
          title: Escríbelo
          area: engineering
          why: Una nota dura más que una charla.
          nudges: [Anota hoy una decisión., Envía hoy un resumen., Archiva hoy un papel.]
          check-in:
            question: ¿Escribiste?
            kind: choice
            options:
              - { value: "yes", label: "Sí" }
              - { value: not-yet, label: Todavía no }
            line: ¿Qué fue?
        """;

    [Fact]
    public void Each_language_leads_to_each_other()
    {
        var english = Parse(Spanish);
        var spanish = english.In(Language.Spanish);

        Assert.Equal(Language.English, english.Language);
        Assert.Equal(Language.Spanish, spanish.Language);
        Assert.Same(english, english.In(Language.English));
        Assert.Same(english, spanish.In(Language.English));
        Assert.Same(spanish, spanish.In(Language.Spanish));
        Assert.Equal("Listen first", english.Find("listen-first")!.Title);
        Assert.Equal("Escucha primero", spanish.Find("listen-first")!.Title);
        Assert.Equal(Language.Spanish, spanish.Find("listen-first")!.CheckIn.Language);
    }

    [Fact]
    public void A_catalogue_without_translation_stands_for_itself()
    {
        var english = PracticeCatalogue.Parse(English);

        Assert.Same(english, english.In(Language.Spanish));
    }

    [Fact]
    public void A_nudge_has_the_same_place_in_the_rotation_in_every_language()
    {
        var english = PracticeCatalogue.Load();
        for (var sequence = 0; sequence < 200; sequence++)
        {
            var ((one, wording), (other, sameWording)) = (Rotation.At(english, sequence), Rotation.At(english.In(Language.Spanish), sequence));
            Assert.Equal((one.Id, wording), (other.Id, sameWording));
        }
    }

    [Theory]
    [InlineData("- id: write-it-down", "- id: write-it-up", "write-it-down id", "write-it-up id")]
    [InlineData("area: engineering", "area: product", "write-it-down area")]
    [InlineData(", Haz una pregunta más.]", ", Haz una pregunta más., Calla.]", "listen-first nudges")]
    [InlineData("kind: scale, low: Mal, high: Bien,", "kind: count,", "listen-first check-in.kind")]
    [InlineData("low: Mal, high: Bien, ", "", "listen-first check-in.low")]
    [InlineData("value: not-yet", "value: not-now", "write-it-down check-in.options")]
    [InlineData("- { value: \"yes\", label: \"Sí\" }", "- { value: \"no\", label: \"No\" }\n      - { value: \"yes\", label: \"Sí\" }", "write-it-down check-in.options")]
    public void A_difference_is_named_with_its_practice_and_field(string piece, string instead, params string[] differences)
    {
        var spanish = Spanish.ReplaceLineEndings("\n");
        Assert.Contains(piece, spanish, StringComparison.Ordinal);

        var broken = Assert.Throws<BrokenCatalogueException>(() => Parse(spanish.Replace(piece, instead, StringComparison.Ordinal)));

        Assert.Equal(differences, broken.Problems.Select(problem => $"{problem.Practice} {problem.Field}"));
        Assert.All(broken.Problems, problem => Assert.Equal(Language.Spanish, problem.Language));
    }

    [Fact]
    public void Another_order_is_refused()
    {
        var spanish = Spanish.ReplaceLineEndings("\n");
        var second = spanish.IndexOf("- id: write-it-down", StringComparison.Ordinal);

        var broken = Assert.Throws<BrokenCatalogueException>(() => Parse($"{spanish[second..]}\n{spanish[..second]}"));

        Assert.Equal("es, write-it-down, id: stands where listen-first belongs.", Assert.Single(broken.Problems).ToString());
    }

    [Fact]
    public void A_missing_practice_is_named_once_and_those_behind_it_are_in_order()
    {
        var spanish = Spanish[Spanish.IndexOf("- id: write-it-down", StringComparison.Ordinal)..];

        Assert.Equal("es, listen-first, id: is missing.", Assert.Single(Assert.Throws<BrokenCatalogueException>(() => Parse(spanish)).Problems).ToString());
    }

    [Fact]
    public void All_differences_are_said_at_once()
    {
        var spanish = Spanish
            .Replace("area: results", "area: product", StringComparison.Ordinal)
            .Replace("value: not-yet", "value: not-now", StringComparison.Ordinal);

        var broken = Assert.Throws<BrokenCatalogueException>(() => Parse(spanish));

        Assert.Contains("es, listen-first, area: ", broken.Message, StringComparison.Ordinal);
        Assert.Contains("es, write-it-down, check-in.options: ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_of_the_copy_hold_in_a_translation_too()
    {
        var broken = Assert.Throws<BrokenCatalogueException>(
            () => Parse(Spanish.Replace("Cuenta hasta tres antes de responder.", "¡Cuenta hasta tres antes de responder.", StringComparison.Ordinal)));

        Assert.Equal("es, listen-first, nudges[1]: has an exclamation mark.", Assert.Single(broken.Problems).ToString());
    }

    private static PracticeCatalogue Parse(string spanish) => PracticeCatalogue.Parse(English, [(Language.Spanish, spanish)]);
}
