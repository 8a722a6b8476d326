using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads whose turns come faster than they are taken.</summary>
internal static class PaceCards
{
    private const string Says = "From here I take about one a second. Whatever I do not answer was not done; please send it again in a minute.";

    public static Card Slower { get; } = new()
    {
        Title = "That was a lot at once",
        Text = Says,
    };

    /// <summary>Says it beside an answer: below a reply, or as the reply where there is none.</summary>
    public static ChatAnswer Tell(ChatAnswer answer) => answer with
    {
        Reply = answer.Reply is { } reply ? reply with { Context = reply.Context is null ? Says : $"{reply.Context} {Says}" } : Slower,
    };
}
