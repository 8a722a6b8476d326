using BotCoach.Chat;

namespace BotCoach.Host;

/// <summary>Takes a visitor's turn to the coach, and the answer to the screen.</summary>
internal sealed partial class SandboxExchange(
    IChatTurnHandler handler, IChatChannel channel, SandboxScreen screen, SandboxPerson visitor, Func<string> time, ILogger logger) : IDisposable
{
    // A screen has room at once; a channel may ask for patience, and the browser waits no longer than this for an answer.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <summary>Takes a turn. One that comes again waits for its first coming.</summary>
    /// <returns>Whether its effect is stored and all of the answer is shown; otherwise the browser is to send it again.</returns>
    public async Task<bool> TakeAsync(ChatTurn turn, string? words, CancellationToken cancellationToken)
    {
        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            var answer = await handler.HandleAsync(turn, cancellationToken);
            if (words is not null && screen.Find(turn.Id) is null)
            {
                screen.Add("you", time(), words, card: null, turn.Id);
            }

            return await ShowAsync(turn, answer, cancellationToken);
        }
        catch (TurnPostponedException)
        {
            // Nothing was done, and nothing is wrong: the browser may send it again.
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TurnFailed(logger, failure);
            return false;
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneByOne.Dispose();

    private async Task<bool> ShowAsync(ChatTurn turn, ChatAnswer answer, CancellationToken cancellationToken)
    {
        if (turn is FormTurn submitted)
        {
            if (answer.Errors.Count > 0)
            {
                screen.Refuse(submitted, answer.Errors);
                return true;
            }

            screen.Show(form: null);
        }

        var shown = true;
        foreach (var update in answer.Updates.Where(update => update.Message.Conversation == visitor.Direct))
        {
            shown &= IsChanged(await channel.UpdateAsync(update.Message, update.Card, cancellationToken));
        }

        if (answer.Reply is { } reply)
        {
            shown &= IsSettled(await SendAsync(reply, $"reply {turn.Id}", cancellationToken));
        }

        if (answer.Replacement is { } replacement)
        {
            shown &= turn is ButtonTurn { Message: { } card }
                ? IsChanged(await channel.UpdateAsync(card, replacement, cancellationToken))
                : IsSettled(await SendAsync(replacement, $"reply {turn.Id}", cancellationToken));
        }

        foreach (var post in answer.Posts)
        {
            var result = await SendAsync(post.Card, post.Key, cancellationToken);
            shown &= IsSettled(result);
            if (result is DeliveryResult.Sent sent)
            {
                await handler.RecordPostAsync(turn, post, sent.Message, cancellationToken);
            }
        }

        if (answer.Form is { } form)
        {
            screen.Show(form);
        }

        return shown;
    }

    private async Task<DeliveryResult> SendAsync(Card card, string key, CancellationToken cancellationToken)
    {
        var result = await channel.SendAsync(visitor.Direct, card, key, cancellationToken);
        if (result is DeliveryResult.Throttled { After: var after } && after <= _patience)
        {
            await Task.Delay(after, TimeProvider.System, cancellationToken);
            result = await channel.SendAsync(visitor.Direct, card, key, cancellationToken);
        }

        return result;
    }

    private static bool IsSettled(DeliveryResult result) => result is DeliveryResult.Sent or DeliveryResult.Blocked;

    private static bool IsChanged(DeliveryResult result) => IsSettled(result) || result is DeliveryResult.NotFound;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A turn in the sandbox could not be handled.")]
        public static partial void TurnFailed(ILogger logger, Exception failure);
    }
}
