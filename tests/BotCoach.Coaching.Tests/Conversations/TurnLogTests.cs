using System.Text.Json;
using BotCoach.Chat;
using BotCoach.Storage;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class TurnLogTests : IAsyncLifetime
{
    private CoachDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await CoachDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Every_answer_of_a_week_reads_back_as_it_was_given()
    {
        List<ChatAnswer> answers =
        [
            await _desk.SayAsync("hello"),
            await _desk.CommandAsync("coach", "plan standard"),
            await _desk.CommandAsync("coach", "try align-with-manager"),
            await _desk.PressAsync(_desk.Last, "3"),
            await _desk.SayAsync("roadmap order changed on Friday"),
            await _desk.CommandAsync("prep", "meeting exec staff thu 10am"),
        ];
        var form = _desk.Form!;
        answers.Add(await _desk.SubmitAsync(form, ("when", "next thurs-ish")));
        answers.Add(await _desk.SubmitAsync(form));
        answers.Add(await _desk.OpenHomeAsync());

        Assert.All(answers, answer => Assert.Equal(Json(answer), Json(ReadBack(answer))));
    }

    [Fact]
    public void A_long_answer_is_kept_in_pieces_that_a_table_takes()
    {
        var answer = new ChatAnswer { Reply = new Card { Title = "Long", Text = new string('\u00e4', 100_000) } };

        Assert.Equal(answer.Reply.Text, ReadBack(answer).Reply?.Text);
    }

    private ChatAnswer ReadBack(ChatAnswer answer)
    {
        var record = Assert.IsType<RowWrite.Insert>(TurnLog.Record(_desk.Message("words"), answer, _desk.Clock.GetUtcNow()));
        return TurnLog.Read(new TableRow(record.Key, new RowVersion("1"), record.Properties)).Answer;
    }

    private static string Json(ChatAnswer answer) => JsonSerializer.Serialize(answer);
}
