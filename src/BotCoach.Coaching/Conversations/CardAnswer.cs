using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Where a card goes that answers a turn.</summary>
internal static class CardAnswer
{
    /// <summary>
    /// A button's card takes the place of the one that was tapped; a message in the direct conversation is answered with
    /// a message, posted once however often the platform brings the turn; anything else gets a passing reply.
    /// </summary>
    public static ChatAnswer To(ChatTurn turn, Card card) => turn switch
    {
        ButtonTurn or FormTurn { OnHome: true } => new ChatAnswer { Replacement = card },
        MessageTurn { IsDirect: true } => new ChatAnswer { Posts = [new CardPost(PostKey(turn), card)] },
        FormTurn or HomeOpenedTurn or InstalledTurn => new ChatAnswer { Posts = [new CardPost(PostKey(turn), card)] },
        _ => new ChatAnswer { Reply = card },
    };

    /// <summary>The key of the message that answers a turn.</summary>
    public static string PostKey(ChatTurn turn) => $"answer {turn.Id}";
}
