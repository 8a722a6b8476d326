namespace BotCoach.Coaching.Tests;

/// <summary>The catalogue that ships: nothing of the curriculum is missing, and all of it can be read to people.</summary>
public sealed class RealCatalogueTests
{
    private static readonly PracticeCatalogue _catalogue = PracticeCatalogue.Load();

    /// <summary>The curriculum, row by row, with what its check-in column asks for.</summary>
    public static TheoryData<string, PracticeArea, CheckInKind, string> Curriculum => new()
    {
        { "align-with-manager", PracticeArea.Results, CheckInKind.Scale, "" },
        { "share-priorities", PracticeArea.Results, CheckInKind.Choice, "yes mostly no" },
        { "refocus", PracticeArea.Results, CheckInKind.Line, "" },
        { "outcome-over-activity", PracticeArea.Results, CheckInKind.Line, "" },
        { "unblock-team", PracticeArea.Results, CheckInKind.Count, "" },
        { "execution-framework", PracticeArea.Results, CheckInKind.Line, "" },
        { "throughput", PracticeArea.Results, CheckInKind.Choice, "faster same slower" },
        { "stability", PracticeArea.Results, CheckInKind.Choice, "steadier same shakier" },
        { "high-leverage", PracticeArea.Results, CheckInKind.Choice, "technical-practices people process team-dynamics" },
        { "peer-one-on-ones", PracticeArea.Engineering, CheckInKind.Choice, "own another" },
        { "bring-solutions", PracticeArea.Engineering, CheckInKind.Choice, "yes partly no" },
        { "cross-team-problem", PracticeArea.Engineering, CheckInKind.Line, "" },
        { "customer-discovery", PracticeArea.Product, CheckInKind.Choice, "yes no" },
        { "product-health", PracticeArea.Product, CheckInKind.Choice, "none some enough" },
        { "shared-goals", PracticeArea.Product, CheckInKind.Choice, "yes no" },
        { "business-acumen", PracticeArea.ExecutiveForum, CheckInKind.Scale, "" },
        { "overprepare", PracticeArea.ExecutiveForum, CheckInKind.Choice, "yes skimmed no" },
        { "questions-and-comments", PracticeArea.ExecutiveForum, CheckInKind.Count, "" },
        { "incremental-goal", PracticeArea.ExecutiveForum, CheckInKind.Choice, "met partly not-yet" },
        { "speak-early", PracticeArea.ExecutiveForum, CheckInKind.Choice, "early middle late not" },
        { "healthy-debate", PracticeArea.ExecutiveForum, CheckInKind.Choice, "yes no" },
        { "plain-language", PracticeArea.ExecutiveForum, CheckInKind.Choice, "yes no" },
        { "confidence", PracticeArea.ExecutiveForum, CheckInKind.Scale, "" },
    };

    public static TheoryData<string> Ids => new(_catalogue.Practices.Select(practice => practice.Id));

    [Theory]
    [MemberData(nameof(Curriculum))]
    public void Every_row_of_the_curriculum_is_there_with_its_check_in(string id, PracticeArea area, CheckInKind kind, string options)
    {
        var practice = _catalogue.Find(id);

        Assert.NotNull(practice);
        Assert.Equal(area, practice.Area);
        Assert.Equal(kind, practice.CheckIn.Kind);
        if (kind == CheckInKind.Choice)
        {
            Assert.Equal(options, string.Join(' ', practice.CheckIn.Options.Select(option => option.Value)));
        }
    }

    [Fact]
    public void Nothing_else_is_coached_and_the_order_is_that_of_the_curriculum() =>
        Assert.Equal(Curriculum.Select(row => (string)row[0]), _catalogue.Practices.Select(practice => practice.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_practice_can_be_nudged_for_a_month_without_repeating_itself(string id) =>
        Assert.True(Of(id).Nudges.Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 4);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_nudges_of_a_practice_begin_differently(string id) =>
        Assert.Distinct(Of(id).Nudges.Select(nudge => string.Join(' ', nudge.Split(' ').Take(3))));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_nudge_is_short_enough_to_be_read_in_passing(string id) => Assert.All(Of(id).Nudges, nudge =>
    {
        Assert.InRange(nudge.Length, 40, 280);
        Assert.InRange(nudge.Count(letter => letter is '.' or '?'), 1, 3);
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_are_calm(string id) => Assert.All(TextsOf(Of(id)), text =>
    {
        Assert.DoesNotContain('!', text);
        Assert.DoesNotContain(text.EnumerateRunes(), rune => !rune.IsAscii);
        foreach (var word in (string[])["great job", "well done", "awesome", "you should have", "you failed", "don't forget", "remember to", "simply", " just "])
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }
    });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_know_no_feature_of_a_chat(string id) => Assert.All(TextsOf(Of(id)), text =>
    {
        foreach (var word in (string[])["slack", "microsoft", "channel", "button", "click", "emoji", "/coach"])
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("Teams", text, StringComparison.Ordinal);
    });

    [Fact]
    public void Meeting_preparation_is_named_where_the_curriculum_says_so_and_nowhere_else() =>
        Assert.Equal(
            ["questions-and-comments"],
            _catalogue.Practices
                .Where(practice => TextsOf(practice).Any(text => text.Contains('/', StringComparison.Ordinal)))
                .Select(practice => practice.Id));

    [Fact]
    public void No_two_practices_share_a_nudge() => Assert.Distinct(_catalogue.Practices.SelectMany(practice => practice.Nudges));

    [Fact]
    public void A_practice_nobody_knows_is_not_found() => Assert.Null(_catalogue.Find("juggling"));

    private static Practice Of(string id) => _catalogue.Find(id)!;

    private static IEnumerable<string> TextsOf(Practice practice) =>
    [
        practice.Title, practice.Why, .. practice.Nudges, practice.CheckIn.Question,
        .. practice.CheckIn.Options.Select(option => option.Label),
        .. new[] { practice.CheckIn.Low, practice.CheckIn.High, practice.CheckIn.Line }.OfType<string>(),
    ];
}
