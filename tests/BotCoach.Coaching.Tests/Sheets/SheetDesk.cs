using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A person at work on a sheet.</summary>
internal static class SheetDesk
{
    /// <summary>A pre-read such as people send out before an executive meeting.</summary>
    public const string PreReadText = """
        # Q4 business review

        ## Results
        Net revenue retention fell to 104 % in Q3, against a plan of 110 %.
        Churn among customers below 50 seats is 4 % a quarter and we assume that it stays there.
        Gross margin is 71 %, two points below budget, because the migration runs late.

        ## The migration
        The migration of the billing platform slips from December 12 to January 30.
        Until it is done we pay for both platforms, which costs 180,000 euros a month.
        Sales has promised the new invoices to three large customers for January.

        ## Decision
        We ask the meeting to decide whether to move two engineers from the mobile app to the migration until February.
        The mobile app would then miss its launch at the trade fair on January 20.
        """;

    public static async Task<RecordingChannel.Shown> PrepareAsync(
        this CoachDesk desk, string name = "Exec staff", string when = "thu 10:00", string preRead = "")
    {
        await desk.CommandAsync("prep", $"meeting {name} {when}");
        await desk.SubmitAsync(desk.Form!, ("name", name), ("when", when), ("agenda", preRead));
        Assert.Empty(desk.Errors);
        return desk.Last;
    }

    /// <summary>Opens a part of the last sheet.</summary>
    public static Task OpenAsync(this CoachDesk desk, string part) => desk.PressAsync(desk.Last, part);

    /// <summary>Presses a button of the last message that opens a form, writes into the form, and submits it.</summary>
    public static async Task<ChatAnswer> WriteOnAsync(this CoachDesk desk, string button, string text)
    {
        await desk.PressAsync(desk.Last, button);
        return await desk.SubmitAsync(desk.Form!, ("text", text));
    }

    /// <summary>Opens a part of the last sheet, writes there, and goes back.</summary>
    public static async Task WriteAsync(this CoachDesk desk, string part, string button, params string[] texts)
    {
        await desk.OpenAsync(part);
        foreach (var text in texts)
        {
            await desk.WriteOnAsync(button, text);
            Assert.Empty(desk.Errors);
        }

        await desk.PressAsync(desk.Last, "Back to the sheet");
    }

    public static async Task<IReadOnlyList<Meeting>> MeetingsAsync(this CoachDesk desk) =>
        [.. (await desk.RowsAsync()).Where(row => row.Key.Row.StartsWith("meeting ", StringComparison.Ordinal)).Select(MeetingRow.Read)];

    public static async Task<Meeting> MeetingAsync(this CoachDesk desk) => Assert.Single(await desk.MeetingsAsync());

    /// <summary>What the nudge of a kind would show; null when it would be dropped or skipped.</summary>
    public static async Task<NudgeDecision> NudgeAsync(this CoachDesk desk, Meeting meeting, NudgeKind kind, DateTimeOffset at, string? version = null)
    {
        desk.Clock.MoveTo(at);
        var due = new DueNudge { Person = desk.Anna, Kind = kind, Subject = meeting.Id, DueAt = at, Version = version ?? meeting.Version };
        return await desk.Get<NudgeDecider>().DecideAsync(due, at, default);
    }

    /// <summary>Sends the check after a meeting as the dispatcher does.</summary>
    public static async Task<RecordingChannel.Shown> ShowCheckAsync(this CoachDesk desk, Meeting meeting)
    {
        var send = Assert.IsType<NudgeDecision.Send>(
            await desk.NudgeAsync(meeting, NudgeKind.MeetingCheck, meeting.EndsAt + MeetingSchedule.CheckLag));
        var message = desk.Channel.Show(RecordingChannel.Direct(desk.Anna), send.Card, send.Key.ToString());
        await desk.Get<DeliveriesTable>().RecordAsync(
            [new Delivery { Person = desk.Anna, Key = send.Key, Outcome = DeliveryOutcome.Sent, At = desk.Clock.GetUtcNow(), Message = message }], default);
        return desk.Last;
    }

    /// <summary>The nudges about a meeting that its present state would let through, by kind.</summary>
    public static async Task<IReadOnlyList<(NudgeKind Kind, DateTimeOffset At)>> DueAsync(this CoachDesk desk, Meeting meeting)
    {
        var due = desk.Get<DueTable>();
        var rows = (await due.ReadDueAsync(due.Shards.Of(desk.Anna), desk.Clock.GetUtcNow().AddYears(2), "", default)).Rows;
        return [.. rows.Where(row => row.Nudge.Subject == meeting.Id && row.Nudge.Version == meeting.Version).Select(row => (row.Nudge.Kind, row.Nudge.DueAt))];
    }

    public static string? Fact(this Card card, string label) => card.Facts.FirstOrDefault(fact => fact.Label == label)?.Value;

    public static IEnumerable<string> Labels(this Card card) => card.Choices.SelectMany(row => row.Choices).Select(choice => choice.Label);

    public static IEnumerable<string> Chosen(this Card card) =>
        card.Choices.SelectMany(row => row.Choices).Where(choice => choice.IsChosen).Select(choice => choice.Label);

    /// <summary>All that can be read on a card, as a person reads it.</summary>
    public static string Read(this Card card) => string.Join('\n',
    [
        card.Title,
        .. card.Text is null ? [] : new[] { card.Text },
        .. card.Facts.Select(fact => $"{fact.Label}: {fact.Value}"),
        .. card.Choices.SelectMany(row => new[] { row.Label, row.Prompt, string.Join(' ', row.Choices.Select(Read)) }).OfType<string>(),
        .. card.Input is null ? [] : new[] { $"<{card.Input.Label}>" },
        .. card.Context is null ? [] : new[] { $"({card.Context})" },
    ]);

    private static string Read(Choice choice) => $"[{(choice.IsChosen ? "\u2713 " : "")}{choice.Label}{(choice.IsPrimary ? "*" : "")}]";
}
