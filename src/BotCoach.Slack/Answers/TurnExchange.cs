using System.Text.Json.Nodes;
using BotCoach.Chat;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack;

/// <summary>Takes a turn to its handler, and the answer back in the way that Slack allows for that kind of request.</summary>
internal sealed partial class TurnExchange(
    IChatTurnHandler handler,
    IWorkspaceNoticeHandler notices,
    ISlackInstallations installations,
    AnswerDisplay display,
    NoticeLanguage language,
    SlackWebApi api,
    TimeProvider clock,
    ILogger<TurnExchange> logger)
{
    /// <summary>Slack waits 3 s for a response, and a trigger lives as long; the rest is for the way.</summary>
    public static readonly TimeSpan ResponseTime = TimeSpan.FromSeconds(2.5);

    /// <summary>How long an answer is worth waiting for once the response is out.</summary>
    public static readonly TimeSpan ShowingTime = TimeSpan.FromSeconds(20);

    /// <summary>Answers a request in time, and goes on showing what is not shown by then.</summary>
    /// <param name="request">What Slack brought.</param>
    /// <param name="patience">How long Slack waits, of <see cref="ResponseTime"/>.</param>
    /// <param name="respond">Takes the response to Slack, once.</param>
    public async Task AnswerAsync(SlackRequest request, Patience patience, Func<SlackResponse, Task> respond)
    {
        // A token of our own: what a person did counts even if Slack hangs up before it is stored.
        using var end = new CancellationTokenSource(ResponseTime + ShowingTime, clock);
        var exchanged = await ExchangeAsync(request, patience, end.Token);

        // People want to see their answer even when Slack takes its time over it, but Slack wants its response now. Mostly
        // there is nothing left to show, and no clock has to run for that.
        var showing = exchanged.Showing ?? Task.CompletedTask;
        if (!showing.IsCompleted && patience.Left is { Ticks: > 0 } left)
            await Task.WhenAny(showing, Task.Delay(left, clock, end.Token));
        await respond(exchanged.Response);
        await showing;
    }

    private async Task<Exchanged> ExchangeAsync(SlackRequest request, Patience patience, CancellationToken cancellationToken) => request switch
    {
        { Origin: { } origin } when !await installations.AdmitsAsync(origin, cancellationToken) => Refuse(request),
        SlackRequest.Challenge challenge => new(SlackResponse.To(challenge)),
        SlackRequest.Event turn => await AnswerEventAsync(turn.Occasion, patience, cancellationToken),
        SlackRequest.Removed removed => await AnswerRemovalAsync(removed.Notice, cancellationToken),
        SlackRequest.Command turn => await AnswerCommandAsync(turn.Occasion, patience, cancellationToken),
        SlackRequest.Button turn => await AnswerButtonAsync(turn.Occasion, patience, cancellationToken),
        SlackRequest.InputTapped tapped => await OpenInputAsync(tapped, patience, cancellationToken),
        SlackRequest.Submission submission => await AnswerSubmissionAsync(submission, cancellationToken),
        _ => new(SlackResponse.Taken),
    };

    /// <summary>Nothing of a workspace without an installation is handled. Slack need not bring it again.</summary>
    private Exchanged Refuse(SlackRequest request)
    {
        Log.NotInstalled(logger);
        return new(request is SlackRequest.Command ? Ephemeral(SlackMessage.Of(NoticeTexts.In(NoticeLanguage.Unknown).NotInstalled)) : SlackResponse.Taken);
    }

    /// <summary>An event is taken when all of its answer is shown: otherwise Slack delivers it again.</summary>
    private async Task<Exchanged> AnswerEventAsync(SlackOccasion occasion, Patience patience, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await handler.HandleAsync(occasion.Turn, cancellationToken);
            var shown = await display.ShowAsync(occasion, answer, patience, cancellationToken);
            if (answer.Form is { } form)
                shown &= await display.OfferAsync(occasion, form, cancellationToken);
            return new(shown ? SlackResponse.Taken : SlackResponse.NotTaken);
        }
        catch (TurnPostponedException)
        {
            return new(SlackResponse.NotTaken);
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, "event", failure);
            return new(SlackResponse.NotTaken);
        }
    }

    /// <summary>There is nobody left to answer: the event is taken when it is stored.</summary>
    private async Task<Exchanged> AnswerRemovalAsync(WorkspaceNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            await notices.HandleAsync(notice, cancellationToken);
            return new(SlackResponse.Taken);
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, "removal", failure);
            return new(SlackResponse.NotTaken);
        }
    }

    /// <summary>A command's reply is the response, for the person's eyes only.</summary>
    private async Task<Exchanged> AnswerCommandAsync(SlackOccasion occasion, Patience patience, CancellationToken cancellationToken)
    {
        if (await HandleAsync(occasion, "command", cancellationToken) is not { } answer)
            return new(Ephemeral(SlackMessage.Of(await NotDoneAsync(occasion, patience.Left, cancellationToken))));

        var reply = answer.Reply is null ? null : SlackMessage.Of(answer.Reply);
        if (answer.Form is { } form && !await OpenAsync(occasion, form, patience, cancellationToken))
            reply ??= SlackMessage.Of(NoticeTexts.In(form.Language).FormNotOpened);
        return new(reply is null ? SlackResponse.Taken : Ephemeral(reply), Show(occasion, answer with { Reply = null }, cancellationToken));
    }

    /// <summary>A button's answer goes through the Web API; the response says only that the tap was taken.</summary>
    private async Task<Exchanged> AnswerButtonAsync(SlackOccasion occasion, Patience patience, CancellationToken cancellationToken)
    {
        if (await HandleAsync(occasion, "button", cancellationToken) is not { } answer)
            return new(SlackResponse.Taken, TellNotDoneAsync(occasion, cancellationToken));

        // First, although it is the last part of an answer but one: its trigger lives for three seconds.
        if (answer.Form is { } form && !await OpenAsync(occasion, form, patience, cancellationToken))
            await TellAsync(occasion, NoticeTexts.In(form.Language).FormNotOpened, cancellationToken);
        return new(SlackResponse.Taken, Show(occasion, answer, cancellationToken));
    }

    /// <summary>Opens the dialog in which a card's input is written. That alone is no turn.</summary>
    private async Task<Exchanged> OpenInputAsync(SlackRequest.InputTapped tapped, Patience patience, CancellationToken cancellationToken)
    {
        var opened = await display.OpenAsync(tapped.Workspace, tapped.Trigger, Views.Of(tapped.Prompt, tapped.Metadata), patience, cancellationToken);
        return new(SlackResponse.Taken, opened ? null : TellAsync(tapped.ResponseUrl, NoticeTexts.In(Language.Of(tapped.Prompt.Language)).FormNotOpened, cancellationToken));
    }

    /// <summary>A dialog stays open, with all that was typed, until what it holds is stored.</summary>
    private async Task<Exchanged> AnswerSubmissionAsync(SlackRequest.Submission submission, CancellationToken cancellationToken)
    {
        var (occasion, fields) = (submission.Occasion, submission.Fields);
        if (await HandleAsync(occasion, "submission", cancellationToken) is not { } answer)
            return new(Errors([new("", NoticeTexts.In(submission.Language).NotSaved)], fields));
        if (answer.Errors.Count > 0)
            return new(Errors(answer.Errors, fields));

        var response = answer.Form is { } next
            ? new JsonObject { ["response_action"] = "update", ["view"] = AnswerDisplay.Dialog(occasion, next) }
            : new JsonObject { ["response_action"] = "clear" };
        return new(SlackResponse.Of(response), Show(occasion, answer, cancellationToken));
    }

    private Task<bool> OpenAsync(SlackOccasion occasion, ChatForm form, Patience patience, CancellationToken cancellationToken) =>
        display.OpenAsync(occasion.Turn.Person.Workspace, occasion.Trigger, AnswerDisplay.Dialog(occasion, form), patience, cancellationToken);

    private async Task<ChatAnswer?> HandleAsync(SlackOccasion occasion, string kind, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.HandleAsync(occasion.Turn, cancellationToken);
        }
        catch (TurnPostponedException)
        {
            return null;
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, kind, failure);
            return null;
        }
    }

    /// <summary>Slack delivers a command, a tap or a dialog once: what cannot be shown now stays unshown.</summary>
    private async Task Show(SlackOccasion occasion, ChatAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await display.ShowAsync(occasion, answer, new Patience(clock, ShowingTime), cancellationToken);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure);
        }
    }

    /// <summary>Nothing of a turn that failed says in which language its person reads.</summary>
    private async Task<string> NotDoneAsync(SlackOccasion occasion, TimeSpan patience, CancellationToken cancellationToken) =>
        NoticeTexts.In(await language.OfAsync(occasion.Turn.Person, patience, cancellationToken)).NotDone;

    private async Task TellNotDoneAsync(SlackOccasion occasion, CancellationToken cancellationToken) =>
        await TellAsync(occasion, await NotDoneAsync(occasion, ShowingTime, cancellationToken), cancellationToken);

    /// <summary>Where nothing was said that could be answered, such as the home page, the notice is a message.</summary>
    private async Task TellAsync(SlackOccasion occasion, string notice, CancellationToken cancellationToken)
    {
        if (occasion.ResponseUrl is { } url)
        {
            await TellAsync(url, notice, cancellationToken);
            return;
        }

        var person = occasion.Turn.Person;
        var reply = await api.PostMessageAsync(person.Workspace, person.Person, SlackMessage.Of(notice), $"notice-{occasion.Turn.Id}", cancellationToken);
        if (reply is not SlackReply.Ok)
            Log.NoticeLost(logger, reply.ToCode());
    }

    private async Task TellAsync(Uri? responseUrl, string notice, CancellationToken cancellationToken)
    {
        if (responseUrl is null)
            return;
        var reply = await api.RespondAsync(responseUrl, SlackMessage.Of(notice), replace: false, cancellationToken);
        if (reply is not SlackReply.Ok)
            Log.NoticeLost(logger, reply.ToCode());
    }

    private static SlackResponse Ephemeral(SlackMessage message)
    {
        var json = message.ToJson();
        json["response_type"] = "ephemeral";
        return SlackResponse.Of(json);
    }

    /// <summary>Slack shows a message only under a field that the dialog has.</summary>
    private static SlackResponse Errors(IReadOnlyList<FieldError> errors, IReadOnlyList<string> fields)
    {
        var messages = new JsonObject();
        foreach (var field in errors.GroupBy(error => fields.Contains(error.Field) ? error.Field : fields.FirstOrDefault(error.Field)))
            messages[field.Key] = LongText.Cut(string.Join(' ', field.Select(error => error.Message)), SlackLimits.Hint);
        return SlackResponse.Of(new JsonObject { ["response_action"] = "errors", ["errors"] = messages });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A request from a workspace of Slack's in which the app is not installed was left aside.")]
        public static partial void NotInstalled(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "A {Kind} from Slack could not be handled.")]
        public static partial void TurnFailed(ILogger logger, string kind, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The answer to a turn from Slack was stored, but not all of it could be shown.")]
        public static partial void AnswerLost(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A person could not be told that something failed: {Reason}.")]
        public static partial void NoticeLost(ILogger logger, string reason);
    }
}

/// <summary>The outcome of an exchange.</summary>
/// <param name="Response">What the request is answered with.</param>
/// <param name="Showing">What is still being shown through the Web API; null for nothing.</param>
internal sealed record Exchanged(SlackResponse Response, Task? Showing = null);
