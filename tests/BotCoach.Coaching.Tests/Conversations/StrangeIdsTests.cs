using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>Ids that no platform gives stand for nobody, and for nobody else.</summary>
public sealed class StrangeIdsTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Theory]
    [InlineData("T1|anna", "x")]
    [InlineData("T1", "anna|x")]
    [InlineData("T1", "|")]
    public async Task An_id_that_could_be_taken_for_two_is_answered_by_nothing_and_kept_nowhere(string workspace, string person)
    {
        var answer = await _desk.SayAsync("plan active", _desk.Anna with { Workspace = workspace, Person = person });

        Assert.Equal(ChatAnswer.Nothing, answer);
        Assert.Empty(await RowsAsync($"{RecordingChannel.ChannelName}|{workspace}|{person}"));
    }

    [Fact]
    public async Task Ids_that_no_row_could_name_are_answered_by_nothing()
    {
        Assert.Equal(ChatAnswer.Nothing, await _desk.SayAsync("help", _desk.Anna with { Person = new string('é', 600) }));
        Assert.Equal(ChatAnswer.Nothing, await _desk.SayAsync("help", _desk.Anna with { Workspace = new string('/', 100) }));
        Assert.Equal(ChatAnswer.Nothing, await _desk.TakeAsync(_desk.Message("help") with { Id = new string('x', 600) }));
        Assert.Equal(ChatAnswer.Nothing, await _desk.TakeAsync(_desk.Message("help") with { Id = new string('x', 505) }));
    }

    [Fact]
    public async Task What_a_form_holds_is_kept_although_it_says_to_be_about_something_that_no_row_could_name()
    {
        await _desk.CommandAsync("prep", "meeting");
        await _desk.TakeAsync(_desk.Submission(_desk.Form!, [("name", "Exec staff"), ("when", "Thu 10:00")]) with { State = new string('x', 600) });

        Assert.Equal("Exec staff", _desk.Last.Card.Title);
    }

    private async Task<IReadOnlyList<Storage.TableRow>> RowsAsync(string partition) =>
        (await _desk.Store.Table(PeopleTable.Name).QueryAsync(new Storage.RowRange(partition), 10, default)).Rows;
}
