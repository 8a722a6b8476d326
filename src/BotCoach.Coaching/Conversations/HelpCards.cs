using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read when they ask what can be asked, and when something was not understood.</summary>
internal static class HelpCards
{
    // In a direct message the same words work without the slash.
    public static Card Help { get; } = new()
    {
        Title = "What you can ask for",
        Text = "In this conversation the words work without the slash as well.",
        Facts =
        [
            new Fact("/prep meeting exec staff thu 10am", "prepares a meeting; /prep meeting alone offers the ones that come again, /prep lists those ahead"),
            new Fact("/prep 1:1 thu 3pm", "prepares the talk with your manager"),
            new Fact("/coach plan", "shows when nudges come, and changes it"),
            new Fact("/coach settings", "sets days, time, practices, quiet hours, time zone and sheets"),
            new Fact("/coach try speak early", "sends that nudge now"),
            new Fact("/coach pause until 7 dec", "lets nudges rest; /coach resume goes on"),
            new Fact("/coach reply 4, we agreed on the order", "answers the check-in that is open; so does a plain message here"),
            new Fact("/coach record", "shows how your last meetings went"),
            new Fact("/coach words", "lists the words that everyone in your company knows; /coach model says whether a language model may read along"),
            new Fact("/coach lead", "is for programme leads, and so are /coach group, /coach insights and /coach digest"),
            new Fact("/coach stop", "ends everything"),
            new Fact("/coach export", "gives you a copy of all that is kept about you; /coach forget me erases it"),
        ],
    };

    public static Card NotUnderstood { get; } = new()
    {
        Title = "I didn't get that",
        Text = "Try prep meeting, plan, try speak early, pause or help.",
    };

    public static Card NothingOpen { get; } = new()
    {
        Title = "No check-in is open",
        Text = "So there is nothing to answer just now. Help shows what you can ask for.",
    };

    public static Card ReplyIsEmpty { get; } = new()
    {
        Title = "What is your answer?",
        Text = "For example /coach reply 4, we agreed on the order.",
    };

    public static Card AnsweredMeanwhile { get; } = new()
    {
        Title = "That one is answered already",
        Text = "Its card shows what you said and lets you change it.",
    };

    public static Card InPrivate { get; } = new()
    {
        Title = "I coach in direct messages",
        Text = "Write to me there, or use /coach and /prep anywhere: only you see what I answer.",
    };

    /// <summary>Says where to look.</summary>
    /// <param name="what">What is there.</param>
    public static Card InDirectMessages(string what) => new()
    {
        Title = "It is in our direct messages",
        Text = what,
    };

    public static Card NoSuchPractice(string text, IReadOnlyList<Practice> suggestions) => new()
    {
        Title = text.Length == 0 ? "Which practice?" : "I don't know that practice",
        Text = suggestions.Count == 0 ? "/coach try speak early is one of them." : "Perhaps one of these?",
        Choices = suggestions.Count == 0
            ? []
            : [new ChoiceRow(null, [.. suggestions.Select(practice => new Choice(practice.Title, new CardAction(TryAction, practice.Id)))])],
    };

    public const string TryAction = "practice.try";
}
