using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>What the coach remembers of meetings that come again.</summary>
public sealed class ForumConversationTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Without_words_and_without_a_forum_the_form_opens_at_once()
    {
        await _desk.CommandAsync("prep", "meeting");

        Assert.Equal("Prepare a meeting", _desk.Form!.Title);
    }

    [Fact]
    public async Task Without_words_the_forum_that_comes_next_is_offered_first_and_its_form_is_filled_in()
    {
        await _desk.PrepareAsync("Executive staff", "thu 10:00 for 45 min");
        _desk.Clock.Advance(TimeSpan.FromDays(7));
        await _desk.CommandAsync("prep", "meeting");
        var offer = _desk.Reply!;
        await _desk.PressAsync(offer, "Prepare it");
        var opened = (_desk.Form!.Fields[0].Value, _desk.Form.Fields[1].Value);
        await _desk.SubmitAsync(_desk.Form);

        Assert.Equal(("Executive staff", "Thu 3 Dec, 10:00, as last week"), (offer.Choices[0].Label, offer.Choices[0].Prompt));
        Assert.Equal(("Executive staff", "Thu 3 Dec, 10:00"), opened);
        Assert.Contains("45 minutes", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forum_whose_next_sheet_is_begun_offers_that_sheet()
    {
        await _desk.PrepareAsync();
        await _desk.SayAsync("prep meeting");
        var offer = _desk.Last.Card;
        await _desk.PressAsync(_desk.Last, "Open the sheet");

        Assert.Equal(("Exec staff", "Thu 26 Nov, 10:00, its sheet is begun"), (offer.Choices[0].Label, offer.Choices[0].Prompt));
        Assert.Equal(["Open the sheet", "Another meeting", "My 1:1"], offer.Labels());
        Assert.Equal("Exec staff", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_name_that_is_known_brings_its_time_along()
    {
        await _desk.PrepareAsync("Executive staff", "thu 10:00");
        _desk.Clock.Advance(TimeSpan.FromDays(4));
        await _desk.CommandAsync("prep", "meeting exec staff");
        Assert.Equal(("Executive staff", "Thu 3 Dec, 10:00"), (_desk.Form!.Fields[0].Value, _desk.Form.Fields[1].Value));

        await _desk.CommandAsync("prep", "meeting exec staff fri 9am");
        Assert.Equal(("Executive staff", "fri 9am"), (_desk.Form!.Fields[0].Value, _desk.Form.Fields[1].Value));
    }

    [Fact]
    public async Task A_meeting_that_was_called_off_is_not_remembered()
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Cancel");
        await _desk.CommandAsync("prep", "meeting");

        Assert.NotNull(_desk.Form);
    }

    [Fact]
    public async Task More_than_three_forums_are_not_offered_at_once()
    {
        foreach (var name in new[] { "One", "Two", "Three", "Four" })
        {
            await _desk.PrepareAsync(name, "thu 10:00");
        }

        await _desk.CommandAsync("prep", "meeting");

        Assert.Equal(3, _desk.Reply!.Labels().Count(label => label == "Open the sheet"));
    }
}
