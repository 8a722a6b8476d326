using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Remarks beside a person's points: nothing changes but by a tap.</summary>
public sealed class PlainWordsOnSheetTests : IAsyncLifetime
{
    private const string Outcome = "What does it mean for the business?: Say what it means for cost, revenue, risk, time or customers.";

    private CoachDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync();
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Comments");
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_term_is_shown_with_why_it_may_not_land_and_a_plain_one_that_a_tap_puts_in_its_place()
    {
        await _desk.WriteOnAsync("Write a comment", "The refactoring costs 40,000 euros.");
        var written = (await _desk.MeetingAsync()).Comments[0].Text;
        var remark = Remark();
        await _desk.PressAsync(_desk.Last, "Use it");

        Assert.Equal("The refactoring costs 40,000 euros.", written);
        Assert.StartsWith("\u201crefactoring\u201d may not land: ", remark, StringComparison.Ordinal);
        Assert.Contains(" Plainer: \u201c", remark, StringComparison.Ordinal);
        Assert.DoesNotContain("refactoring", (await _desk.MeetingAsync()).Comments[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("costs 40,000 euros.", (await _desk.MeetingAsync()).Comments[0].Text, StringComparison.Ordinal);
        Assert.Null(Remark());
    }

    [Fact]
    public async Task Keeping_ones_own_words_settles_the_remark_for_this_meeting()
    {
        await _desk.WriteOnAsync("Write a comment", "The refactoring costs 40,000 euros.");
        await _desk.PressAsync(_desk.Last, "Keep mine");
        await _desk.WriteOnAsync("Write a comment", "Without the refactoring customers wait.");

        Assert.Null(Remark());
        Assert.Equal("The refactoring costs 40,000 euros.", (await _desk.MeetingAsync()).Comments[0].Text);
    }

    [Fact]
    public async Task An_abbreviation_that_everyone_knows_is_never_asked_about_again()
    {
        await _desk.WriteOnAsync("Write a comment", "The ZQT costs 40,000 euros.");
        var remark = Remark();
        await _desk.PressAsync(_desk.Last, "Everyone knows it");
        var settled = Remark();
        await _desk.PrepareAsync("Board", "fri 10:00");
        await _desk.OpenAsync("Comments");
        await _desk.WriteOnAsync("Write a comment", "Customers ask for the ZQT.");
        var elsewhere = Remark();
        await _desk.CommandAsync("coach", "words");
        var words = _desk.Reply!;
        await _desk.PressAsync(words, "ZQT");
        await _desk.CommandAsync("coach", "words");

        Assert.StartsWith("\u201cZQT\u201d may not land: ", remark, StringComparison.Ordinal);
        Assert.Null(settled);
        Assert.Null(elsewhere);
        Assert.Contains("ZQT", words.Labels());
        Assert.Equal("No words of your own yet", _desk.Reply!.Title);
    }

    [Fact]
    public async Task A_comment_that_does_not_say_what_it_means_for_the_business_is_asked_to()
    {
        await _desk.WriteOnAsync("Write a comment", "We should begin with the smaller part.");
        var reminder = Remark();
        await _desk.WriteOnAsync("Add it", "We should begin with the smaller part: it saves two weeks.");

        Assert.Equal(Outcome, reminder);
        Assert.Null(Remark());
        Assert.Single((await _desk.MeetingAsync()).Comments);
    }

    [Fact]
    public async Task A_question_need_not_say_it_but_is_kept_plain()
    {
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Questions");
        await _desk.WriteOnAsync("Write a question", "Who decides?");
        var plain = Remark();
        await _desk.WriteOnAsync("Write a question", "Who decides about the refactoring?");

        Assert.Null(plain);
        Assert.StartsWith("\u201crefactoring\u201d may not land: ", Remark(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_thing_at_a_time_is_said_of_each_point()
    {
        await _desk.WriteOnAsync("Write a comment", "The ZQT needs a refactoring.");
        var first = Remarks();
        await _desk.PressAsync(_desk.Last, "Keep mine");
        var second = Remarks();
        await _desk.PressAsync(_desk.Last, "Keep mine");
        var third = Remarks();
        await _desk.PressAsync(_desk.Last, "Keep mine");

        Assert.Single(first);
        Assert.Single(second);
        Assert.Equal(Outcome, Assert.Single(third));
        Assert.Empty(Remarks());
    }

    [Fact]
    public async Task Another_view_is_looked_at_as_a_comment_is()
    {
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Goal and first word");
        await _desk.WriteOnAsync("Write it", "The refactoring may cost us customers.");
        await _desk.PressAsync(_desk.Last, "Use it");

        Assert.DoesNotContain("refactoring", (await _desk.MeetingAsync()).OtherView, StringComparison.Ordinal);
        Assert.Equal("Exec staff: goal and first word", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task Plain_words_that_make_a_point_longer_than_its_field_leave_it_editable()
    {
        const string Start = "The ETL pipeline costs 40,000 euros. ";
        await _desk.WriteOnAsync("Write a comment", Start + new string('x', MeetingPoint.MaxLength - Start.Length));
        while (_desk.Last.Card.Labels().Contains("Use it"))
        {
            await _desk.PressAsync(_desk.Last, "Use it");
        }

        var grown = (await _desk.MeetingAsync()).Comments[0].Text;
        await _desk.PressAsync(_desk.Last, "Edit");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form);

        Assert.True(grown.Length > MeetingPoint.MaxLength, grown);
        Assert.Equal((grown, grown.Length), (form.Fields[0].Value, form.Fields[0].MaxLength));
        Assert.Empty(_desk.Errors);
    }

    private string? Remark() => Remarks().FirstOrDefault();

    private List<string> Remarks() =>
    [
        .. _desk.Last.Card.Choices
            .Where(row => row.Choices.Any(choice => choice.Label == "Keep mine"))
            .Select(row => $"{row.Label}: {row.Prompt}"),
    ];
}
