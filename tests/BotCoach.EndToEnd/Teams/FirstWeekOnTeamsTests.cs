namespace BotCoach.EndToEnd;

/// <summary>The same first week, in Teams. Every card on the way is put before Microsoft's renderer.</summary>
public abstract class FirstWeekOnTeamsTests(Chromium chromium, StoreKind store) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<NamedCard> _seen = [];
    private CoachOnTeams _coach = null!;

    public async Task InitializeAsync() => _coach = await CoachOnTeams.StartAsync(store);

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Fact]
    public async Task A_manager_goes_from_the_welcome_to_the_check_after_a_meeting_and_is_left_alone_after_leaving()
    {
        await _coach.Anna.InstallAsync();
        var welcome = await SeeAsync("Welcome", "How much should I send?");
        await _coach.Anna.PressAsync(welcome, "Active");
        var plan = await SeeAsync("Plan", "You're on Active");
        Assert.Equal(welcome.Id, plan.Id);

        await _coach.Anna.WriteAsync("try align with manager");
        var nudge = await SeeAsync("Nudge", "How sure are you");
        await _coach.Anna.PressAsync(nudge, "3");
        var answered = await SeeAsync("Answered nudge", "You said 3 of 5");
        Assert.Equal(nudge.Id, answered.Id);

        await _coach.Anna.WriteAsync("<at>roadmap</at> order **changed** on [Friday](javascript:alert(1))");
        await SeeAsync("Answered in words", "**changed** on [Friday](javascript:alert(1))");

        await _coach.Anna.WriteAsync("/prep meeting Exec staff");
        var offer = await SeeAsync("Offer of the form", "Prepare a meeting");
        await _coach.Anna.PressAsync(offer, "Open the form");
        var form = await _coach.Anna.WaitForMessageAsync(message => message.Inputs.Count == 3);
        Keep("Form", form);
        await _coach.Anna.SubmitAsync(form, "Make the sheet", ("When?", "next thurs-ish"), ("Paste the agenda or the pre-read", PreReads.BusinessReview));
        var refused = await SeeAsync("Form with an error", "I can't read");
        Assert.Equal(PreReads.BusinessReview, refused.Inputs.Single(input => input.Label == "Paste the agenda or the pre-read").Value);
        await _coach.Anna.SubmitAsync(refused, "Make the sheet", ("When?", "in 2 hours"));
        var sheet = await SeeAsync("Prep sheet", "60 minutes");
        Assert.Equal(offer.Id, sheet.Id);
        var start = _coach.Clock.GetUtcNow().AddHours(2);

        _coach.Clock.MoveTo(start.AddMinutes(-29));
        await SeeAsync("Sheet ahead of the meeting", "Nothing is written down yet");
        _coach.Clock.MoveTo(start.AddMinutes(-4));
        await SeeAsync("First word", "first ten minutes");
        _coach.Clock.MoveTo(start.AddMinutes(66));
        var check = await SeeAsync("Check afterwards", "When did you first speak?");
        await _coach.Anna.PressAsync(check, "Early");
        await SeeAsync("Check, told", "\u2713 Early");
        await _coach.Anna.WriteAsync("ask before the vote");
        await SeeAsync("Check with its line", "ask before the vote");

        foreach (var words in new[] { "help", "prep", "plan", "pause until tomorrow", "stop", "what is this" })
        {
            var before = _coach.Anna.Messages().Count(message => message.IsFromBot);
            await _coach.Anna.WriteAsync(words);
            await Poll.UntilAsync(
                () => Task.FromResult(_coach.Anna.Messages().Count(message => message.IsFromBot) > before), Poll.Patience, $"an answer to '{words}'");
            Keep(words, _coach.Anna.Messages().Last(message => message.IsFromBot));
        }

        await _coach.Anna.WriteAsync("plan active");
        await SeeAsync("Plan again", "You're on Active");
        await _coach.Anna.UninstallAsync();
        var silence = _coach.Anna.Messages().Count;
        _coach.Clock.Advance(TimeSpan.FromDays(5));
        await Poll.UntilAsync(async () => await NothingIsDueAsync(), Poll.Patience, "what was due to be dropped");

        Assert.Equal(silence, _coach.Anna.Messages().Count);
        Assert.DoesNotContain(_coach.Teams.Log, entry => entry.IsError);
        await using var renderer = await AdaptiveCardRenderer.OpenAsync(chromium);
        foreach (var card in _seen)
        {
            Assert.True((await renderer.ProblemsAsync(card.Json)) is [], $"{card.Name}: {card.Json}");
        }
    }

    private async Task<bool> NothingIsDueAsync()
    {
        var opened = _coach.OpenStore();
        var settings = new Dictionary<string, string> { ["Scheduling:Shards"] = "4" };
        await using var rows = await HostStore.OpenAsync(opened, settings);
        return await rows.CountDueBeforeAsync(_coach.Clock.GetUtcNow()) == 0;
    }

    private async Task<TeamsMessage> SeeAsync(string name, string text)
    {
        var message = await _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains(text, StringComparison.Ordinal)
            || message.Buttons.Any(button => button.Title == text));
        Keep(name, message);
        return message;
    }

    private void Keep(string name, TeamsMessage message) => _seen.Add(new NamedCard(name, message.Card!.Value.GetRawText()));
}

public sealed class FirstWeekOnTeamsAndSqliteTests(Chromium chromium) : FirstWeekOnTeamsTests(chromium, StoreKind.Sqlite);

public sealed class FirstWeekOnTeamsAndAzureTablesTests(Chromium chromium) : FirstWeekOnTeamsTests(chromium, StoreKind.AzureTables);
