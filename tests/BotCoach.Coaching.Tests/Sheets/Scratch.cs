using BotCoach.Testing;
using Xunit.Abstractions;
namespace BotCoach.Coaching.Tests;
public sealed class Scratch(ITestOutputHelper o)
{
    [Fact]
    public async Task Walk()
    {
        await using var d = await CoachDesk.OpenAsync();
        void P(string what) => o.WriteLine($"--- {what}\n{d.Last.Card.Read()}");
        await d.PrepareAsync(preRead: SheetDesk.PreReadText); P("sheet");
        await d.OpenAsync("Pre-read"); P("pre-read");
        await d.OpenAsync("Back to the sheet");
        await d.OpenAsync("Questions"); P("questions");
        await d.PressAsync(d.Last, "Take it"); P("took");
        await d.PressAsync(d.Last, "Not this one"); P("dismissed");
        await d.WriteOnAsync("Write a question", "Does the ETL pipeline of SRE need a rewrite?"); P("wrote");
        
        await d.PressAsync(d.Last, "Everyone knows it"); P("known");
        await d.OpenAsync("Back to the sheet");
        await d.OpenAsync("Comments"); P("comments");
        await d.WriteOnAsync("Write a comment", "We should re-architect the ingestion pipeline"); P("wrote comment");
        await d.OpenAsync("Back to the sheet");
        await d.OpenAsync("Goal and first word"); P("goal");
        await d.PressAsync(d.Last, "One question, one insight"); 
        await d.PressAsync(d.Last, "Question 1"); P("goal set");
        await d.OpenAsync("Back to the sheet"); P("sheet");
        await d.PressAsync(d.Last, "Remind me 30 min before"); P("lead");
        await d.PressAsync(d.Last, "The working day before, 16:00"); P("lead set");
        var m = await d.MeetingAsync();
        var r = (NudgeDecision.Send)await d.NudgeAsync(m, NudgeKind.MeetingSheet, m.StartsAt.AddMinutes(-30));
        o.WriteLine("--- reminder\n" + r.Card.Read());
        r = (NudgeDecision.Send)await d.NudgeAsync(m, NudgeKind.MeetingFirstWord, m.StartsAt.AddMinutes(-5));
        o.WriteLine("--- first word\n" + r.Card.Read());
        await d.ShowCheckAsync(m); P("check");
        await d.PressAsync(d.Last, "Early"); await d.PressAsync(d.Last, "1"); await d.PressAsync(d.Last, "Met"); P("check told");
        await d.CommandAsync("prep", "meeting"); o.WriteLine("--- offer\n" + d.Reply!.Read());
        await d.PressAsync(d.Reply!, "Prepare it");
        o.WriteLine(string.Join('\n', d.Form!.Fields.Select(f => $"{f.Label}: {f.Value}")));
        await d.SubmitAsync(d.Form!); P("next sheet");
        await d.CommandAsync("prep", "1:1 fri 14:00");
        o.WriteLine(string.Join('\n', d.Form!.Fields.Select(f => $"{f.Label}: {f.Value}")));
        await d.SubmitAsync(d.Form!, ("priorities", "1. Migration\n2. Hiring two\n- Incident follow-ups"), ("decision", "May the mobile app slip?")); P("1:1");
        await d.CommandAsync("prep"); o.WriteLine("--- list\n" + d.Reply!.Read());
    }
}
