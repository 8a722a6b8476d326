using System.Text.Json;

namespace BotCoach.Chat.Tests;

/// <summary>Answers are kept as JSON with the turn that they belong to, and shown again from there.</summary>
public sealed class AnswerTests
{
    [Fact]
    public void An_answer_that_was_kept_shows_the_same_again()
    {
        var message = new MessageAddress(new ConversationAddress("chat", "T1", "D1"), "m1");
        var card = new Card
        {
            Title = "Exec staff",
            Sign = CardSign.Notes,
            Text = "Ask <b>early</b> \U0001f469\u200d\U0001f4bb \u202e",
            Facts = [new Fact("Goal", "One question")],
            Choices = [new ChoiceRow("Done?", [new Choice("Yes", new CardAction("goal.met", "m1|yes")) { IsPrimary = true, IsChosen = true }])],
            Input = new CardInput("One line", new CardAction("learned", "m1"), 500) { Value = "so far", Placeholder = "What you learned" },
            Context = "From your plan",
            Link = new CardLink("Read more", new Uri("https://example.com/a?b=c")),
        };
        var answer = new ChatAnswer
        {
            Errors = [new FieldError("when", "When?")],
            Reply = card,
            Replacement = card with { Text = null },
            Updates = [new CardUpdate(message, card)],
            Posts = [new CardPost("20261123.speak-early.0", card with { Summary = "A nudge" })],
            Form = new ChatForm { Name = "meeting", State = "m1", Title = "Prepare", Submit = "Save", Fields = [new FormField("name", "Which?") { Value = "Exec", IsRequired = true, MaxLength = 80 }] },
            Home = [card],
        };
        var kept = JsonSerializer.Serialize(answer);

        Assert.Equal(kept, JsonSerializer.Serialize(JsonSerializer.Deserialize<ChatAnswer>(kept)));
        Assert.Contains("A nudge", kept, StringComparison.Ordinal);
    }
}
