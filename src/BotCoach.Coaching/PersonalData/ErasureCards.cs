using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads who wants to be forgotten.</summary>
internal static class ErasureCards
{
    public const string AskAction = "forget.ask";
    public const string ReallyAction = "forget.really";
    public const string KeepAction = "forget.keep";

    public static Card Ask { get; } = new()
    {
        Title = "Forget everything about you?",
        Text = "Your plan, your answers, your meetings with all their notes, and your part in your groups' figures. Nobody can bring them back. /coach export gives you a copy first.",
        Choices =
        [
            new ChoiceRow(null, [new Choice("Go on", new CardAction(AskAction)), new Choice("Keep everything", new CardAction(KeepAction)) { IsPrimary = true }]),
        ],
        Context = "You are asked once more before anything happens.",
    };

    public static Card Really { get; } = new()
    {
        Title = "Erase it all now?",
        Text = "It happens at once. What I wrote to you in this chat stays here until you delete it.",
        Choices =
        [
            new ChoiceRow(null, [new Choice("Erase everything", new CardAction(ReallyAction)), new Choice("Keep everything", new CardAction(KeepAction)) { IsPrimary = true }]),
        ],
    };

    public static Card Done { get; } = new()
    {
        Title = "You are forgotten",
        Text = "Everything about you is erased, and nothing more will come. If you write to me again, we meet for the first time.",
    };

    public static Card Kept { get; } = new()
    {
        Title = "Everything is kept",
        Text = "Nothing was erased. /coach stop ends nudges and keeps your notes.",
    };
}
