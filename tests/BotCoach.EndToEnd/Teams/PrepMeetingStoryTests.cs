using System.Globalization;
using BotCoach.Coaching;
using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>
/// A meeting is prepared, held and followed by the next one, on Playground's page: forms stand in the place of the sheet and
/// lead back to it. Wide and at the width of a phone; the pictures are for people to look at.
/// </summary>
public sealed class PrepMeetingStoryOnTeamsTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private CoachOnTeams _coach = null!;
    private PlaygroundPage _teams = null!;
    private string _width = "wide";
    private int _pictures;

    public async Task InitializeAsync() => _coach = await CoachOnTeams.StartAsync();

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Theory]
    [InlineData("wide")]
    [InlineData("phone")]
    public async Task A_manager_prepares_a_meeting_walks_in_and_starts_the_next_one_from_there(string width)
    {
        _width = width;
        _teams = await chromium.OpenAsync(_coach.Teams);
        await SeeAsync("How much should I send?");
        await _teams.HideLogAsync();
        await NarrowAsync();
        var start = LocalTime.At(LocalTime.DateOf(_coach.Clock.GetUtcNow(), _berlin).AddDays(2), new TimeOnly(10, 0), _berlin);
        var when = start.ToString("ddd d MMM 'at' h tt 'for 45 min'", CultureInfo.InvariantCulture);

        await _teams.WriteAsync($"prep meeting Exec staff {when}");
        await PressAsync(await SeeAsync("Prepare a meeting", "offer-of-the-form"), "Open the form");
        var form = await SeeAsync("Which meeting?", "form");
        await PlaygroundPage.Field(form, "Paste the agenda or the pre-read").FillAsync(PreReads.BusinessReview);
        await PlaygroundPage.Field(form, "When?").FillAsync("next thurs-ish");
        await PressAsync(form, "Make the sheet");
        form = await SeeAsync("I can't read", "form-refused");
        Assert.Equal(PreReads.BusinessReview.Length, (await PlaygroundPage.Field(form, "Paste the agenda or the pre-read").InputValueAsync()).Length);
        await PlaygroundPage.Field(form, "When?").FillAsync(when);
        await PressAsync(form, "Make the sheet");
        var sheet = await SeeAsync("2 of 5", "sheet");

        await PressAsync(sheet, "\u2713 Pre-read");
        await PressAsync(await SeeAsync("Exec staff: the pre-read", "pre-read"), "Back to the sheet");
        await PressAsync(await SeeAsync("2 of 5"), "Questions");
        await PressAsync(await SeeAsync("Exec staff: questions", "questions"), "Take it");
        await SeeAsync("Question 1", "question-taken");
        await WriteAsync("Write a question", "Your question", "You assume churn stays at 4 %. What happens at 6 %?", "question");
        await PressAsync(await SeeAsync("Exec staff: questions"), "Write a question");
        await PressAsync(await SeeAsync("Your question"), "Back");
        await PressAsync(await SeeAsync("Exec staff: questions"), "Back to the sheet");

        await PressAsync(await SeeAsync("3 of 5"), "Comments");
        await SeeAsync("Exec staff: comments", "comments");
        await WriteAsync("Write a comment", "Your comment", "We should re-architect the ingestion pipeline", "comment");
        await PressAsync(await SeeAsync("may not land"), "Use it");
        await SeeAsync("We should redesign", "comment-made-plainer");
        await PressAsync(await SeeAsync("Exec staff: comments"), "Back to the sheet");

        await PressAsync(await SeeAsync("4 of 5"), "Goal and first word");
        await PressAsync(await SeeAsync("goal and first word", "goal"), "One question, one insight");
        await PressAsync(await SeeAsync("\u2713 One question, one insight"), "Question 2");
        await PressAsync(await SeeAsync("\u2713 Question 2", "goal-set"), "Back to the sheet");
        await PressAsync(await SeeAsync("5 of 5", "sheet-done"), "Remind me 30 min before");
        await PressAsync(await SeeAsync("when should the sheet come?", "lead-time"), "15 min before");
        await SeeAsync("Remind me 15 min before");

        _coach.Clock.MoveTo(start.AddMinutes(-14));
        await SeeAsync("Read it once, then close it.", "reminder");
        _coach.Clock.MoveTo(start.AddMinutes(-4));
        await SeeAsync("Say this first, within ten minutes", "first-word");
        _coach.Clock.MoveTo(start.AddMinutes(51));
        await PressAsync(await SeeAsync("When did you first speak?", "check"), "Early");
        await PressAsync(await SeeAsync("\u2713 Early"), "2");
        await PressAsync(await SeeAsync("is carried over to"), "Met");
        await SeeAsync("\u2713 Met");
        await _teams.WriteAsync("ask about churn before the vote");
        await SeeAsync("\u201cask about churn before the vote\u201d", "check-told");

        await _teams.WriteAsync("prep meeting");
        await PressAsync(await SeeAsync("Which meeting?", "offer"), "Prepare it");
        await PressAsync(await SeeAsync("Paste the agenda or the pre-read", "form-of-the-next"), "Make the sheet");
        await SeeAsync("Last time: early", "sheet-of-the-next");
        await _teams.WriteAsync(PreReads.BusinessReview);
        await SeeAsync("3 of 5", "sheet-of-the-next-with-key-points");

        await _teams.WriteAsync("prep 1:1 in 3 hours");
        await PressAsync(await SeeAsync("Prepare your 1:1"), "Open the form");
        var talk = await SeeAsync("Your top three priorities", "one-on-one-form");
        await PlaygroundPage.Field(talk, "Your top three priorities").FillAsync("Billing migration by 30 January\nHire two for the data team");
        await PlaygroundPage.Field(talk, "One decision that you need").FillAsync("Whether the mobile app may slip to February");
        await PressAsync(talk, "Make the sheet");
        await SeeAsync("The decision that you need", "one-on-one-sheet");
        await _teams.WriteAsync("prep");
        await SeeAsync("Meetings ahead", "list");

        Assert.DoesNotContain(_coach.Teams.Log, entry => entry.IsError);
    }

    private async Task WriteAsync(string button, string field, string text, string picture)
    {
        await PressAsync(_teams.Cards.Last, button);
        var form = await SeeAsync(field, $"{picture}-form");
        await PlaygroundPage.Field(form, field).FillAsync(text);
        await PressAsync(form, "Save");
        await SeeAsync(text, $"{picture}-written");
    }

    /// <summary>The last card, once it says something.</summary>
    private async Task<ILocator> SeeAsync(string text, string? picture = null)
    {
        var card = _teams.Card(text);
        await card.WaitForAsync();
        if (picture is not null)
        {
            var name = $"prep-teams-{_width}-{++_pictures:D2}-{picture}";
            await (_width == "phone" ? PlaygroundPage.CardScreenshotAsync(name, card) : _teams.ScreenshotAsync(name, card));
        }

        return card;
    }

    private static Task PressAsync(ILocator card, string button) => PlaygroundPage.Button(card, button).First.ClickAsync();

    /// <summary>Playground's page does not become narrow; its cards do, and those are what a phone shows.</summary>
    private async Task NarrowAsync()
    {
        await _teams.Page.SetViewportSizeAsync(1280, 1200);
        if (_width == "phone")
        {
            await _teams.Page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = ".ac-adaptiveCard { width: 330px !important; }" });
        }
    }
}
