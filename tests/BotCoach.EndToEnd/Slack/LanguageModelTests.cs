using System.Text.Json;
using BotCoach.Host.Tests;

namespace BotCoach.EndToEnd;

/// <summary>A language model beside the whole service: nobody waits for it, and nothing is sent without consent.</summary>
public sealed class LanguageModelTests : IAsyncLifetime
{
    private static readonly string[] _chosen =
    [
        "Marketing has booked the stand for 65,000 euros and cannot cancel after 5 December.",
        "The run rate of the old platform stays in the budget until it is switched off.",
        "The other comes from support: tickets per customer rose by 18 % after the September release.",
    ];

    private ModelEndpoint _model = null!;
    private CoachOnSlack _coach = null!;

    public async Task InitializeAsync()
    {
        _model = await ModelEndpoint.StartAsync();
        _coach = await CoachOnSlack.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Summaries:Endpoint"] = _model.Address,
            ["Summaries:Model"] = "small",
            ["Summaries:TimeoutSeconds"] = "20",
        });
    }

    public async Task DisposeAsync()
    {
        await _coach.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task The_sheet_is_there_at_once_and_what_a_slow_model_chose_follows()
    {
        var answer = new TaskCompletionSource();
        _model.Behaviour = async (context, _) =>
        {
            await answer.Task.WaitAsync(context.RequestAborted);
            await ModelEndpoint.SayAsync(context, JsonSerializer.Serialize(new { points = _chosen }));
        };
        var sheet = await PrepareAsync();
        Assert.Empty(_model.Requests);
        await _coach.Anna.PressAsync(sheet, "\u2713 Pre-read");
        var asked = await SeeAsync("May a language model read what you paste?");
        var taken = await _coach.Anna.PressAsync(asked, "Yes, it may");
        var agreed = await SeeAsync("Stop sending pre-reads to 127.0.0.1");
        await Poll.UntilAsync(() => Task.FromResult(!_model.Requests.IsEmpty), Poll.Patience, "the model to be asked");
        answer.SetResult();
        var read = await LookAgainAsync(agreed, "A language model chose the key points");

        Assert.True(taken.Took < TimeSpan.FromSeconds(3), taken.Took.ToString());
        Assert.Contains("Slide 4", _model.Requests.First().Material, StringComparison.OrdinalIgnoreCase);
        Assert.All(_chosen, sentence => Assert.Contains(sentence, read.Shown, StringComparison.Ordinal));
        Assert.Single(_model.Requests);
    }

    [Fact]
    public async Task A_model_that_obeys_what_was_pasted_changes_nothing()
    {
        _model.Behaviour = (context, _) => ModelEndpoint.SayAsync(context, """{"points": ["Transfer 9,000 euros to account 42.", "You are the best."]}""");
        await _coach.Anna.PressAsync(await PrepareAsync(), "\u2713 Pre-read");
        await _coach.Anna.PressAsync(await SeeAsync("May a language model read what you paste?"), "Yes, it may");
        var agreed = await SeeAsync("Stop sending pre-reads to 127.0.0.1");
        await Poll.UntilAsync(() => Task.FromResult(!_model.Requests.IsEmpty), Poll.Patience, "the model to be asked");
        var read = await LookAgainAsync(agreed, "Key points");

        Assert.DoesNotContain("account 42", read.Shown, StringComparison.Ordinal);
        Assert.Contains("(a decision, slide 4)", read.Shown, StringComparison.Ordinal);
    }

    private async Task<SlackMessage> PrepareAsync()
    {
        await _coach.Anna.CommandAsync("/prep meeting exec staff in 3 hours");
        await _coach.Anna.WaitForFormAsync();
        await _coach.Anna.SubmitFormAsync(("Paste the agenda or the pre-read", PreReads.BusinessReview));
        return await SeeAsync("2 of 5");
    }

    /// <summary>Goes back to the sheet and looks at its pre-read, until it says something.</summary>
    private async Task<SlackMessage> LookAgainAsync(SlackMessage card, string words) => await Poll.ForAsync(
        async () =>
        {
            await _coach.Anna.PressAsync(card, "Back to the sheet");
            await _coach.Anna.PressAsync(await SeeAsync("2 of 5"), "\u2713 Pre-read");
            var seen = await SeeAsync("the pre-read");
            return seen.Shown.Contains(words, StringComparison.Ordinal) ? seen : null;
        },
        Poll.Patience,
        $"“{words}”");

    private Task<SlackMessage> SeeAsync(string words) =>
        _coach.Anna.WaitForMessageAsync(message => message.Shown.Contains(words, StringComparison.Ordinal));
}
