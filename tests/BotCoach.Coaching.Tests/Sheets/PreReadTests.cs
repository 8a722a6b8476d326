using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The pre-read: pasted into a form, in parts, or sent as a message.</summary>
public sealed class PreReadTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Forty_thousand_characters_are_kept_to_the_last_one_in_two_parts()
    {
        var text = Long(PreRead.MaxLength - 2);
        await _desk.PrepareAsync(preRead: text[..MeetingForm.MaxPasted]);
        await _desk.OpenAsync("Pre-read");
        await _desk.WriteOnAsync("Add more", text[MeetingForm.MaxPasted..]);

        Assert.Equal($"{text[..MeetingForm.MaxPasted].Trim()}\n\n{text[MeetingForm.MaxPasted..].Trim()}", (await StoredAsync()).Text);
        Assert.StartsWith("From 40,000 characters", _desk.Last.Card.Context, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_more_than_is_read_the_first_characters_are_kept_and_the_card_says_so()
    {
        await _desk.PrepareAsync(preRead: Long(MeetingForm.MaxPasted));
        await _desk.OpenAsync("Pre-read");
        await _desk.WriteOnAsync("Add more", Long(MeetingForm.MaxPasted - 4) + "\ud83d\ude80\ud83d\ude80");

        Assert.InRange((await StoredAsync()).Text.Length, PreRead.MaxLength - 1, PreRead.MaxLength);
        Assert.StartsWith("From the first ", _desk.Last.Card.Context, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FormField.MaxShownLength, true)]
    [InlineData(FormField.MaxShownLength + 1, false)]
    public async Task Pasting_another_begins_with_what_is_there_only_where_every_chat_shows_all_of_it(int length, bool isShown)
    {
        await _desk.PrepareAsync(preRead: Long(length));
        await _desk.OpenAsync("Pre-read");
        await _desk.PressAsync(_desk.Last, "Paste another");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form, ("text", SheetDesk.PreReadText));

        Assert.Equal(isShown, form.Fields[0].Value?.Length == length);
        Assert.Equal(SheetDesk.PreReadText.Trim(), (await StoredAsync()).Text);
    }

    [Fact]
    public async Task A_long_message_after_the_sheet_is_its_pre_read_and_the_sheet_comes_down_to_it()
    {
        var first = await _desk.PrepareAsync();
        await _desk.PressAsync(first, "Pre-read");
        await _desk.PressAsync(_desk.Last, "Send it as a message");
        Assert.Equal("Exec staff: send me the pre-read", _desk.Last.Card.Title);
        await _desk.SayAsync(SheetDesk.PreReadText);

        Assert.Equal(2, _desk.Channel.Messages.Count);
        Assert.Contains("2 of 5", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.NotNull(_desk.Last.Card.Fact("Key points"));
        Assert.Equal("The sheet is further down now.", _desk.Channel.Messages[first.Message.Message].Card.Text);
        Assert.Equal(SheetDesk.PreReadText, (await StoredAsync()).Text);
    }

    [Fact]
    public async Task What_does_not_fit_one_message_comes_in_several()
    {
        await _desk.PrepareAsync();
        await _desk.SayAsync(Long(12_000));
        await _desk.SayAsync(Long(12_000));
        await _desk.SayAsync(Long(12_000));

        Assert.Equal(36_004, (await StoredAsync()).Text.Length);
    }

    [Fact]
    public async Task After_an_hour_a_long_message_is_asked_about()
    {
        await _desk.PrepareAsync();
        await _desk.PrepareAsync("Board", "fri 10:00");
        _desk.Clock.Advance(TimeSpan.FromMinutes(61));
        await _desk.SayAsync(SheetDesk.PreReadText);
        var question = _desk.Last;
        Assert.Equal(
            ["Exec staff, Thu 26 Nov, 10:00", "Board, Fri 27 Nov, 10:00", "Another meeting", "No, forget it"], question.Card.Labels());
        await _desk.PressAsync(question, "Board, Fri 27 Nov, 10:00");
        var board = (await _desk.MeetingsAsync()).Single(meeting => meeting.Name == "Board");
        await _desk.PressAsync(question, "Exec staff, Thu 26 Nov, 10:00");

        Assert.Equal(SheetDesk.PreReadText, (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, board.Id, default))!.Text);
        Assert.Equal("That message is no longer here", _desk.Last.Card.Title);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("long ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_meeting_that_was_called_off_waits_for_no_pre_read()
    {
        await _desk.PrepareAsync();
        await _desk.PressAsync(_desk.Last, "Cancel");
        await _desk.SayAsync(SheetDesk.PreReadText);

        Assert.Equal("Is this the pre-read of a meeting?", _desk.Last.Card.Title);
        Assert.Equal(["Another meeting", "No, forget it"], _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task A_long_message_may_begin_a_new_meeting()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.SayAsync(SheetDesk.PreReadText);
        await _desk.PressAsync(_desk.Last, "Another meeting");
        await _desk.SubmitAsync(_desk.Form!, ("name", "Exec staff"), ("when", "thu 10:00"));

        Assert.NotNull(_desk.Last.Card.Fact("Key points"));
        Assert.Equal(SheetDesk.PreReadText, (await StoredAsync()).Text);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("long ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_message_that_was_for_nothing_is_forgotten()
    {
        await _desk.CommandAsync("coach", "plan standard");
        await _desk.SayAsync(Long(600));
        await _desk.PressAsync(_desk.Last, "No, forget it");

        Assert.Equal("Forgotten", _desk.Last.Card.Title);
        Assert.DoesNotContain(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("long ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_is_an_answer_and_never_a_pre_read()
    {
        await _desk.PrepareAsync();
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.SayAsync("4, we agreed on the order");

        Assert.Contains("You said 4 of 5", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Null(await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default));
    }

    [Fact]
    public async Task Without_a_meeting_ahead_a_letter_in_answer_to_a_check_in_is_told_to_be_a_line()
    {
        await _desk.CommandAsync("coach", "try align-with-manager");
        await _desk.SayAsync(Long(600));

        Assert.Equal("That is more than a line", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_pre_read_without_a_sentence_still_gives_a_sheet()
    {
        await _desk.PrepareAsync(preRead: "\ud83d\ude80\ud83d\ude80\ud83d\ude80 --- ***");
        await _desk.OpenAsync("Pre-read");

        Assert.StartsWith("I found no sentence", _desk.Last.Card.Text, StringComparison.Ordinal);
        Assert.Null(_desk.Last.Card.Fact("Key points"));
    }

    [Fact]
    public async Task A_pre_read_is_kept_in_columns_that_can_be_read()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        var row = Assert.Single(await _desk.RowsAsync(), row => row.Key.Row.StartsWith("agenda ", StringComparison.Ordinal));
        var stored = PreReadRow.Read(row);

        Assert.Equal(stored.Briefing.Points.Select(point => point.Text), Enumerable.Range(1, stored.Briefing.Points.Count).Select(place => row.Properties.Text($"Point{place}")));
        Assert.Equal(SheetDesk.PreReadText.Trim(), row.Properties.Text("Text1"));
        var again = PreReadRow.Read(new TableRow(row.Key, row.Version, PreReadRow.Write(stored)));
        Assert.Equal(stored.Briefing.Points, again.Briefing.Points);
        Assert.Equal(stored.Briefing.Terms, again.Briefing.Terms);
        Assert.Equal(
            stored.Briefing.Topics.Select(topic => (topic.Topic, topic.Name, string.Join('|', topic.Prompts), string.Join('|', topic.Words))),
            again.Briefing.Topics.Select(topic => (topic.Topic, topic.Name, string.Join('|', topic.Prompts), string.Join('|', topic.Words))));
    }

    private async Task<StoredPreRead> StoredAsync() =>
        (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default))!;

    private static string Long(int length)
    {
        var sentences = string.Concat(Enumerable.Range(0, (length / 30) + 2).Select(number => $"Revenue of region {number} grew by {number % 90} %. "));
        return sentences[..(length - 1)] + "x";
    }
}
