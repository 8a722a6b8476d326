using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>Cards that tests act upon where it does not matter what they say.</summary>
public static class Cards
{
    public static Card WithButton { get; } = new()
    {
        Title = "How sure are you?",
        Choices = [new("Out of two", [new("Go", new("try.it", "q1|1")), new("Stop", new("try.it", "q1|2"))])],
    };

    public static Card WithInput { get; } = new()
    {
        Title = "What did you learn?",
        Input = new("Answer in words", new("check-in.line", "q1|3"), 280),
    };

    /// <summary>A card that says only this.</summary>
    public static Card Saying(string title) => new() { Title = title };
}

/// <summary>Forms that tests fill in where it does not matter what they ask.</summary>
public static class Forms
{
    public static ChatForm Meeting { get; } = new()
    {
        Name = "meeting",
        State = "m1",
        Title = "Prepare a meeting",
        Submit = "Save",
        Fields = [new("name", "Which meeting?") { IsRequired = true }, new("when", "When?"), new("goal", "A small goal")],
    };
}
