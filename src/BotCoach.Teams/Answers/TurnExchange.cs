using BotCoach.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams;

/// <summary>Takes a turn to its handler, and the answer back in the way that Teams allows for that kind of activity.</summary>
internal sealed partial class TurnExchange(
    IChatTurnHandler handler,
    ICollectionNoticeHandler collections,
    CollectionsMet met,
    Mentions mentions,
    TeamsChannel channel,
    AnswerDisplay display,
    TurnsUnderWay underWay,
    ILogger<TurnExchange> logger)
{
    /// <summary>There is nobody to answer: a notice is taken when it is stored.</summary>
    public async Task<Exchanged> AnswerAsync(CollectionNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            await collections.HandleAsync(notice, cancellationToken);
            met.Keep(notice);
            return new(Results.Ok());
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, "notice", failure);
            return new(Results.StatusCode(StatusCodes.Status500InternalServerError));
        }
    }

    public Task<Exchanged> AnswerAsync(TeamsOccasion occasion, CancellationToken cancellationToken)
    {
        channel.Meet(occasion.Turn);
        return occasion.Way switch
        {
            AnswerWay.Card => AnswerCardAsync(occasion, cancellationToken),
            AnswerWay.Dialog => AnswerDialogAsync(occasion, cancellationToken),
            _ => AnswerMessageAsync(occasion, cancellationToken),
        };
    }

    /// <summary>An activity is taken when all of its answer is shown: otherwise Teams delivers it again.</summary>
    private async Task<Exchanged> AnswerMessageAsync(TeamsOccasion occasion, CancellationToken cancellationToken)
    {
        try
        {
            var shown = await underWay.InTurnAsync(
                occasion.Turn,
                async () =>
                {
                    if (occasion.Collection is { } notice && met.IsNew(notice))
                    {
                        await collections.HandleAsync(notice, cancellationToken);
                        met.Keep(notice);
                    }

                    var turn = await mentions.ResolveAsync(occasion, cancellationToken);
                    var answer = Placement.Of(occasion, await handler.HandleAsync(turn, cancellationToken));
                    return await display.ShowAsync(occasion, answer.InPlace, answer.Rest, cancellationToken);
                },
                cancellationToken);
            return new(Results.StatusCode(shown ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        }
        catch (TurnPostponedException)
        {
            return new(Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, "message", failure);
            return new(Results.StatusCode(StatusCodes.Status500InternalServerError));
        }
    }

    /// <summary>A button's response holds what its card turns into.</summary>
    private async Task<Exchanged> AnswerCardAsync(TeamsOccasion occasion, CancellationToken cancellationToken)
    {
        if (await HandleAsync(occasion, cancellationToken) is not { } answer)
            return new(InvokeAnswer.Error(occasion.Form is null ? occasion.Notices().NotDone : occasion.Notices().NotSaved));

        // Of the response the person's client keeps nothing: after a reload the card would be the old one
        // (botbuilder-js issue 4635), so the message is changed too. But not under the hands of who fills in a form.
        var kept = answer.IsForm || occasion.CardMessage is null ? null : answer.InPlace;
        if (answer.InPlace is { } card)
            return new(InvokeAnswer.Card(card), Show(occasion, kept, answer.Rest, cancellationToken));

        if (answer.Rest.Form is not { } form)
            return new(InvokeAnswer.Message(occasion.Notices(answer.Rest).Done), Show(occasion, null, answer.Rest, cancellationToken));
        var opened = await OpenAsync(occasion.Turn, form, cancellationToken);
        var notices = NoticeTexts.In(form.Language);
        return new(
            InvokeAnswer.Message(opened ? notices.FormBelow : notices.FormNotOpened),
            Show(occasion, null, answer.Rest with { Form = null }, cancellationToken));
    }

    /// <summary>A dialog shows the form that is open, or ends.</summary>
    private async Task<Exchanged> AnswerDialogAsync(TeamsOccasion occasion, CancellationToken cancellationToken)
    {
        var isSubmitted = occasion.Form is not null;
        if (await HandleAsync(occasion, cancellationToken) is not { } answer)
            return new(InvokeAnswer.DialogEnd(isSubmitted ? occasion.Notices().NotSaved : occasion.Notices().NotDone));

        var next = answer.IsForm ? answer.InPlace : answer.Rest.Form is { } form ? TeamsMessage.Of(form) : null;
        return new(
            next is not null ? InvokeAnswer.Dialog(next) : InvokeAnswer.DialogEnd(isSubmitted ? occasion.Notices(answer.Rest).Saved : occasion.Notices(answer.Rest).Done),
            Show(occasion, isSubmitted ? null : answer.InPlace, answer.Rest with { Form = null }, cancellationToken));
    }

    private async Task<Placement?> HandleAsync(TeamsOccasion occasion, CancellationToken cancellationToken)
    {
        try
        {
            return Placement.Of(occasion, await handler.HandleAsync(occasion.Turn, cancellationToken));
        }
        catch (TurnPostponedException)
        {
            return null;
        }
        catch (Exception failure)
        {
            Log.TurnFailed(logger, "button", failure);
            return null;
        }
    }

    private async Task<bool> OpenAsync(ChatTurn turn, ChatForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await display.OpenAsync(turn, form, cancellationToken);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure);
            return false;
        }
    }

    /// <summary>Teams delivers an invoke once: what cannot be shown now stays unshown.</summary>
    private async Task Show(TeamsOccasion occasion, TeamsMessage? inPlace, ChatAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await display.ShowAsync(occasion, inPlace, answer, cancellationToken);
        }
        catch (Exception failure)
        {
            Log.AnswerLost(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A {Kind} from Teams could not be handled.")]
        public static partial void TurnFailed(ILogger logger, string kind, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The answer to a turn from Teams was stored, but not all of it could be shown.")]
        public static partial void AnswerLost(ILogger logger, Exception failure);
    }
}

/// <summary>The outcome of an exchange.</summary>
/// <param name="Response">What the request is answered with.</param>
/// <param name="Showing">What is still being shown through the Connector; null for nothing.</param>
internal sealed record Exchanged(IResult Response, Task? Showing = null);
