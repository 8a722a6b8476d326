namespace BotCoach.Coaching.Tests;

/// <summary>A catalogue that breaks a rule is refused, and everything that is wrong is said at once.</summary>
public sealed class BrokenCatalogueTests
{
    // One practice of each kind of check-in. A case replaces a piece of it.
    private const string Whole = """
        - id: listen-first
          title: Listen first
          area: results
          why: People tell you more when you wait.
          nudges:
            - Let somebody else open the meeting today.
            - Count to three before you answer.
            - Ask one more question than usual.
          check-in:
            question: How well did you listen?
            kind: scale
            low: Badly
            high: Well
            line: What did you hear?
        - id: write-it-down
          title: Write it down
          area: engineering
          why: A note outlives a talk.
          nudges:
            - Note one decision today.
            - Send one summary today.
            - File one paper today.
          check-in:
            question: Did you write?
            kind: choice
            options:
              - { value: "yes", label: "Yes" }
              - { value: not-yet, label: Not yet }
            line: What was it?
        - id: say-thanks
          title: Say thanks
          area: product
          why: It costs nothing.
          nudges:
            - Name one person today.
            - Tell their leader.
            - Write a card.
          check-in:
            question: How many did you thank?
            kind: count
            line: Whom?
        - id: go-home
          title: Go home on time
          area: executive-forum
          why: Others look at when you leave.
          nudges:
            - Leave at five.
            - Close the laptop at dinner.
            - Take your lunch outside.
          check-in:
            question: What waited until morning?
            kind: line
        """;

    [Fact]
    public void A_catalogue_that_keeps_the_rules_is_read()
    {
        var catalogue = PracticeCatalogue.Parse(Whole);

        Assert.Equal(["listen-first", "write-it-down", "say-thanks", "go-home"], catalogue.Practices.Select(practice => practice.Id));
        var checkIn = catalogue.Find("listen-first")!.CheckIn;
        Assert.Equal(("Badly", "Well", "What did you hear?"), (checkIn.Low, checkIn.High, checkIn.Line));
        Assert.Equal([new("yes", "Yes"), new("not-yet", "Not yet")], catalogue.Find("write-it-down")!.CheckIn.Options);
        Assert.Null(catalogue.Find("go-home")!.CheckIn.Line);
    }

    [Fact]
    public void The_numbers_of_a_scale_and_the_small_ones_of_a_count_can_be_tapped()
    {
        var catalogue = PracticeCatalogue.Parse(Whole);

        Assert.Equal(["1", "2", "3", "4", "5"], catalogue.Find("listen-first")!.CheckIn.Options.Select(option => option.Value));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], catalogue.Find("say-thanks")!.CheckIn.Options.Select(option => option.Label));
        Assert.Empty(catalogue.Find("go-home")!.CheckIn.Options);
    }

    [Theory]
    [InlineData("- id: listen-first", "- id: Listen_First", "Listen_First", "id")]
    [InlineData("- id: listen-first", "- id: listen--first", "listen--first", "id")]
    [InlineData("- id: listen-first\n ", "-", "practice 1", "id")]
    [InlineData("- id: write-it-down", "- id: listen-first", "listen-first", "id")]
    [InlineData("  title: Listen first\n", "", "listen-first", "title")]
    [InlineData("title: Listen first", "title: ''", "listen-first", "title")]
    [InlineData("title: Listen first", "title: [Listen]", "listen-first", "title")]
    [InlineData("title: Listen first", "title: Listen, and go on listening, for as long as it takes them to say it all", "listen-first", "title")]
    [InlineData("title: Write it down", "title: LISTEN first", "write-it-down", "title")]
    [InlineData("  area: results\n", "", "listen-first", "area")]
    [InlineData("area: results", "area: gardening", "listen-first", "area")]
    [InlineData("  why: People tell you more when you wait.\n", "", "listen-first", "why")]
    [InlineData("when you wait.", "when you wait", "listen-first", "why")]
    [InlineData("when you wait.", "when you wait. Try it.", "listen-first", "why")]
    [InlineData("    - Count to three before you answer.\n", "", "listen-first", "nudges")]
    [InlineData("Count to three before you answer.", "let somebody else open the meeting, today", "listen-first", "nudges[1]")]
    [InlineData("Count to three before you answer.", "Count to three before you answer!", "listen-first", "nudges[1]")]
    [InlineData("Count to three before you answer.", "¡Count to three before you answer.", "listen-first", "nudges[1]")]
    [InlineData("Count to three before you answer.", "Count to three \u23f3 before you answer.", "listen-first", "nudges[1]")]
    [InlineData("Count to three before you answer.", "Count. To. Three. Then answer.", "listen-first", "nudges[1]")]
    [InlineData("Count to three before you answer.", "Today, listen first.", "listen-first", "nudges[1]")]
    [InlineData("- Count to three before you answer.", "- \"Count to three \"", "listen-first", "nudges[1]")]
    [InlineData("- Count to three before you answer.", "- \"Count to\\nthree\"", "listen-first", "nudges[1]")]
    [InlineData("- Count to three before you answer.", "- ''", "listen-first", "nudges[1]")]
    [InlineData("- Count to three before you answer.", "- { text: Count to three. }", "listen-first", "nudges[1]")]
    [InlineData("    - Let somebody else open the meeting today.\n    - Count to three before you answer.\n    - Ask one more question than usual.\n", "    Ask.\n", "listen-first", "nudges")]
    [InlineData("area: results", "area: results\n  colour: red", "listen-first", "colour")]
    [InlineData("area: results", "area: results\n  [a, b]: red", "listen-first", "(a key that is no text)")]
    [InlineData("    question: How well did you listen?\n", "", "listen-first", "check-in.question")]
    [InlineData("How well did you listen?", "Say how well.", "listen-first", "check-in.question")]
    [InlineData("    kind: scale\n", "", "listen-first", "check-in.kind")]
    [InlineData("kind: scale", "kind: mood", "listen-first", "check-in.kind")]
    [InlineData("    low: Badly\n", "", "listen-first", "check-in.low")]
    [InlineData("    high: Well\n", "", "listen-first", "check-in.high")]
    [InlineData("high: Well", "high: As well as anybody ever listened", "listen-first", "check-in.high")]
    [InlineData("    line: What did you hear?\n", "", "listen-first", "check-in.line")]
    [InlineData("line: What did you hear?", "line: Write a line", "listen-first", "check-in.line")]
    [InlineData("    kind: scale\n", "    kind: scale\n    options: []\n", "listen-first", "check-in.options")]
    [InlineData("    kind: scale\n", "    kind: scale\n    mood: good\n", "listen-first", "check-in.mood")]
    [InlineData("kind: choice", "kind: choice\n    low: Badly\n    high: Well", "write-it-down", "check-in.low", "check-in.high")]
    [InlineData("      - { value: not-yet, label: Not yet }\n", "", "write-it-down", "check-in.options")]
    [InlineData("    options:\n      - { value: \"yes\", label: \"Yes\" }\n      - { value: not-yet, label: Not yet }\n", "", "write-it-down", "check-in.options")]
    [InlineData("value: not-yet", "value: Not yet", "write-it-down", "check-in.options[1].value")]
    [InlineData("value: not-yet", "value: \"yes\"", "write-it-down", "check-in.options[1].value")]
    [InlineData("value: not-yet, ", "", "write-it-down", "check-in.options[1].value")]
    [InlineData("label: Not yet", "label: \"yes\"", "write-it-down", "check-in.options[1].label")]
    [InlineData("label: Not yet", "label: Not yet, size: 3", "write-it-down", "check-in.options[1].size")]
    [InlineData("- { value: not-yet, label: Not yet }", "- not-yet", "write-it-down", "check-in.options[1]")]
    [InlineData("What waited until morning?\n    kind: line", "What waited until morning?\n    kind: line\n    line: What?", "go-home", "check-in.line")]
    [InlineData("  check-in:\n    question: What waited until morning?\n    kind: line", "", "go-home", "check-in")]
    [InlineData("  check-in:\n    question: What waited until morning?\n    kind: line", "  check-in: What waited?", "go-home", "check-in")]
    [InlineData("- id: go-home", "- cycle\n- id: go-home", "practice 4", "entry")]
    public void A_broken_rule_is_named_with_its_practice_and_field(string piece, string instead, string practice, params string[] fields)
    {
        var whole = Whole.ReplaceLineEndings("\n");
        Assert.Contains(piece, whole, StringComparison.Ordinal);
        var broken = Assert.Throws<BrokenCatalogueException>(
            () => PracticeCatalogue.Parse(whole.Remove(whole.IndexOf(piece, StringComparison.Ordinal), piece.Length)
                .Insert(whole.IndexOf(piece, StringComparison.Ordinal), instead)));

        Assert.Equal(fields.Select(field => (practice, field)), broken.Problems.Select(problem => (problem.Practice, problem.Field)));
    }

    [Theory]
    [InlineData(280, 0)]
    [InlineData(281, 1)]
    public void A_nudge_has_at_most_280_characters(int length, int problems)
    {
        var yaml = Whole.Replace("Count to three before you answer.", new string('a', length - 1) + ".", StringComparison.Ordinal);

        Assert.Equal(problems, ProblemsOf(yaml).Count);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var yaml = Whole
            .Replace("area: results", "area: gardening", StringComparison.Ordinal)
            .Replace("kind: count", "kind: mood", StringComparison.Ordinal)
            .Replace("Leave at five.", "Leave at five!", StringComparison.Ordinal);

        var broken = Assert.Throws<BrokenCatalogueException>(() => PracticeCatalogue.Parse(yaml));

        Assert.Equal(3, broken.Problems.Count);
        Assert.Contains("listen-first, area: ", broken.Message, StringComparison.Ordinal);
        Assert.Contains("say-thanks, check-in.kind: ", broken.Message, StringComparison.Ordinal);
        Assert.Contains("go-home, nudges[0]: ", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("practices: none")]
    [InlineData("- id: a\n- id: b\n---\n- id: c")]
    [InlineData("- id: [")]
    [InlineData("- id: a\n  id: a")]
    public void A_file_that_is_no_list_of_practices_is_refused(string yaml) =>
        Assert.Equal("the file", Assert.Single(ProblemsOf(yaml)).Practice);

    private static IReadOnlyList<CatalogueProblem> ProblemsOf(string yaml)
    {
        try
        {
            PracticeCatalogue.Parse(yaml);
            return [];
        }
        catch (BrokenCatalogueException e)
        {
            return e.Problems;
        }
    }
}
