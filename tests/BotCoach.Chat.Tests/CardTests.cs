namespace BotCoach.Chat.Tests;

public sealed class CardTests
{
    [Fact]
    public void A_notification_says_title_and_text() =>
        Assert.Equal("Speak early: Say it now.", new Card { Title = "Speak early", Text = "Say it now." }.Summary);

    [Fact]
    public void A_notification_of_a_card_without_text_says_the_title() =>
        Assert.Equal("Speak early", new Card { Title = "Speak early", Facts = [new Fact("Goal", "One question")] }.Summary);

    [Fact]
    public void A_notification_can_say_less_than_the_card() =>
        Assert.Equal("A meeting is near", new Card { Title = "Exec staff", Text = "Ask about churn.", Summary = "A meeting is near" }.Summary);

    [Fact]
    public void A_card_that_is_changed_changes_its_notification() =>
        Assert.Equal("Speak early: Done.", (new Card { Title = "Speak early", Text = "Say it now." } with { Text = "Done." }).Summary);

    [Fact]
    public void A_notification_that_was_chosen_stays_when_the_card_changes() =>
        Assert.Equal("A nudge", (new Card { Title = "Speak early", Summary = "A nudge" } with { Text = "Done." }).Summary);
}
