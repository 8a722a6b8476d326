namespace BotCoach.EndToEnd;

/// <summary>The main job, as a manager lives through it, on a Slack workspace.</summary>
public abstract class FirstWeekTests(StoreKind store, SlackRoad road = SlackRoad.Posted) : IAsyncLifetime
{
    private CoachOnSlack _coach = null!;

    public async Task InitializeAsync() => _coach = await CoachOnSlack.StartAsync(store: store, road: road);

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_manager_is_welcomed_chooses_a_plan_and_gets_the_first_nudge_at_its_time()
    {
        await _coach.Anna.WriteAsync("hello");
        var welcome = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("How much should I send?", StringComparison.Ordinal));
        await _coach.Anna.PressAsync(welcome, "Active");
        var plan = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("You're on Active", StringComparison.Ordinal));

        _coach.Clock.MoveTo(NextWorkdayMorning(_coach.Clock.GetUtcNow()));
        var nudge = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("Check alignment with your manager", StringComparison.Ordinal));

        Assert.Equal(welcome.Ts, plan.Ts);
        Assert.Contains("From your Active plan", nudge.Shown, StringComparison.Ordinal);
        Assert.Contains("Check alignment with your manager", nudge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_a_practice_puts_its_nudge_into_the_direct_messages_and_answering_it_changes_the_card()
    {
        var said = await _coach.Anna.CommandAsync("/coach try speak-early");
        var nudge = await _coach.Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "Early"));
        await _coach.Anna.PressAsync(nudge, "Early");
        var answered = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("You said Early", StringComparison.Ordinal));

        Assert.Equal(200, said.Status);
        Assert.Contains("It is in our direct messages", said.Body, StringComparison.Ordinal);
        Assert.Equal(nudge.Ts, answered.Ts);
        Assert.DoesNotContain(answered.Buttons, button => button.Label == "Late");
    }

    [Fact]
    public async Task A_line_of_text_is_the_answer_to_the_one_open_check_in_and_can_be_taken_back()
    {
        await _coach.Anna.CommandAsync("/coach try align-with-manager");
        var nudge = await _coach.Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "3"));
        await _coach.Anna.WriteAsync("3, roadmap order changed on Friday");
        var answered = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("roadmap order", StringComparison.Ordinal));
        await _coach.Anna.PressAsync(answered, "Undo");
        await _coach.Anna.WaitForMessageAsync(message => message.Ts == nudge.Ts && !message.Shown.Contains("roadmap order", StringComparison.Ordinal));

        Assert.Equal(nudge.Ts, answered.Ts);
        Assert.Contains("You said 3 of 5", answered.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_in_words_is_written_in_a_dialog_over_the_card()
    {
        await _coach.Anna.CommandAsync("/coach try refocus");
        var nudge = await _coach.Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "Answer in words"));
        await _coach.Anna.PressAsync(nudge, "Answer in words");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("input", "The <@U0BEN> *report* nobody reads"));
        var answered = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("nobody reads", StringComparison.Ordinal));

        Assert.Contains("\u201cThe <@U0BEN> *report* nobody reads\u201d", answered.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_prepared_on_a_sheet_and_its_three_messages_come_in_time()
    {
        await _coach.Anna.CommandAsync("/prep meeting exec staff");
        var form = await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("When?", "next thurs-ish"), ("Paste the agenda or the pre-read", PreReads.BusinessReview));
        var refused = await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("When?", "in 2 hours"));
        var sheet = await SeeAsync("2 of 5");
        var start = _coach.Clock.GetUtcNow().AddHours(2);
        await _coach.Anna.PressAsync(sheet, "Questions");
        await _coach.Anna.PressAsync(await SeeAsync("exec staff: questions"), "Write a question");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("Your question", "You assume churn stays at 4 %. What happens at 6 %?"));
        var questions = await SeeAsync("What happens at 6 %?");

        _coach.Clock.MoveTo(start.AddMinutes(-29));
        await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("exec staff, today", StringComparison.Ordinal) || message.Shown.Contains("exec staff, tomorrow", StringComparison.Ordinal));
        _coach.Clock.MoveTo(start.AddMinutes(-4));
        var firstWord = await SeeAsync("Say this first, within ten minutes");
        _coach.Clock.MoveTo(start.AddMinutes(66));
        var check = await SeeAsync("When did you first speak?");
        await _coach.Anna.PressAsync(check, "Early");
        await _coach.Anna.PressAsync(await _coach.Anna.WaitForMessageAsync(message => message.Buttons.Any(button => button.Label == "\u2713 Early")), "None");
        await SeeAsync("Question 1 is carried over");
        await _coach.Anna.WriteAsync("ask about churn before the vote");
        var told = await _coach.Anna.WaitForMessageAsync(message => message.Ts == check.Ts && message.Shown.Contains("ask about churn", StringComparison.Ordinal));

        Assert.Equal("exec staff", form.Field("Which meeting?").Value);
        Assert.StartsWith("I can't read", refused.Errors["When?"], StringComparison.Ordinal);
        Assert.Contains("Key points", sheet.Shown, StringComparison.Ordinal);
        Assert.Equal(sheet.Ts, questions.Ts);
        Assert.Contains("You assume churn stays at 4 %", firstWord.Shown, StringComparison.Ordinal);
        Assert.Contains("Early \u00b7 no question", told.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pre_read_of_forty_thousand_characters_comes_as_messages_and_is_kept()
    {
        await _coach.Anna.CommandAsync("/prep meeting exec staff in 3 hours");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync();
        await SeeAsync("1 of 5");
        var part = string.Concat(Enumerable.Repeat($"{PreReads.BusinessReview}\n\n", 9))[..12_000];
        for (var number = 0; number < 4; number++)
        {
            await _coach.Anna.WriteAsync(part);
        }

        await _coach.Anna.PressAsync(await SeeAsync("2 of 5"), "\u2713 Pre-read");
        await SeeAsync("From the first 40,000 characters");
    }

    [Fact]
    public async Task The_meetings_ahead_can_be_listed_opened_edited_and_called_off()
    {
        await _coach.Anna.CommandAsync("/prep meeting exec staff in 3 hours");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync();
        var first = await SeeAsync("60 minutes");
        await _coach.Anna.CommandAsync("/prep");
        var list = await _coach.Anna.WaitForMessageInAsync(LocalWorkspace.General, message => message.Shown.Contains("Meetings ahead", StringComparison.Ordinal));
        await _coach.Anna.PressAsync(first, "Edit");
        var form = await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("How many minutes?", "45"));
        var edited = await SeeAsync("45 minutes");
        await _coach.Anna.PressAsync(list, "Cancel");
        await _coach.Anna.WaitForMessageInAsync(LocalWorkspace.General, message => message.Shown.Contains("No meeting ahead", StringComparison.Ordinal));

        Assert.Equal("exec staff", form.Field("Which meeting?").Value);
        Assert.Equal(first.Ts, edited.Ts);
        Assert.True(list.IsEphemeral);
    }

    [Fact]
    public async Task In_a_channel_the_coach_answers_only_to_whoever_spoke()
    {
        await _coach.Anna.CommandAsync("/coach plan");
        await _coach.Anna.WriteAsync($"<@{LocalWorkspace.BotUserId}> how are we doing?", LocalWorkspace.General);
        var answer = await _coach.Anna.WaitForMessageInAsync(LocalWorkspace.General, message => message.Shown.Contains("I coach in direct messages", StringComparison.Ordinal));

        Assert.True(answer.IsEphemeral);
        Assert.DoesNotContain(await _coach.Slack.Ben.MessagesAsync(LocalWorkspace.General), message => message.IsFromBot);
    }

    [Fact]
    public async Task The_home_tab_shows_the_plan_and_takes_a_choice()
    {
        await _coach.Anna.OpenHomeAsync();
        await Poll.UntilAsync(() => Task.FromResult(_coach.Anna.Home is not null), Poll.Patience, "the Home tab");

        Assert.Contains("How much should I send?", _coach.Anna.Home!.Shown, StringComparison.Ordinal);
        Assert.Contains("No meeting ahead", _coach.Anna.Home.Shown, StringComparison.Ordinal);
        await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains("How much should I send?", StringComparison.Ordinal));

        await _coach.Anna.PressAsync(_coach.Anna.Home, "Standard");
        await SeeHomeAsync("You're on Standard", "Next nudges");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Pause");
        await SeeHomeAsync("Until when?");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Another day");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync((_coach.Anna.Form!.Fields[0].Label, "in 9 days"));
        await SeeHomeAsync("Paused until");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Resume now");
        await SeeHomeAsync("You're on Standard");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Nudges");
        await SeeHomeAsync("On which days?");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Back to settings");
        await SeeHomeAsync("Your settings");
    }

    [Fact]
    public async Task A_meeting_is_prepared_and_its_sheet_worked_on_from_the_home_tab()
    {
        await _coach.Anna.OpenHomeAsync();
        await SeeHomeAsync("No meeting ahead");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Prepare a meeting");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("Which meeting?", "Exec staff"), ("When?", "in 3 hours"));
        await SeeHomeAsync("Meetings ahead");
        await SeeAsync("1 of 5");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Open");
        await SeeHomeAsync("1 of 5", "Back to the overview");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Questions");
        await SeeHomeAsync("Exec staff: questions");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Write a question");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("Your question", "What happens at 6 %?"));
        await SeeHomeAsync("What happens at 6 %?");
        await _coach.Anna.PressAsync(_coach.Anna.Home!, "Back to the overview");
        await SeeHomeAsync("Meetings ahead");
    }

    private Task SeeHomeAsync(params string[] words) => Poll.UntilAsync(
        () => Task.FromResult(words.All(word => _coach.Anna.Home is { } home
            && (home.Shown.Contains(word, StringComparison.Ordinal) || home.Buttons.Any(button => button.Label == word)))),
        Poll.Patience,
        $"the Home tab to show {string.Join(", ", words)}",
        () => _coach.Anna.Home?.Shown ?? "nothing");

    // A minute after the plan's next nudge, whatever the hour and the day on which this runs.
    private Task<SlackMessage> SeeAsync(string words) =>
        _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains(words, StringComparison.Ordinal));

    private static DateTimeOffset NextWorkdayMorning(DateTimeOffset after)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var local = TimeZoneInfo.ConvertTime(after, berlin);
        var day = local.TimeOfDay < new TimeSpan(9, 15, 0) ? local.Date : local.Date.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day.AddHours(9).AddMinutes(16), berlin.GetUtcOffset(day));
    }
}

public sealed class FirstWeekOnSqliteTests() : FirstWeekTests(StoreKind.Sqlite);

public sealed class FirstWeekOnAzureTablesTests() : FirstWeekTests(StoreKind.AzureTables);

/// <summary>The same week where Slack can reach no address of the service's.</summary>
public sealed class FirstWeekOverSocketModeTests() : FirstWeekTests(StoreKind.Sqlite, SlackRoad.SocketMode);
