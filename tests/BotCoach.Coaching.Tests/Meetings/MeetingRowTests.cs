using BotCoach.Storage;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>What stands in the store, and what earlier releases left there.</summary>
public sealed class MeetingRowTests : IAsyncLifetime
{
    private static readonly DateTimeOffset _thursday = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public void A_meeting_reads_back_as_it_was_written()
    {
        var meeting = new Meeting
        {
            Id = "m1",
            Name = "Exec staff",
            StartsAt = _thursday,
            Minutes = 45,
            Lead = SheetLead.DayBefore,
            Agenda = "1. Budget",
            Questions = [new MeetingPoint("Why?") { WasSaid = true }, new MeetingPoint("When?") { WasSaid = false, IsCarriedOver = true }],
            Comments = [new MeetingPoint("It costs two weeks.")],
            OtherView = "Wait.",
            Goal = "One question",
            FirstPoint = "Why?",
            Settled = ["a1", "last-b2"],
            Kept = ["term:etl", "outcome:c3"],
            IsCancelled = true,
            Version = "v1",
            SavedAt = _thursday.AddDays(-1),
            Spoke = Spoke.Late,
            Asked = 2,
            Commented = 0,
            GoalResult = GoalResult.Partly,
            Learned = "Ask early",
        };
        var talk = meeting with
        {
            Questions = [],
            Comments = [],
            Settled = [],
            Kept = [],
            Talk = new OneOnOne { Priorities = ["One", "Two"], Changed = "", Decision = "May it slip?", Sure = 4, Decided = GoalResult.NotYet },
        };

        Assert.Equivalent(meeting, Read(MeetingRow.Write(meeting)), strict: true);
        Assert.Equivalent(talk, Read(MeetingRow.Write(talk)), strict: true);
    }

    [Fact]
    public void A_full_sheet_fits_a_row_many_times_over()
    {
        var points = Enumerable.Range(0, Meeting.MaxPoints).Select(place => new MeetingPoint(new string('漢', MeetingPoint.MaxLength - 1) + place)).ToList();
        var row = MeetingRow.Write(new Meeting
        {
            Id = "m1",
            Name = new string('n', 80),
            StartsAt = _thursday,
            Minutes = 45,
            Questions = points,
            Comments = points,
            OtherView = new string('o', 300),
            Goal = new string('g', 300),
            FirstPoint = new string('f', 300),
            Version = "v1",
            SavedAt = _thursday,
            Learned = new string('l', 500),
            Settled = [.. Enumerable.Range(0, 200).Select(number => $"0123456789{number}")],
            Kept = [.. Enumerable.Range(0, 200).Select(number => new string('k', 60) + number)],
        });

        Assert.True(row.Count < TableRules.MaxValues);
        Assert.All(row, column => Assert.True(column.Value is not string text || text.Length * 2 < TableRules.MaxValueBytes / 2));
    }

    [Fact]
    public async Task A_meeting_of_the_previous_release_is_shown_worked_on_and_remembered()
    {
        await StoreAsOfThePreviousReleaseAsync();
        await _desk.SayAsync("prep");
        await _desk.PressAsync(_desk.Last, "Open");
        var sheet = _desk.Last.Card;
        await _desk.OpenAsync("Questions");
        await _desk.WriteOnAsync("Write a question", "Who decides?");
        await _desk.PressAsync(_desk.Last, "Back to the sheet");
        var meeting = await _desk.MeetingAsync();
        await _desk.ShowCheckAsync(meeting);
        await _desk.PressAsync(_desk.Last, "2");

        Assert.Contains("4 of 5", sheet.Text, StringComparison.Ordinal);
        Assert.NotNull(sheet.Fact("Key points"));
        Assert.Equal("What happens at 6 %?", sheet.Fact("Say first"));
        Assert.Equal(["What does the slip cost?", "Who decides?"], meeting.Questions.Select(question => question.Text));
        Assert.Equal(SheetDesk.PreReadText, meeting.Agenda);
        Assert.Contains("Question 1 is carried over", _desk.Last.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_agenda_moves_to_a_row_of_its_own_when_more_is_pasted()
    {
        await StoreAsOfThePreviousReleaseAsync();
        await _desk.SayAsync("prep");
        await _desk.PressAsync(_desk.Last, "Open");
        await _desk.OpenAsync("Pre-read");
        await _desk.WriteOnAsync("Add more", "The budget grows by 4 % next year.");

        Assert.Equal("", (await _desk.MeetingAsync()).Agenda);
        Assert.Equal(
            $"{SheetDesk.PreReadText}\n\nThe budget grows by 4 % next year.",
            (await _desk.Get<Meetings>().PreReadAsync(_desk.Anna, "old1", default))!.Text);
    }

    [Fact]
    public async Task A_nudge_that_the_previous_release_scheduled_comes()
    {
        await StoreAsOfThePreviousReleaseAsync();
        var meeting = await _desk.MeetingAsync();
        var send = Assert.IsType<NudgeDecision.Send>(await _desk.NudgeAsync(meeting, NudgeKind.MeetingFirstWord, meeting.StartsAt.AddMinutes(-5), "v1"));

        Assert.Equal("Say this first, within ten minutes:\n\u201cWhat happens at 6 %?\u201d", send.Card.Text);
    }

    /// <summary>The columns that the previous release wrote, and no others.</summary>
    private async Task StoreAsOfThePreviousReleaseAsync() => await _desk.Store.Table(PeopleTable.Name).WriteAsync(
        [
            new RowWrite.Insert
            {
                Key = PeopleTable.Meeting(_desk.Anna, "old1"),
                Properties = new RowProperties
                {
                    { "Id", "old1" }, { "Name", "Exec staff" }, { "StartsAt", _thursday }, { "Minutes", 60 }, { "Agenda", SheetDesk.PreReadText },
                    { "Goal", "" }, { "FirstPoint", "What happens at 6 %?" }, { "IsCancelled", false }, { "Version", "v1" }, { "SavedAt", CoachDesk.MondayMorning },
                    { "Question2", "What does the slip cost?" }, { "Comment1", "The slip costs two weeks." },
                },
            },
        ],
        default);

    private static Meeting Read(RowProperties properties) => MeetingRow.Read(new TableRow(new RowKey("p", "meeting m1"), new RowVersion("1"), properties));
}
