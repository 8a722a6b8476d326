using BotCoach.Chat;
using BotCoach.Storage;

namespace BotCoach.Coaching.Tests;

public sealed class ReplyRowTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("3", 3, null)]
    [InlineData("0", 0, null)]
    [InlineData("not-yet", null, "not-yet")]
    [InlineData("03", null, "03")]
    [InlineData("-1", null, "-1")]
    [InlineData(null, null, null)]
    public void A_number_is_a_number_and_a_choice_a_word_and_both_read_back_as_they_were(string? value, int? number, string? choice)
    {
        var reply = new Reply { Nudge = new NudgeKey(new DateOnly(2026, 11, 23), "align-with-manager", "0"), Value = value, AnsweredAt = At, ChangedAt = At };

        var write = Assert.IsType<RowWrite.Insert>(reply.Save(new PersonAddress("chat", "T1", "anna"), version: null));

        Assert.Equal((number, choice), (write.Properties.Number("Number"), write.Properties.Text("Choice")));
        Assert.Equal(reply, Reply.Read(new TableRow(write.Key, new RowVersion("1"), write.Properties)));
    }
}
