using System.Diagnostics;
using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>Tells how the coach's turns went: of whom and about what is none of it.</summary>
internal sealed class MeasuredCoach(PacedCoach coach) : IChatTurnHandler
{
    public Task<ChatAnswer> HandleAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        TurnMetrics.Turns.Enabled ? MeasureAsync(turn, cancellationToken) : coach.HandleAsync(turn, cancellationToken);

    public Task RecordPostAsync(ChatTurn turn, CardPost post, MessageAddress message, CancellationToken cancellationToken) =>
        coach.RecordPostAsync(turn, post, message, cancellationToken);

    private async Task<ChatAnswer> MeasureAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        // Real time: whatever clock the coach goes by, this is how long somebody waited.
        var start = TimeProvider.System.GetTimestamp();
        var tags = new TagList { { "botcoach.channel", turn.Person.Channel }, { "botcoach.turn.kind", Kind(turn) } };
        try
        {
            var answer = await coach.HandleAsync(turn, cancellationToken);
            tags.Add("botcoach.outcome", "answered");
            return answer;
        }
        catch (Exception error)
        {
            tags.Add("botcoach.outcome", error switch { TurnUnderWayException => "under_way", TooManyTurnsException => "too_fast", _ => "failed" });
            tags.Add("error.type", error.GetType().FullName);
            throw;
        }
        finally
        {
            TurnMetrics.Turns.Record(TimeProvider.System.GetElapsedTime(start).TotalSeconds, tags);
        }
    }

    private static string Kind(ChatTurn turn) => turn switch
    {
        MessageTurn => "message",
        CommandTurn => "command",
        ButtonTurn => "button",
        FormTurn => "form",
        ShortcutTurn => "shortcut",
        HomeOpenedTurn => "home_opened",
        InstalledTurn => "installed",
        UninstalledTurn => "uninstalled",
        _ => "other",
    };
}
