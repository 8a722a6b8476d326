using BotCoach.Storage;

namespace BotCoach.Coaching.Tests;

public sealed class EarlierReleaseTests
{
    [Fact]
    public void A_reply_of_the_first_release_is_read_with_its_answer()
    {
        var at = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        var row = new TableRow(
            new RowKey("chat|T1|anna", "reply 20261120.align-with-manager.0"),
            new RowVersion("1"),
            new RowProperties
            {
                { "Nudge", "20261120.align-with-manager.0" },
                { "Practice", "align-with-manager" },
                { "Value", "3" },
                { "Line", "the order changed" },
                { "AnsweredAt", at },
                { "ChangedAt", at },
            });

        var reply = Reply.Read(row);

        Assert.Equal("3", reply.Value);
        Assert.Equal("the order changed", reply.Line);
    }
}
