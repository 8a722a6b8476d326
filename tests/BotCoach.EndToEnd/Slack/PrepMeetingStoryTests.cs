using System.Globalization;
using BotCoach.Coaching;
using Microsoft.Playwright;

namespace BotCoach.EndToEnd;

/// <summary>
/// A meeting is prepared, held and followed by the next one, on the workspace's page, wide and at the width of a phone. The
/// pictures are for people to look at.
/// </summary>
public sealed class PrepMeetingStoryTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly TimeZoneInfo _berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private CoachOnSlack _coach = null!;
    private SlackPage _page = null!;
    private string _width = "wide";
    private int _pictures;

    public async Task InitializeAsync() => _coach = await CoachOnSlack.StartAsync();

    public async Task DisposeAsync() => await _coach.DisposeAsync();

    [Theory]
    [InlineData("wide")]
    [InlineData("phone")]
    public async Task A_manager_prepares_a_meeting_walks_in_and_starts_the_next_one_from_there(string width)
    {
        _width = width;
        await _coach.Anna.WriteAsync("hello");
        _page = await chromium.OpenAsync(_coach.Slack, LocalWorkspace.Anna);
        await _page.OpenDirectConversationAsync(LocalWorkspace.Anna);
        await NarrowAsync();
        var direct = await _coach.Anna.DirectConversationAsync();
        var start = LocalTime.At(LocalTime.DateOf(_coach.Clock.GetUtcNow(), _berlin).AddDays(2), new TimeOnly(10, 0), _berlin);
        var when = start.ToString("ddd d MMM 'at' h tt 'for 45 min'", CultureInfo.InvariantCulture);

        await _coach.Anna.CommandAsync($"/prep meeting Exec staff {when}", direct);
        await _page.Form.WaitForAsync();
        await PictureAsync("form");
        // The peer's page gives back only what was typed over; Slack gives all.
        await _page.FillAsync("Which meeting?", "Executive staff");
        await _page.FillAsync("When?", "next thurs-ish");
        await _page.SubmitAsync();
        await _page.Form.GetByText("I can't read").WaitForAsync();
        await PictureAsync("form-refused");
        await _page.FillAsync("When?", when);
        await _page.SubmitAsync();
        await SeeAsync("1 of 5", "sheet-empty");

        await _page.Button("Pre-read").ClickAsync();
        await SeeAsync("Paste the agenda", "pre-read-empty");
        await _page.Button("Send it as a message").ClickAsync();
        await SeeAsync("send me the pre-read", "pre-read-awaited");
        await _coach.Anna.WriteAsync(PreReads.BusinessReview);
        await SeeAsync("2 of 5", "sheet-with-key-points");
        await _page.Button("\u2713 Pre-read").ClickAsync();
        await SeeAsync("Executive staff: the pre-read", "pre-read");
        await _page.Button("Back to the sheet").ClickAsync();

        await _page.Button("Questions").ClickAsync();
        await SeeAsync("Executive staff: questions", "questions");
        await _page.Button("Take it").ClickAsync();
        await SeeAsync("Question 1", "question-taken");
        await WriteAsync("Write a question", "Your question", "You assume churn stays at 4 %. What happens at 6 %?", "question");
        await _page.Button("Back to the sheet").ClickAsync();

        await _page.Button("Comments").ClickAsync();
        await SeeAsync("Executive staff: comments", "comments");
        await WriteAsync("Write a comment", "Your comment", "We should re-architect the ingestion pipeline", "comment");
        await _page.Button("Use it").First.ClickAsync();
        await _page.Button("Keep mine").WaitForAsync();
        await PictureAsync("comment-made-plainer");
        await _page.Button("Back to the sheet").ClickAsync();

        await _page.Button("Goal and first word").ClickAsync();
        await SeeAsync("goal and first word", "goal");
        await _page.Button("One question, one insight").ClickAsync();
        await _page.Button("Question 2").ClickAsync();
        await _page.Button("\u2713 Question 2").WaitForAsync();
        await PictureAsync("goal-set");
        await _page.Button("Back to the sheet").ClickAsync();
        await SeeAsync("5 of 5", "sheet-done");
        await _page.Button("Remind me 30 min before").ClickAsync();
        await SeeAsync("when should the sheet come?", "lead-time");
        await _page.Button("15 min before").ClickAsync();
        await SeeAsync("Remind me 15 min before", "sheet-reminder-moved");

        _coach.Clock.MoveTo(start.AddMinutes(-14));
        await SeeAsync("Read it once, then close it.", "reminder");
        _coach.Clock.MoveTo(start.AddMinutes(-4));
        await SeeAsync("Say this first, within ten minutes", "first-word");
        _coach.Clock.MoveTo(start.AddMinutes(51));
        await SeeAsync("When did you first speak?", "check");
        await _page.Button("Early").ClickAsync();
        await _page.Button("\u2713 Early").WaitForAsync();
        await _page.Message("When did you first speak?").Last
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "2", Exact = true }).First.ClickAsync();
        await _page.Message("is carried over to").WaitForAsync();
        await _page.Button("Met").ClickAsync();
        await _page.Button("\u2713 Met").WaitForAsync();
        await _coach.Anna.WriteAsync("ask about churn before the vote");
        await SeeAsync("ask about churn before the vote", "check-told");

        await _coach.Anna.CommandAsync("/prep meeting", direct);
        await SeeAsync("Which meeting?", "offer");
        await _page.Button("Prepare it").ClickAsync();
        await _page.Form.WaitForAsync();
        await PictureAsync("form-of-the-next");
        await _coach.Anna.SubmitFormAsync();
        await SeeAsync("Last time:", "sheet-of-the-next");

        await _coach.Anna.CommandAsync("/prep 1:1 in 3 hours", direct);
        await _page.Form.WaitForAsync();
        await PictureAsync("one-on-one-form");
        await _coach.Anna.SubmitFormAsync(
            ("Your top three priorities", "Billing migration by 30 January\nHire two for the data team\nClose the follow-ups of October's outage"),
            ("What changed since last time?", "The roadmap's order changed on Friday"),
            ("One decision that you need", "Whether the mobile app may slip to February"));
        await SeeAsync("Your top three", "one-on-one-sheet");
        await _coach.Anna.CommandAsync("/prep", direct);
        await SeeAsync("Meetings ahead", "list");
        await _coach.Anna.CommandAsync("/coach help", direct);
        await SeeAsync("What you can ask for", "help");
    }

    private async Task WriteAsync(string button, string field, string text, string picture)
    {
        await _page.Button(button).ClickAsync();
        await _page.Form.WaitForAsync();
        await PictureAsync($"{picture}-form");
        await _page.FillAsync(field, text);
        await _page.SubmitAsync();
        await SeeAsync(text, $"{picture}-written");
    }

    private async Task SeeAsync(string text, string picture)
    {
        await _page.Message(text).Last.WaitForAsync();
        await PictureAsync(picture);
    }

    /// <summary>The width of a phone, where Slack shows the conversation alone.</summary>
    private async Task NarrowAsync()
    {
        if (_width == "phone")
        {
            await _page.Page.SetViewportSizeAsync(390, 844);
            await _page.Page.EvaluateAsync("document.querySelector('.sidebar-item').closest('.sidebar, aside, nav').style.display = 'none'");
        }
    }

    private async Task PictureAsync(string name)
    {
        await _page.Page.Mouse.MoveAsync(0, 0);
        await _page.ScreenshotAsync($"prep-slack-{_width}-{++_pictures:D2}-{name}");
    }
}
