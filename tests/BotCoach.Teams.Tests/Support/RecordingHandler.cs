using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Teams.Tests;

/// <summary>Keeps every turn, and gives the answer that the test set.</summary>
internal sealed class RecordingHandler : IChatTurnHandler
{
    public ConcurrentQueue<ChatTurn> Turns { get; } = new();

    public ConcurrentQueue<(CardPost Post, MessageAddress Message)> Recorded { get; } = new();

    public Func<ChatTurn, ChatAnswer> Answer { get; set; } = _ => ChatAnswer.Nothing;

    /// <summary>Answers wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        Turns.Enqueue(turn);
        await Gate.WaitAsync(cancellationToken);
        return Answer(turn);
    }

    public Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken)
    {
        Recorded.Enqueue((post, message));
        return Task.CompletedTask;
    }
}
