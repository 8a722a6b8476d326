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
