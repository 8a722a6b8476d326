using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The words of a message become a question of the next forum.</summary>
public sealed class QuestionTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;
    private int _acts;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task The_words_go_to_the_next_meeting_ahead_and_are_shown_on_its_sheet()
    {
        await PrepareAsync("Board review", "fri 15:00");
        await PrepareAsync("Exec staff", "thu 10:00");
        var card = await KeepAsync("  What happens at\n\n6 % churn?  ");

        Assert.Equal(("Kept for Exec staff", "Thu 26 Nov, 10:00 · “What happens at 6 % churn?”"), (card.Title, card.Text));
        var meeting = await MeetingAsync("Exec staff");
        Assert.Equal("What happens at 6 % churn?", Assert.Single(meeting.Questions).Text);
        Assert.Empty((await MeetingAsync("Board review")).Questions);
        await _desk.TakeAsync(Tap(card, "Open the sheet"));
        Assert.Contains("What happens at 6 % churn?", string.Join('\n', _desk.Last.Card.Facts.Select(fact => fact.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_taken_back()
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        var card = await KeepAsync("What happens at 6 % churn?");
        var undone = await _desk.TakeAsync(Tap(card, "Undo"));

        Assert.Equal("Taken back", undone.Replacement?.Title);
        Assert.Empty((await MeetingAsync("Exec staff")).Questions);
        Assert.False((await MeetingAsync("Exec staff")).IsCancelled);
    }

    [Fact]
    public async Task The_same_words_are_kept_once_and_a_fourth_question_finds_no_room()
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        foreach (var text in new[] { "one?", "one?", "two?", "three?" })
        {
            Assert.StartsWith("Kept for", (await KeepAsync(text)).Title, StringComparison.Ordinal);
        }

        var full = await KeepAsync("four?");
        Assert.Equal("Exec staff has three questions", full.Title);
        Assert.Contains("four?", full.Text, StringComparison.Ordinal);
        Assert.Equal(["one?", "two?", "three?"], (await MeetingAsync("Exec staff")).Questions.Select(question => question.Text));
    }

    [Fact]
    public async Task Of_a_forum_that_comes_again_and_is_not_prepared_the_sheet_is_begun_with_it_and_goes_with_it()
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        _desk.Clock.MoveTo(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
        var card = await KeepAsync("What happens at 6 % churn?");

        Assert.Equal("Kept for Exec staff", card.Title);
        Assert.StartsWith("Thu 3 Dec, 10:00", card.Text, StringComparison.Ordinal);
        var begun = Assert.Single(await AllAsync(), meeting => meeting.StartsAt > _desk.Clock.GetUtcNow());
        Assert.Equal(("Exec staff", "What happens at 6 % churn?"), (begun.Name, begun.Questions.Single().Text));
        Assert.NotEmpty(await _desk.DueAsync(begun));

        await _desk.TakeAsync(Tap(card, "Undo"));
        Assert.True(Assert.Single(await AllAsync(), meeting => meeting.Id == begun.Id).IsCancelled);
    }

    [Fact]
    public async Task A_talk_between_two_is_no_forum_and_without_one_nothing_is_kept_and_the_words_are_shown()
    {
        await _desk.CommandAsync("prep", "1:1 thu 3pm");
        await _desk.SubmitAsync(_desk.Form!);
        var card = await KeepAsync("What happens at 6 % churn?");

        Assert.Equal("No forum to keep it for", card.Title);
        Assert.Contains("What happens at 6 % churn?", card.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public async Task A_message_without_words_is_said_to_have_none(string text)
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        Assert.Equal("There are no words in that message", (await KeepAsync(text)).Title);
    }

    [Fact]
    public async Task A_long_message_is_cut_to_what_a_question_holds()
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        await KeepAsync(string.Join(' ', Enumerable.Repeat("word", 400)));
        Assert.InRange((await MeetingAsync("Exec staff")).Questions.Single().Text.Length, 250, MeetingPoint.MaxLength);
    }

    [Fact]
    public async Task A_shortcut_that_comes_again_keeps_its_words_once()
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        var turn = Shortcut("keep-question", "What happens at 6 % churn?");
        await _desk.TakeAsync(turn);
        await _desk.TakeAsync(turn);
        Assert.Single((await MeetingAsync("Exec staff")).Questions);
    }

    [Fact]
    public async Task The_shortcut_for_a_meeting_opens_its_form_whatever_is_remembered()
    {
        await PrepareAsync("Exec staff", "thu 10:00");
        var answer = await _desk.TakeAsync(Shortcut("prepare-meeting", ""));
        Assert.Equal("Prepare a meeting", answer.Form?.Title);
    }

    [Fact]
    public async Task A_shortcut_of_somebody_elses_is_left_alone()
    {
        var answer = await _desk.TakeAsync(Shortcut("something-else", "words"));
        Assert.Equal(ChatAnswer.Nothing, answer);
    }

    private async Task PrepareAsync(string name, string when)
    {
        await _desk.CommandAsync("prep", $"meeting {name} {when}");
        await _desk.SubmitAsync(_desk.Form!, ("name", name), ("when", when));
    }

    private async Task<Card> KeepAsync(string text) => (await _desk.TakeAsync(Shortcut("keep-question", text))).Reply!;

    private ShortcutTurn Shortcut(string name, string text) => new()
    {
        Id = $"act-{++_acts}",
        Person = _desk.Anna,
        Conversation = new ConversationAddress(RecordingChannel.ChannelName, "T1", "group"),
        IsDirect = false,
        At = _desk.Clock.GetUtcNow(),
        Shortcut = name,
        Text = text,
    };

    private ButtonTurn Tap(Card card, string label) => new()
    {
        Id = $"act-{++_acts}",
        Person = _desk.Anna,
        Conversation = RecordingChannel.Direct(_desk.Anna),
        At = _desk.Clock.GetUtcNow(),
        Action = card.Choices.SelectMany(row => row.Choices).Single(choice => choice.Label == label).Action,
    };

    private Task<IReadOnlyList<Meeting>> AllAsync() => _desk.Get<Meetings>().AllAsync(_desk.Anna, CancellationToken.None);

    private async Task<Meeting> MeetingAsync(string name) => (await AllAsync()).Single(meeting => meeting.Name == name);
}
