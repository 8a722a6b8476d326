using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>What a person can do wherever there is a chat.</summary>
public enum Act
{
    /// <summary>Writing in the direct conversation.</summary>
    Message,

    /// <summary>Writing in a group, with a mention of the bot.</summary>
    Mention,

    Command,
    Button,

    /// <summary>Writing a line on a card.</summary>
    Line,

    /// <summary>Submitting a form.</summary>
    Form,
}

/// <summary>Acts, by what they have in common.</summary>
public static class Acts
{
    public static TheoryData<Act> All => [Act.Message, Act.Mention, Act.Command, Act.Button, Act.Line, Act.Form];

    /// <summary>Those that a form can open after.</summary>
    public static TheoryData<Act> BeforeAForm => [Act.Message, Act.Command, Act.Button];

    /// <summary>Those upon a card that stands in the conversation.</summary>
    public static TheoryData<Act> OnACard => [Act.Button, Act.Line];
}

/// <summary>The calls that a channel makes.</summary>
public static class Calls
{
    public static TheoryData<ChannelCall> All => [ChannelCall.Send, ChannelCall.Update, ChannelCall.OpenDirect];
}

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
