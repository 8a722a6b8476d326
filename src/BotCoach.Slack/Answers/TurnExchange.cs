using System.Text.Json.Nodes;
using BotCoach.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack;

/// <summary>Takes a turn to its handler, and the answer back in the way that Slack allows for that kind of request.</summary>
internal sealed partial class TurnExchange(
    IChatTurnHandler handler, AnswerDisplay display, SlackWebApi api, TimeProvider clock, ILogger<TurnExchange> logger)
{
    /// <summary>Slack waits 3 s for a response, and a trigger lives as long; the rest is for the way.</summary>
    public static readonly TimeSpan ResponseTime = TimeSpan.FromSeconds(2.5);

    /// <summary>How long an answer is worth waiting for once the response is out.</summary>
    public static readonly TimeSpan ShowingTime = TimeSpan.FromSeconds(20);

    /// <summary>An event is taken when all of its answer is shown: otherwise Slack delivers it again.</summary>
    public async Task<Exchanged> AnswerEventAsync(SlackOccasion occasion, Patience patience, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await handler.HandleAsync(occasion.Turn, cancellationToken);
            var shown = await display.ShowAsync(occasion, answer, patience, cancellationToken);
            if (answer.Form is { } form)
                shown &= await display.OfferAsync(occasion, form, cancellationToken);
            return new(Results.StatusCode(shown ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        }
        catch (TooManyTurnsException)
        {
            return new(Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, "event", failure);
            return new(Results.StatusCode(StatusCodes.Status500InternalServerError));
        }
    }

    /// <summary>A command's reply is the response, for the person's eyes only.</summary>
    public async Task<Exchanged> AnswerCommandAsync(SlackOccasion occasion, Patience patience, CancellationToken cancellationToken)
    {
        if (await HandleAsync(occasion, "command", cancellationToken) is not { } answer)
            return new(Ephemeral(SlackMessage.Of(Notices.NotDone)));

        var reply = answer.Reply is null ? null : SlackMessage.Of(answer.Reply);
        if (answer.Form is { } form && !await OpenAsync(occasion, form, patience, cancellationToken))
            reply ??= SlackMessage.Of(Notices.FormNotOpened);
        return new(reply is null ? Results.Ok() : Ephemeral(reply), Show(occasion, answer with { Reply = null }, cancellationToken));
    }

    /// <summary>A button's answer goes through the Web API; the response says only that the tap was taken.</summary>
    public async Task<Exchanged> AnswerButtonAsync(SlackOccasion occasion, Patience patience, CancellationToken cancellationToken)
    {
        if (await HandleAsync(occasion, "button", cancellationToken) is not { } answer)
            return new(Results.Ok(), TellAsync(occasion.ResponseUrl, Notices.NotDone, cancellationToken));

        // First, although it is the last part of an answer but one: its trigger lives for three seconds.
        if (answer.Form is { } form && !await OpenAsync(occasion, form, patience, cancellationToken))
            await TellAsync(occasion.ResponseUrl, Notices.FormNotOpened, cancellationToken);
        return new(Results.Ok(), Show(occasion, answer, cancellationToken));
    }

    /// <summary>Opens the dialog in which a card's input is written. That alone is no turn.</summary>
    public async Task<Exchanged> OpenInputAsync(SlackRequest.InputTapped tapped, Patience patience, CancellationToken cancellationToken)
    {
        var opened = await display.OpenAsync(tapped.Trigger, Views.Of(tapped.Prompt, tapped.Metadata), patience, cancellationToken);
        return new(Results.Ok(), opened ? null : TellAsync(tapped.ResponseUrl, Notices.FormNotOpened, cancellationToken));
    }

    /// <summary>A dialog stays open, with all that was typed, until what it holds is stored.</summary>
    public async Task<Exchanged> AnswerSubmissionAsync(SlackRequest.Submission submission, CancellationToken cancellationToken)
    {
        var (occasion, fields) = (submission.Occasion, submission.Fields);
        if (await HandleAsync(occasion, "submission", cancellationToken) is not { } answer)
            return new(Errors([new("", Notices.NotSaved)], fields));
        if (answer.Errors.Count > 0)
            return new(Errors(answer.Errors, fields));

        var response = answer.Form is { } next
            ? new JsonObject { ["response_action"] = "update", ["view"] = AnswerDisplay.Dialog(occasion, next) }
            : new JsonObject { ["response_action"] = "clear" };
        return new(Json(response), Show(occasion, answer, cancellationToken));
    }

    private Task<bool> OpenAsync(SlackOccasion occasion, ChatForm form, Patience patience, CancellationToken cancellationToken) =>
        display.OpenAsync(occasion.Trigger, AnswerDisplay.Dialog(occasion, form), patience, cancellationToken);

    private async Task<ChatAnswer?> HandleAsync(SlackOccasion occasion, string kind, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.HandleAsync(occasion.Turn, cancellationToken);
        }
        catch (TooManyTurnsException)
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

    private async Task TellAsync(Uri? responseUrl, string notice, CancellationToken cancellationToken)
    {
        if (responseUrl is null)
            return;
        var reply = await api.RespondAsync(responseUrl, SlackMessage.Of(notice), replace: false, cancellationToken);
        if (reply is not SlackReply.Ok)
            Log.NoticeLost(logger, reply.ToCode());
    }

    private static IResult Ephemeral(SlackMessage message)
    {
        var json = message.ToJson();
        json["response_type"] = "ephemeral";
        return Json(json);
    }

    /// <summary>Slack shows a message only under a field that the dialog has.</summary>
    private static IResult Errors(IReadOnlyList<FieldError> errors, IReadOnlyList<string> fields)
    {
        var messages = new JsonObject();
        foreach (var field in errors.GroupBy(error => fields.Contains(error.Field) ? error.Field : fields.FirstOrDefault(error.Field)))
            messages[field.Key] = LongText.Cut(string.Join(' ', field.Select(error => error.Message)), SlackLimits.Hint);
        return Json(new JsonObject { ["response_action"] = "errors", ["errors"] = messages });
    }

    private static IResult Json(JsonObject json) => Results.Text(json.ToJsonString(SlackJson.Options), "application/json");

    private static partial class Log
    {
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
internal sealed record Exchanged(IResult Response, Task? Showing = null);
