using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>The catalogue that ships: nothing of the curriculum is missing, and all of it can be read to people in their language.</summary>
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

    public static TheoryData<string, string> Practices
    {
        get
        {
            var practices = new TheoryData<string, string>();
            foreach (var language in Language.All)
                foreach (var practice in _catalogue.Practices)
                    practices.Add(language.Tag, practice.Id);
            return practices;
        }
    }

    public static TheoryData<string> Ids => new(_catalogue.Practices.Select(practice => practice.Id));

    public static TheoryData<string> Languages => new(Language.All.Select(language => language.Tag));

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
    [MemberData(nameof(Practices))]
    public void A_practice_can_be_nudged_for_a_month_without_repeating_itself(string language, string id) =>
        Assert.True(Of(language, id).Nudges.Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 4);

    [Theory]
    [MemberData(nameof(Practices))]
    public void The_nudges_of_a_practice_begin_differently(string language, string id) =>
        Assert.Distinct(Of(language, id).Nudges.Select(nudge => string.Join(' ', nudge.Split(' ').Take(3))));

    [Theory]
    [MemberData(nameof(Practices))]
    public void A_nudge_is_short_enough_to_be_read_in_passing(string language, string id) => Assert.All(Of(language, id).Nudges, nudge =>
    {
        Assert.InRange(nudge.Length, 40, 280);
        Assert.InRange(nudge.Count(letter => letter is '.' or '?'), 1, 3);
    });

    [Theory]
    [MemberData(nameof(Practices))]
    public void Texts_are_calm(string language, string id) => Assert.All(TextsOf(Of(language, id)), text =>
    {
        Assert.DoesNotContain('!', text);
        Assert.DoesNotContain(text, letter => !char.IsAscii(letter) && !LettersOf(language).Contains(letter, StringComparison.Ordinal));
        foreach (var word in (string[])[
            "great job", "well done", "awesome", "you should have", "you failed", "don't forget", "remember to", "simply", " just ",
            "bien hecho", "buen trabajo,", "enhorabuena", "felicidades", "genial", "deberías", "tendrías que haber", "fallaste", "no olvides", "recuerda que", "simplemente"])
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }
    });

    [Theory]
    [MemberData(nameof(Practices))]
    public void Texts_know_no_feature_of_a_chat(string language, string id) => Assert.All(TextsOf(Of(language, id)), text =>
    {
        foreach (var word in (string[])["slack", "microsoft", "channel", "button", "click", "emoji", "/coach", "canal", "botón", "clic"])
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("Teams", text, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Meeting_preparation_is_named_where_the_curriculum_says_so_and_nowhere_else(string language) =>
        Assert.Equal(
            ["questions-and-comments"],
            _catalogue.In(Language.Of(language)).Practices
                .Where(practice => TextsOf(practice).Any(text => text.Contains('/', StringComparison.Ordinal)))
                .Select(practice => practice.Id));

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_two_practices_share_a_nudge(string language) =>
        Assert.Distinct(_catalogue.In(Language.Of(language)).Practices.SelectMany(practice => practice.Nudges));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Everything_is_translated(string id)
    {
        var (english, spanish) = (TextsOf(Of("en", id)).ToList(), TextsOf(Of("es", id)).ToList());

        Assert.Equal(english.Count, spanish.Count);
        Assert.All(english.Zip(spanish).Where(texts => texts is not (("No", "No") or ({ Length: 1 }, _))), texts => Assert.NotEqual(texts.First, texts.Second, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_Spanish_question_has_both_its_marks(string id) => Assert.All(
        TextsOf(Of("es", id)), text => Assert.Equal(text.Count(letter => letter == '?'), text.Count(letter => letter == '¿')));

    // "Vosotros" is at home in Spain alone, "usted" is stiff, and some words are known on one side of the ocean only.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Spanish_is_informal_and_at_home_on_both_sides_of_the_ocean(string id) => Assert.All(TextsOf(Of("es", id)), text =>
        Assert.DoesNotMatch(@"(?i)\b(vosotr[oa]s|vuestr[oa]s?|os|usted(es)?|vos|ordenador|computadora|móvil|celular|costes?|costos?|jef[ea]|platicar?|\p{L}+[áé]is)\b", text));

    [Fact]
    public void A_practice_nobody_knows_is_not_found() => Assert.Null(_catalogue.Find("juggling"));

    private static Practice Of(string language, string id) => _catalogue.In(Language.Of(language)).Find(id)!;

    private static string LettersOf(string language) => language == "es" ? "áéíóúüñÁÉÍÓÚÜÑ¿“”" : "";

    private static IEnumerable<string> TextsOf(Practice practice) =>
    [
        practice.Title, practice.Why, .. practice.Nudges, practice.CheckIn.Question,
        .. practice.CheckIn.Options.Select(option => option.Label),
        .. new[] { practice.CheckIn.Low, practice.CheckIn.High, practice.CheckIn.Line }.OfType<string>(),
    ];
}
