using BotCoach.Chat;
using BotCoach.Testing;

namespace BotCoach.Coaching.Tests;

public sealed class PacedCoachTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new(CoachDesk.MondayMorning);
    private CoachDesk _desk = null!;
    private PacedCoach _coach = null!;

    public async Task InitializeAsync()
    {
        _desk = await CoachDesk.OpenAsync();
        _coach = new PacedCoach(_desk.Get<Coach>(), _clock);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Somebody_who_floods_is_told_once_and_others_are_answered()
    {
        var answers = await FloodAsync(PacedCoach.AtOnce);

        Assert.DoesNotContain(answers.SkipLast(1), Tells);
        Assert.True(Tells(answers[^1]));
        await Assert.ThrowsAsync<TooManyTurnsException>(() => AskAsync(_desk.Anna));
        Assert.Equal("What you can ask for", Shown(await AskAsync(_desk.Anna with { Person = "ben" })).Title);
    }

    [Fact]
    public async Task What_was_refused_is_taken_when_it_comes_again_and_has_one_effect()
    {
        await FloodAsync(PacedCoach.AtOnce);
        var refused = _desk.Message("pause until 7 dec");
        await Assert.ThrowsAsync<TooManyTurnsException>(() => _coach.HandleAsync(refused, default));

        _clock.Advance(PacedCoach.Each);
        var answer = await _coach.HandleAsync(refused, default);

        Assert.False(Tells(answer));
        Assert.NotEqual(ChatAnswer.Nothing, answer);
    }

    [Fact]
    public async Task Whoever_goes_on_flooding_is_told_again_after_ten_minutes()
    {
        await FloodAsync(PacedCoach.AtOnce);
        for (var second = 0; second < 30; second++)
        {
            _clock.Advance(PacedCoach.Each);
            Assert.False(Tells(await AskAsync(_desk.Anna)));
        }

        _clock.Advance(PacedCoach.ToldAgainAfter);
        Assert.True(Tells((await FloodAsync(PacedCoach.AtOnce))[^1]));
    }

    private async Task<IReadOnlyList<ChatAnswer>> FloodAsync(int turns)
    {
        List<ChatAnswer> answers = [];
        for (var turn = 0; turn < turns; turn++)
        {
            answers.Add(await AskAsync(_desk.Anna));
        }

        return answers;
    }

    private Task<ChatAnswer> AskAsync(PersonAddress person) => _coach.HandleAsync(_desk.Message("help", person), default);

    private static Card Shown(ChatAnswer answer) => answer.Reply ?? answer.Posts[0].Card;

    private static bool Tells(ChatAnswer answer) => $"{answer.Reply?.Text} {answer.Reply?.Context}".Contains("about one a second", StringComparison.Ordinal);
}
