using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Working on a sheet: its parts in any order, left and come back to.</summary>
public sealed class SheetTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_pasted_pre_read_gives_a_sheet_with_its_key_points_at_once()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);

        var sheet = _desk.Last.Card;
        Assert.Contains("\u25b0\u25b0\u25b1\u25b1\u25b1 2 of 5", sheet.Text, StringComparison.Ordinal);
        Assert.StartsWith("1. ", sheet.Fact("Key points"), StringComparison.Ordinal);
        Assert.Contains(sheet.Facts, fact => fact.Label.EndsWith("will ask", StringComparison.Ordinal));
        Assert.Equal(["Pre-read"], sheet.Chosen());
        Assert.Equal("Questions", sheet.Choices.SelectMany(row => row.Choices).Single(choice => choice.IsPrimary).Label);
    }

    [Fact]
    public async Task All_key_points_with_their_places_and_all_prompts_stand_under_pre_read()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Pre-read");

        var card = _desk.Last.Card;
        var briefing = (await PreReadAsync()).Briefing;
        Assert.All(briefing.Points, point => Assert.Contains($"{point.Text} (", card.Fact("Key points"), StringComparison.Ordinal));
        Assert.Contains("(a decision, section Decision)", card.Fact("Key points"), StringComparison.Ordinal);
        Assert.All(briefing.Topics, topic => Assert.Equal(string.Join('\n', topic.Prompts), card.Fact($"{topic.Name} will ask")));
        Assert.All(briefing.Terms.Take(6), term => Assert.Equal(term.Meaning, card.Fact(term.Name)));
    }

    [Fact]
    public async Task Topics_and_terms_are_in_the_language_that_the_person_reads_now_whatever_was_kept()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        var (meeting, kept) = (await _desk.MeetingAsync(), (await PreReadAsync()).Briefing);
        var person = await _desk.Get<People>().ReadAsync(_desk.Anna, default);
        var sheets = new PrepSheets(_desk.Get<Meetings>(), _desk.Get<Briefings>());

        var sheet = await sheets.FindAsync(person with { Profile = person.Profile with { OwnLanguage = Language.Spanish } }, meeting.Id, default);

        var glossary = Glossary.Load();
        Assert.NotEmpty(kept.Topics);
        Assert.NotEmpty(kept.Terms);
        Assert.Equal(kept.Topics.Select(topic => TopicCatalogue.Load().Name(topic.Topic, Language.Spanish)), sheet!.Briefing.Topics.Select(topic => topic.Name));
        Assert.Equal(kept.Terms.Select(term => glossary.In(term, Language.Spanish)), sheet.Briefing.Terms);
        Assert.Equal(kept.Points, sheet.Briefing.Points);
        Assert.DoesNotContain(sheet.Briefing.Terms, term => kept.Terms.Any(known => known.Name == term.Name));
    }

    [Fact]
    public async Task The_parts_can_be_filled_in_any_order_and_the_sheet_says_how_far_it_is()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Goal and first word");
        await _desk.PressAsync(_desk.Last, "One question, one insight");
        await _desk.PressAsync(_desk.Last, "Write a comment");
        await _desk.WriteOnAsync("Write a comment", "The slip costs two weeks of revenue.");
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Goal and first word");
        await _desk.PressAsync(_desk.Last, "Comment 1");
        await _desk.PressAsync(_desk.Last, "Back to the sheet");

        var sheet = _desk.Last.Card;
        Assert.Single(_desk.Channel.Messages);
        Assert.Contains("\u25b0\u25b0\u25b0\u25b1\u25b1 3 of 5", sheet.Text, StringComparison.Ordinal);
        Assert.Equal(
            [("Your comments", "The slip costs two weeks of revenue."), ("Small goal", "One question, one insight"), ("Say first", "Comment 1")],
            sheet.Facts.Select(fact => (fact.Label, fact.Value)));
        Assert.Equal("Pre-read", sheet.Choices.SelectMany(row => row.Choices).Single(choice => choice.IsPrimary).Label);
    }

    [Fact]
    public async Task Every_tap_and_every_line_is_stored_before_it_is_shown()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Questions");
        await _desk.WriteOnAsync("Write a question", "What does the slip cost?");
        Assert.Equal("What does the slip cost?", Assert.Single((await _desk.MeetingAsync()).Questions).Text);
        await _desk.WriteOnAsync("Edit", "What does the slip cost us this quarter?");
        Assert.Equal("What does the slip cost us this quarter?", Assert.Single((await _desk.MeetingAsync()).Questions).Text);
        await _desk.PressAsync(_desk.Last, "Drop");
        Assert.Empty((await _desk.MeetingAsync()).Questions);
    }

    [Fact]
    public async Task A_start_can_be_taken_or_dismissed_and_neither_comes_back()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Questions");
        var starts = Starts();
        await _desk.PressAsync(_desk.Last, "Take it");
        var afterTaking = Starts();
        await _desk.PressAsync(_desk.Last, "Not this one");
        await _desk.PressAsync(_desk.Last, "Drop");
        var afterAll = Starts();

        Assert.Equal(3, starts.Count);
        Assert.Equal(starts[1..], afterTaking);
        Assert.DoesNotContain(starts[0], afterAll);
        Assert.DoesNotContain(starts[1], afterAll);
        Assert.Contains(starts[2], afterAll);
    }

    [Fact]
    public async Task Never_more_than_three_are_on_the_table_at_once()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Questions");
        for (var written = 0; written < Meeting.MaxPoints; written++)
        {
            Assert.Equal(Meeting.MaxPoints - written, Starts().Count);
            Assert.Contains("Write a question", _desk.Last.Card.Labels());
            await _desk.PressAsync(_desk.Last, "Take it");
        }

        Assert.Empty(Starts());
        Assert.DoesNotContain("Write a question", _desk.Last.Card.Labels());
    }

    [Fact]
    public async Task An_unfinished_start_opens_the_form_with_what_is_there()
    {
        await _desk.PrepareAsync(preRead: SheetDesk.PreReadText);
        await _desk.OpenAsync("Comments");
        var start = Starts()[0];
        await _desk.PressAsync(_desk.Last, "Finish it");
        var opened = _desk.Form!.Fields[0].Value!;
        await _desk.SubmitAsync(_desk.Form!, ("text", opened.TrimEnd('…', ' ') + " nothing, which costs us two customers."));

        Assert.EndsWith("…", opened, StringComparison.Ordinal);
        Assert.Equal(opened, start);
        Assert.EndsWith("two customers.", Assert.Single((await _desk.MeetingAsync()).Comments).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(start, Starts());
    }

    [Fact]
    public async Task What_is_said_first_follows_the_point_when_its_words_change_and_goes_with_it()
    {
        await _desk.PrepareAsync();
        await _desk.WriteAsync("Questions", "Write a question", "What does the slip cost?", "Who decides?");
        await _desk.OpenAsync("Goal and first word");
        await _desk.PressAsync(_desk.Last, "Question 1");
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        await _desk.OpenAsync("Questions");
        await _desk.WriteOnAsync("Edit", "What does the slip cost us?");
        Assert.Equal("What does the slip cost us?", (await _desk.MeetingAsync()).FirstPoint);
        await _desk.PressAsync(_desk.Last, "Drop");
        Assert.Equal("", (await _desk.MeetingAsync()).FirstPoint);
    }

    [Fact]
    public async Task Another_view_and_a_goal_of_ones_own_can_be_written_changed_and_dropped()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Goal and first word");
        await _desk.WriteOnAsync("Write it", "If two customers wait for spring, the plan pays a year later.");
        await _desk.WriteOnAsync("Write my own", "Ask before the vote");
        await _desk.PressAsync(_desk.Last, "Another view");
        await _desk.WriteOnAsync("Edit", "If two customers wait, the plan pays a year later.");
        var meeting = await _desk.MeetingAsync();
        await _desk.PressAsync(_desk.Last, "Edit my own");
        var goal = _desk.Form!.Fields[0].Value;
        await _desk.PressAsync(_desk.Last, "Drop");
        var dropped = await _desk.MeetingAsync();

        Assert.Equal(("If two customers wait, the plan pays a year later.", "Ask before the vote"), (meeting.OtherView, meeting.Goal));
        Assert.Equal(meeting.OtherView, meeting.FirstPoint);
        Assert.Equal("Ask before the vote", goal);
        Assert.Equal(("", ""), (dropped.OtherView, dropped.FirstPoint));
    }

    [Fact]
    public async Task The_way_back_from_a_form_leads_to_the_part_that_it_belongs_to()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Comments");
        await _desk.PressAsync(_desk.Last, "Write a comment");
        await _desk.GoBackAsync(_desk.Form!);

        Assert.Equal("Exec staff: comments", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_point_that_is_too_long_is_refused_where_it_stands()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Questions");
        await _desk.PressAsync(_desk.Last, "Write a question");
        var form = _desk.Form!;
        await _desk.SubmitAsync(form, ("text", new string('x', MeetingPoint.MaxLength + 1)));
        Assert.Contains("301 characters; 300 fit", Assert.Single(_desk.Errors).Message, StringComparison.Ordinal);
        await _desk.SubmitAsync(form, ("text", "   "));
        Assert.Single(_desk.Errors);
        await _desk.SubmitAsync(form, ("text", new string('x', MeetingPoint.MaxLength)));
        Assert.Empty(_desk.Errors);
    }

    [Fact]
    public async Task A_fourth_point_from_a_form_that_was_open_meanwhile_is_refused_and_stays_in_the_form()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Questions");
        await _desk.PressAsync(_desk.Last, "Write a question");
        var open = _desk.Form!;
        foreach (var question in new[] { "One?", "Two?", "Three?" })
        {
            await _desk.WriteOnAsync("Write a question", question);
        }

        await _desk.SubmitAsync(open, ("text", "Four?"));

        Assert.Contains("Three are there already", Assert.Single(_desk.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(3, (await _desk.MeetingAsync()).Questions.Count);
    }

    [Fact]
    public async Task A_point_that_was_edited_after_it_was_dropped_elsewhere_is_not_lost()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Questions");
        await _desk.WriteOnAsync("Write a question", "What does the slip cost?");
        await _desk.PressAsync(_desk.Last, "Edit");
        var open = _desk.Form!;
        await _desk.PressAsync(_desk.Last, "Drop");
        await _desk.SubmitAsync(open, ("text", "What does the slip cost us?"));

        Assert.Equal("What does the slip cost us?", Assert.Single((await _desk.MeetingAsync()).Questions).Text);
    }

    [Fact]
    public async Task A_tap_on_an_old_card_shows_the_present_state_and_changes_nothing_else()
    {
        await _desk.PrepareAsync();
        await _desk.OpenAsync("Questions");
        await _desk.WriteOnAsync("Write a question", "What does the slip cost?");
        var old = _desk.Last;
        await _desk.WriteOnAsync("Edit", "Who decides?");
        await _desk.PressAsync(old, "Drop");
        await _desk.PressAsync(old, "Edit");

        Assert.Null(_desk.Form);
        Assert.Equal("Who decides?", Assert.Single((await _desk.MeetingAsync()).Questions).Text);
        Assert.Contains(("Question 1", "Who decides?"), _desk.Last.Card.Choices.Select(row => (row.Label, row.Prompt)));
    }

    [Fact]
    public async Task A_sheet_that_was_called_off_only_offers_to_be_put_back()
    {
        await _desk.PrepareAsync();
        var sheet = _desk.Last;
        await _desk.PressAsync(sheet, "Cancel");
        await _desk.PressAsync(sheet, "Questions");

        Assert.Equal("Exec staff: called off", _desk.Last.Card.Title);
        await _desk.PressAsync(_desk.Last, "Put it back");
        Assert.Equal("Exec staff", _desk.Last.Card.Title);
    }

    [Fact]
    public async Task A_button_of_a_meeting_that_is_gone_says_so()
    {
        await _desk.TakeAsync(_desk.Button(await _desk.PrepareAsync(), "Questions") with { Action = SheetAction.On(SheetAction.Take, "gone", "questions", "x") });

        Assert.Equal("This meeting is no longer here", _desk.Last.Card.Title);
    }

    private List<string> Starts() =>
        [.. _desk.Last.Card.Choices.Where(row => row.Label?.StartsWith("Start from ", StringComparison.Ordinal) is true).Select(row => row.Prompt!)];

    private async Task<StoredPreRead> PreReadAsync() =>
        (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, (await _desk.MeetingAsync()).Id, default))!;
}
