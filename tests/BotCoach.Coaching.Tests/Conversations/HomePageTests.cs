using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>The home page inside the chat: all of it at a glance, and every act on it in place.</summary>
public sealed class HomePageTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;
    private IReadOnlyList<Card> _page = [];
    private int _acts;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync();
        await OpenAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task A_newcomer_chooses_a_plan_on_the_page_and_sees_it_with_the_next_nudges_in_place()
    {
        Assert.Equal(["A coach for the part of your job beyond your own team", "No meeting ahead", "Your settings"], Titles);
        await PressAsync("Standard");

        Assert.Equal(["You're on Standard", "Next nudges", "No meeting ahead", "Your settings"], Titles);
        Assert.Equal(
            [("Today 09:15", "Check alignment with your manager"), ("Wed 25 Nov, 09:15", "Prepare two or three questions and comments"), ("Thu 26 Nov, 09:15", "Speak early")],
            Card("Next nudges").Facts.Select(fact => (fact.Label, fact.Value)));
    }

    [Fact]
    public async Task The_nudges_that_the_page_announces_are_those_that_come()
    {
        await PressAsync("Standard");
        var announced = Card("Next nudges").Facts[0].Value;
        var table = _desk.Get<DueTable>();
        var due = Assert.Single((await table.ReadDueAsync(table.Shards.Of(_desk.Anna), _desk.Clock.GetUtcNow().AddDays(1), "", default)).Rows).Nudge;
        Assert.Equal(announced, Rotation.At(_desk.Get<PracticeCatalogue>(), due.Sequence).Practice.Title);
    }

    [Fact]
    public async Task A_pause_and_its_end_show_in_place()
    {
        await PressAsync("Standard");
        await PressAsync("Pause");
        Assert.Equal("Pause", Titles[0]);
        await PressAsync("Mon 30 Nov");
        Assert.Equal("Paused until Monday 30 November", Titles[0]);
        Assert.Equal("Mon 30 Nov, 09:15", Card("Next nudges").Facts[0].Label);

        await PressAsync("Resume now");
        Assert.Equal("You're on Standard", Titles[0]);
        await PressAsync("Pause");
        await PressAsync("Until I resume");
        Assert.Equal(["Paused", "No meeting ahead", "Your settings"], Titles);
    }

    [Fact]
    public async Task A_pause_may_be_until_a_day_of_ones_own_and_one_that_cannot_be_read_is_said_in_the_form()
    {
        await PressAsync("Standard");
        await PressAsync("Pause");
        var form = (await TapAsync("Another day")).Form!;
        Assert.NotEmpty((await SubmitAsync(form, (form.Fields[0].Name, "next thurs-ish"))).Errors);
        await SubmitAsync(form, (form.Fields[0].Name, "7 dec"));
        Assert.Equal("Paused until Monday 7 December", Titles[0]);
    }

    [Fact]
    public async Task Every_part_of_the_settings_is_changed_in_place_and_the_rest_of_the_page_follows()
    {
        await PressAsync("Standard");
        await PressAsync("Nudges");
        Assert.Contains("When nudges come", Titles);
        await PressAsync("Light");
        Assert.Equal("You're on Light", Titles[0]);
        Assert.Contains("When nudges come", Titles);
        await PressAsync("Back to settings");
        Assert.Contains("Your settings", Titles);

        await PressAsync("Practices");
        await PressAsync("Check alignment with your manager");
        Assert.NotEqual("Check alignment with your manager", Card("Next nudges").Facts[0].Value);
        await PressAsync("Back to settings");
        await PressAsync("Time zone");
        await PressAsync("Back to settings");
        await PressAsync("Working time");
        await PressAsync("Back to settings");
        await PressAsync("Meeting sheets");
        await PressAsync("Back to settings");
        await PressAsync("Language");
        Assert.Single(_desk.Channel.InOrder);
    }

    [Fact]
    public async Task Other_plans_are_offered_in_place_of_the_one_that_is_there()
    {
        await PressAsync("Standard");
        await PressAsync("Change");
        Assert.Equal("How much should I send?", Titles[0]);
        await PressAsync("Light");
        Assert.Equal("You're on Light", Titles[0]);
        await PressAsync("Why these?");
        Assert.Equal("Why these?", Titles[0]);
        Assert.Empty(_desk.Channel.InOrder.Skip(1));
    }

    [Fact]
    public async Task A_meeting_is_prepared_opened_worked_on_and_called_off_on_the_page()
    {
        var form = (await TapAsync("Prepare a meeting")).Form!;
        await SubmitAsync(form, ("name", "Exec staff"), ("when", "thu 10:00"));
        Assert.Equal("Exec staff", _desk.Last.Card.Title.Split(',')[0]);
        Assert.Contains("Meetings ahead", Titles);

        await PressAsync("Open");
        Assert.Contains("Exec staff", Titles);
        await PressAsync("Questions");
        var question = (await TapAsync("Write a question")).Form!;
        var messages = _desk.Channel.InOrder.Count;
        await SubmitAsync(question, (question.Fields[0].Name, "What does the slip cost?"));
        Assert.Contains(_page, card => card.Facts.Any(fact => fact.Value.Contains("What does the slip cost?", StringComparison.Ordinal))
            || card.Choices.Any(row => row.Prompt?.Contains("What does the slip cost?", StringComparison.Ordinal) is true));
        Assert.Equal(messages, _desk.Channel.InOrder.Count);

        await PressAsync("Back to the overview");
        await PressAsync("Cancel");
        Assert.Contains("No meeting ahead", Titles);
    }

    [Theory]
    [InlineData("My groups")]
    [InlineData("How my meetings went")]
    [InlineData("Words that we all know")]
    [InlineData("Language model")]
    [InlineData("A copy of everything")]
    [InlineData("Forget me")]
    [InlineData("Help")]
    public async Task Whatever_is_set_is_shown_in_place_with_a_way_back(string button)
    {
        await PressAsync(button);
        Assert.DoesNotContain("Your settings", Titles);
        Assert.DoesNotContain("I didn't get that", Titles);
        await PressAsync("Back to the overview");
        Assert.Contains("Your settings", Titles);
    }

    [Fact]
    public async Task Whoever_is_forgotten_on_the_page_sees_it_as_a_newcomer_does()
    {
        await PressAsync("Standard");
        await PressAsync("Forget me");
        await PressAsync("Go on");
        await PressAsync("Erase everything");

        Assert.Equal("A coach for the part of your job beyond your own team", Titles[0]);
        Assert.Empty(await _desk.RowsAsync());
    }

    [Fact]
    public async Task A_nudge_that_is_asked_for_on_the_page_comes_as_a_message()
    {
        await PressAsync("Standard");
        await PressAsync("Send me the first one now");
        Assert.Equal("Check alignment with your manager", _desk.Last.Card.Title);
        Assert.Equal("You're on Standard", Titles[0]);
    }

    [Fact]
    public async Task A_tap_that_comes_again_shows_the_page_as_it_is_by_then()
    {
        await PressAsync("Standard");
        await PressAsync("Pause");
        var pause = Turn("Until I resume");
        await TakeAsync(pause);
        await PressAsync("Resume now");
        await TakeAsync(pause);
        Assert.Equal("You're on Standard", Titles[0]);
    }

    private List<string> Titles => [.. _page.Select(card => card.Title)];

    private Card Card(string title) => _page.Single(card => card.Title == title);

    private async Task OpenAsync() => _page = (await _desk.OpenHomeAsync()).Home;

    private Task<ChatAnswer> TapAsync(string label) => TakeAsync(Turn(label));

    private async Task PressAsync(string label) => Assert.NotEmpty((await TapAsync(label)).Home);

    private Task<ChatAnswer> SubmitAsync(ChatForm form, params (string Field, string Value)[] changes)
    {
        var values = form.Fields.ToDictionary(field => field.Name, field => field.Value ?? "", StringComparer.Ordinal);
        foreach (var (field, value) in changes)
        {
            values[field] = value;
        }

        return TakeAsync(new FormTurn
        {
            Id = $"act-{++_acts}",
            Person = _desk.Anna,
            Conversation = RecordingChannel.Direct(_desk.Anna),
            At = _desk.Clock.GetUtcNow(),
            OnHome = true,
            Form = form.Name,
            State = form.State,
            Values = values,
        });
    }

    private ButtonTurn Turn(string label) => Turn(_page.SelectMany(card => card.Choices).SelectMany(row => row.Choices).FirstOrDefault(choice => choice.Label == label)?.Action
        ?? throw new InvalidOperationException($"There is no button {label} on {string.Join(", ", Titles)}."));

    private ButtonTurn Turn(CardAction action) => new()
    {
        Id = $"act-{++_acts}",
        Person = _desk.Anna,
        Conversation = RecordingChannel.Direct(_desk.Anna),
        At = _desk.Clock.GetUtcNow(),
        OnHome = true,
        Action = action,
    };

    private async Task<ChatAnswer> TakeAsync(ChatTurn turn)
    {
        var answer = await _desk.TakeAsync(turn);
        Assert.Null(answer.Replacement);
        _page = answer.Home.Count > 0 ? answer.Home : _page;
        return answer;
    }
}
