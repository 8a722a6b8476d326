using BotCoach.Chat;

namespace BotCoach.Coaching.Tests;

/// <summary>Which words in capitals a person is asked to explain.</summary>
public sealed class PlainLanguageAbbreviationTests
{
    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();

    [Theory]
    [InlineData("Our QXF is late.", "QXF")]
    [InlineData("Two QXFs are late.", "QXFs")]
    [InlineData("QXF's price went up.", "QXF")]
    [InlineData("We lost the SLO twice.", "SLO")]
    [InlineData("Is K8s to blame?", "K8s")]
    [InlineData("The p95 is too high.", "p95")]
    [InlineData("The \u00c4XQ is late.", "\u00c4XQ")]
    public void An_abbreviation_that_nobody_explained_gets_a_remark(string text, string written)
    {
        var remark = Assert.Single(Of(text));

        Assert.Equal(written, remark.Written);
        Assert.Distinct(Language.All.Select(remark.Why));
    }

    [Theory]
    [InlineData("The CFO and HR saw the KPI in Q3.")]
    [InlineData("The EU and the US differ on AI.")]
    [InlineData("We do NOT need it NOW.")]
    [InlineData("PLEASE READ THE QXF SHEET BEFORE WE MEET.")]
    [InlineData("Ticket QXF-4411 is open.")]
    [InlineData("Part II is worse than part IV.")]
    [InlineData("A&B and R&D agree.")]
    [InlineData("Write to QXF@example.com or see https://example.com/QXF?a=QXF today.")]
    [InlineData("Plan B and team X are fine.")]
    [InlineData("It stands in ABCDEFGH.")]
    public void What_everyone_knows_and_what_is_no_abbreviation_gets_none(string text) => Assert.Empty(Of(text));

    [Theory]
    [InlineData("Our service level objective (SLO) is met. The SLO was lower before.")]
    [InlineData("The SLO was lower before. Our service level objective (SLO) is met.")]
    [InlineData("Our SLO (a promise of uptime) is met.")]
    [InlineData("The SLO, our promise of uptime, is met.")]
    [InlineData("The SLO, which is our promise, is met.")]
    [InlineData("Our service level objective, or SLO, is met.")]
    [InlineData("QXF stands for quick exchange format.")]
    [InlineData("Recovery time objective (RTO) is what we aim for.")]
    public void What_the_text_explains_gets_none(string text) => Assert.Empty(Of(text));

    [Theory]
    [InlineData("The wrong words (QXF) are there.", "QXF")]
    [InlineData("The QXF, the price and the date are open.", "QXF")]
    [InlineData("If we keep the QXF, the number of complaints rises.", "QXF")]
    [InlineData("The QXF (2026) is late.", "QXF")]
    public void What_only_looks_like_an_explanation_is_none(string text, string written) =>
        Assert.Equal(written, Assert.Single(Of(text)).Written);

    private static IReadOnlyList<PlainLanguageRemark> Of(string text) => _check.Review(text, new HashSet<string>()).Remarks;
}
