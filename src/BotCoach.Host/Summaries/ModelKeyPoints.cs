using System.ClientModel;
using BotCoach.Coaching;

namespace BotCoach.Host;

/// <summary>
/// Key points that a language model chose. It may choose, not write: what it gives back is looked for in the pre-read, and the
/// author's own sentence is shown. Whenever it is late, fails or gives back something else, the points found on this machine are
/// the result. Nothing of the text is logged.
/// </summary>
internal sealed partial class ModelKeyPoints(
    KeyPointFinder finder, LanguageModel model, SummariesOptions options, TimeProvider clock, ILogger<ModelKeyPoints> logger) : IKeyPointSource
{
    /// <inheritdoc/>
    public string? ModelHost => options.Endpoint!.Host;

    /// <inheritdoc/>
    public async Task<KeyPoints> FindAsync(PreRead preRead, bool mayAskModel, CancellationToken cancellationToken)
    {
        if (mayAskModel && KeyPointFinder.HasChoice(preRead))
        {
            var quotes = await AskAsync(preRead, cancellationToken);
            var points = finder.FromQuotes(preRead, quotes);
            if (points.Count > 0)
            {
                return new KeyPoints(points, FromModel: true);
            }

            if (quotes.Count > 0)
            {
                Log.NotTheAuthors(logger, options.Endpoint!.Host, quotes.Count);
            }
        }

        return new KeyPoints(finder.Find(preRead), FromModel: false);
    }

    private async Task<IReadOnlyList<string>> AskAsync(PreRead preRead, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), clock);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var request = KeyPointRequest.For(preRead);
        try
        {
            var quotes = KeyPointRequest.QuotesIn(await model.AskAsync(request.Task, request.Material, ends.Token));
            if (quotes.Count == 0)
            {
                Log.NotAnswered(logger, options.Endpoint!.Host);
            }

            return quotes;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Late(logger, options.Endpoint!.Host, options.TimeoutSeconds);
        }
        catch (ClientResultException unreachable) when (unreachable.Status == 0)
        {
            Log.Unreachable(logger, options.Endpoint!.Host);
        }
        catch (ClientResultException refusal)
        {
            // Not the exception: its message may hold what the endpoint wrote, and so what it was sent.
            Log.Refused(logger, options.Endpoint!.Host, refusal.Status);
        }
        catch (Exception rubbish) when (rubbish is not OperationCanceledException)
        {
            // What the client throws for an answer of another shape is not documented, and the person is to have key points.
            Log.Unreadable(logger, options.Endpoint!.Host, rubbish.GetType().Name);
        }

        return [];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model at {Host} took longer than {Seconds} s; key points were found on this machine.")]
        public static partial void Late(ILogger logger, string host, int seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model at {Host} could not be reached; key points were found on this machine.")]
        public static partial void Unreachable(ILogger logger, string host);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Of the {Count} sentences that the language model at {Host} gave back too few are the author's; key points were found on this machine.")]
        public static partial void NotTheAuthors(ILogger logger, string host, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model at {Host} answered {Status}; key points were found on this machine.")]
        public static partial void Refused(ILogger logger, string host, int status);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model at {Host} could not be understood ({Kind}); key points were found on this machine.")]
        public static partial void Unreadable(ILogger logger, string host, string kind);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model at {Host} gave back no key points; they were found on this machine.")]
        public static partial void NotAnswered(ILogger logger, string host);
    }
}
