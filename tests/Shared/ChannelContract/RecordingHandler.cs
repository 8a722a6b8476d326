using System.Collections.Concurrent;
using BotCoach.Chat;

namespace BotCoach.Testing;

/// <summary>Keeps every turn and notice, and gives the answer that the test set.</summary>
public sealed class RecordingHandler : IChatTurnHandler, IWorkspaceNoticeHandler, ICollectionNoticeHandler
{
    private int _answered;

    public ConcurrentQueue<ChatTurn> Turns { get; } = new();

    public ConcurrentQueue<WorkspaceNotice> Notices { get; } = new();

    public ConcurrentQueue<CollectionNotice> Collections { get; } = new();

    public ConcurrentQueue<(CardPost Post, MessageAddress Message)> Recorded { get; } = new();

    /// <summary>Hears of each notice before it is kept.</summary>
    public Action<object> Noticed { get; set; } = _ => { };

    public Func<ChatTurn, ChatAnswer> Answer { get; set; } = _ => ChatAnswer.Nothing;

    /// <summary>Answers wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How many turns got an answer.</summary>
    public int Answered => Volatile.Read(ref _answered);

    public async Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        Turns.Enqueue(turn);
        await Gate.WaitAsync(cancellationToken);
        var answer = Answer(turn);
        Interlocked.Increment(ref _answered);
        return answer;
    }

    public Task HandleAsync(WorkspaceNotice notice, CancellationToken cancellationToken)
    {
        Noticed(notice);
        Notices.Enqueue(notice);
        return Task.CompletedTask;
    }

    public Task HandleAsync(CollectionNotice notice, CancellationToken cancellationToken)
    {
        Noticed(notice);
        Collections.Enqueue(notice);
        return Task.CompletedTask;
    }

    public Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken)
    {
        Recorded.Enqueue((post, message));
        return Task.CompletedTask;
    }
}
