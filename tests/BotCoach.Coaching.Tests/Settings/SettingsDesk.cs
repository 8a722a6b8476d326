using System.Globalization;
using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

/// <summary>A person at their settings.</summary>
internal static class SettingsDesk
{
    /// <summary>Opens the settings, and a part of them.</summary>
    public static async Task<RecordingChannel.Shown> OpenSettingsAsync(this CoachDesk desk, string? part = null)
    {
        await desk.CommandAsync("coach", "settings");
        if (part is not null)
        {
            await desk.PressAsync(desk.Last, part);
        }

        return desk.Last;
    }

    /// <summary>Opens the form behind a button of the last message and submits it.</summary>
    public static async Task<ChatAnswer> FillInAsync(this CoachDesk desk, string button, params (string Field, string Value)[] values)
    {
        await desk.PressAsync(desk.Last, button);
        return await desk.SubmitAsync(desk.Form!, values);
    }

    public static async Task<PersonState> PersonAsync(this CoachDesk desk) => await desk.Get<People>().ReadAsync(desk.Anna, default);

    public static async Task<Plan> PlanAsync(this CoachDesk desk) => (await desk.PersonAsync()).Plan!;

    /// <summary>The nudges of the plan that its present version would let through.</summary>
    public static async Task<IReadOnlyList<DueNudge>> PlannedAsync(this CoachDesk desk)
    {
        var due = desk.Get<DueTable>();
        var version = (await desk.PlanAsync()).Version;
        var page = await due.ReadDueAsync(due.Shards.Of(desk.Anna), desk.Clock.GetUtcNow().AddYears(2), "", default);
        return [.. page.Rows.Select(row => row.Nudge).Where(nudge => nudge.Kind == NudgeKind.Practice && nudge.Version == version)];
    }

    /// <summary>The one nudge that is to come, in UTC: "29 Mar 07:15".</summary>
    public static async Task<string> NextInUtcAsync(this CoachDesk desk) =>
        Assert.Single(await desk.PlannedAsync()).DueAt.UtcDateTime.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The titles of the next practices that the dispatcher would send.</summary>
    public static async Task<IReadOnlyList<string>> ComingAsync(this CoachDesk desk, int count)
    {
        var nudge = Assert.Single(await desk.PlannedAsync());
        List<string> titles = [];
        while (titles.Count < count)
        {
            var send = Assert.IsType<NudgeDecision.Send>(await desk.Get<NudgeDecider>().DecideAsync(nudge, nudge.DueAt, default));
            titles.Add(send.Card.Title);
            nudge = send.Next!;
        }

        return titles;
    }
}
