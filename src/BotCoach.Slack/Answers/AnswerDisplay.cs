using System.Text.Json.Nodes;
using BotCoach.Chat;
using Microsoft.Extensions.Logging;

namespace BotCoach.Slack;

/// <summary>Shows the parts of an answer that go through the Web API.</summary>
internal sealed partial class AnswerDisplay(
    SlackChannel channel, SlackWebApi api, IChatTurnHandler handler, TimeProvider clock, ILogger<AnswerDisplay> logger)
{
    /// <summary>Shows everything but a form, in the order that <see cref="ChatAnswer"/> promises.</summary>
    /// <returns>Whether all of it is shown that can be; false asks for another delivery of the turn.</returns>
    public async Task<bool> ShowAsync(SlackOccasion occasion, ChatAnswer answer, Patience patience, CancellationToken cancellationToken)
    {
        var shown = true;
        if (answer.Reply is { } reply)
            shown &= Accept("reply", await ReplyAsync(occasion, reply, patience, cancellationToken));
        if (answer.Replacement is { } replacement)
            shown &= Accept("replacement", await ReplaceAsync(occasion, replacement, patience, cancellationToken));
        foreach (var update in answer.Updates)
            shown &= Accept("update", await WaitingAsync(() => channel.UpdateAsync(update.Message, update.Card, cancellationToken), patience, cancellationToken));
        foreach (var post in answer.Posts)
            shown &= Accept("post", await PostAsync(occasion, post, patience, cancellationToken));
        if (answer.Home.Count > 0)
            shown &= Accept("home", await HomeAsync(occasion, answer.Home, cancellationToken));
        return shown;
    }

    /// <summary>Opens a dialog over whatever the person is looking at, while its trigger lives.</summary>
    public async Task<bool> OpenAsync(string workspace, string? trigger, JsonObject view, Patience patience, CancellationToken cancellationToken)
    {
        if (trigger is null || patience.Left <= TimeSpan.Zero)
            return Accept("dialog", new DeliveryResult.Failed("too_late"));

        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(patience.Left);
        try
        {
            return Accept("dialog", Delivery(await api.OpenViewAsync(workspace, trigger, view, inTime.Token)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Accept("dialog", new DeliveryResult.Failed("too_late"));
        }
    }

    /// <summary>
    /// Slack opens a form in answer to a tap or a command only. After a written message the person gets a button that
    /// says the same words again, and that is a tap.
    /// </summary>
    public async Task<bool> OfferAsync(SlackOccasion occasion, ChatForm form, CancellationToken cancellationToken)
    {
        var words = (occasion.Turn as MessageTurn)?.Text ?? "";
        var card = SlackMessage.Of(new Card { Title = form.Title, Text = form.Introduction, Language = form.Language });
        var button = Blocks.Button(NoticeTexts.In(form.Language).OpenForm, ActionId.Say, LongText.Cut(words, CardAction.MaxValueLength));
        var message = card with { Blocks = [.. card.Blocks, Blocks.Actions([button])] };
        var conversation = occasion.Turn.Conversation.Conversation;
        var reply = occasion.Turn.IsDirect
            ? await api.PostMessageAsync(occasion.Turn.Person.Workspace, conversation, message, $"form-{occasion.Turn.Id}", cancellationToken)
            : await api.PostEphemeralAsync(occasion.Turn.Person.Workspace, conversation, occasion.Turn.Person.Person, message, cancellationToken);
        return Accept("form", Delivery(reply));
    }

    /// <summary>A form as a dialog that knows where it was opened.</summary>
    public static JsonObject Dialog(SlackOccasion occasion, ChatForm form)
    {
        var turn = occasion.Turn;
        return Views.Of(form, new(turn.Conversation.Conversation, turn.IsDirect, form.Name, form.State)
        {
            ResponseUrl = occasion.IsInPassing ? occasion.ResponseUrl : null,
        });
    }

    private async Task<DeliveryResult> ReplyAsync(SlackOccasion occasion, Card card, Patience patience, CancellationToken cancellationToken)
    {
        var turn = occasion.Turn;
        if (occasion is { IsInPassing: true, ResponseUrl: { } url })
        {
            var result = Delivery(await api.RespondAsync(url, SlackMessage.Of(card), replace: false, cancellationToken));
            if (result is DeliveryResult.Sent)
                return result;
            // The address is used up: half an hour may pass over a form.
            return await channel.OpenDirectAsync(turn.Person, cancellationToken) switch
            {
                DirectConversation.Opened opened => await SendOnceAsync(occasion, opened.Conversation, card, ReplyKey(turn), patience, cancellationToken),
                DirectConversation.Refused refused => refused.Result,
                _ => result,
            };
        }

        return turn.IsDirect
            ? await SendOnceAsync(occasion, turn.Conversation, card, ReplyKey(turn), patience, cancellationToken)
            : await WaitingAsync(
                async () => Delivery(await api.PostEphemeralAsync(
                    turn.Person.Workspace, turn.Conversation.Conversation, turn.Person.Person, SlackMessage.Of(card), cancellationToken)),
                patience,
                cancellationToken);
    }

    private async Task<DeliveryResult> ReplaceAsync(SlackOccasion occasion, Card card, Patience patience, CancellationToken cancellationToken) =>
        occasion switch
        {
            { Turn: ButtonTurn { Message: { } message } } =>
                await WaitingAsync(() => channel.UpdateAsync(message, card, cancellationToken), patience, cancellationToken),
            { Turn: ButtonTurn, IsInPassing: true, ResponseUrl: { } url } =>
                Delivery(await api.RespondAsync(url, SlackMessage.Of(card), replace: true, cancellationToken)),
            _ => new DeliveryResult.NotFound(),
        };

    private async Task<DeliveryResult> PostAsync(SlackOccasion occasion, CardPost post, Patience patience, CancellationToken cancellationToken)
    {
        switch (await channel.OpenDirectAsync(occasion.Turn.Person, cancellationToken))
        {
            case DirectConversation.Opened opened:
                var result = await SendOnceAsync(occasion, opened.Conversation, post.Card, post.Key, patience, cancellationToken);
                if (result is DeliveryResult.Sent sent)
                    await handler.RecordPostAsync(occasion.Turn, post, sent.Message, cancellationToken);
                return result;
            case DirectConversation.Refused refused:
                return refused.Result;
            case var other:
                throw new InvalidOperationException($"Not a known outcome: {other.GetType().Name}.");
        }
    }

    private async Task<DeliveryResult> HomeAsync(SlackOccasion occasion, IReadOnlyList<Card> cards, CancellationToken cancellationToken) =>
        Delivery(await api.PublishHomeAsync(occasion.Turn.Person.Workspace, occasion.Turn.Person.Person, Views.Home(cards), cancellationToken));

    /// <summary>Sends, but looks first where the message may be there already, and afterwards where no answer came.</summary>
    private async Task<DeliveryResult> SendOnceAsync(
        SlackOccasion occasion, ConversationAddress conversation, Card card, string key, Patience patience, CancellationToken cancellationToken)
    {
        if (occasion.IsRetry && await LookAsync(conversation, key, cancellationToken) is { } earlier)
            return new DeliveryResult.Sent(earlier);

        var result = await WaitingAsync(() => channel.SendAsync(conversation, card, key, cancellationToken), patience, cancellationToken);
        return result is DeliveryResult.Failed { MayHaveArrived: true }
            && await LookAsync(conversation, key, cancellationToken) is { } arrived
                ? new DeliveryResult.Sent(arrived)
                : result;
    }

    // Somebody waits for the answer: rather twice than not at all.
    private async Task<MessageAddress?> LookAsync(ConversationAddress conversation, string key, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.FindAsync(conversation, key, cancellationToken);
        }
        catch (UnansweredLookException)
        {
            return null;
        }
    }

    /// <summary>Tries again as often as Slack asks to wait and the wait fits.</summary>
    private async Task<DeliveryResult> WaitingAsync(Func<Task<DeliveryResult>> send, Patience patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await send();
            if (result is not DeliveryResult.Throttled { After: var after } || after > patience.Left)
                return result;
            await Task.Delay(after, clock, cancellationToken);
        }
    }

    private static string ReplyKey(ChatTurn turn) => $"reply-{turn.Id}";

    /// <summary>The result of a call that leaves nothing to update later.</summary>
    private static DeliveryResult Delivery(SlackReply reply) =>
        reply is SlackReply.Ok ? new DeliveryResult.Sent(default) : reply.ToFailure();

    /// <summary>Whether a part is settled: shown, or not to be tried again.</summary>
    private bool Accept(string part, DeliveryResult result)
    {
        if (result is DeliveryResult.Sent)
            return true;
        Log.PartNotShown(logger, part, result is DeliveryResult.Failed failed ? failed.Reason : result.GetType().Name);
        // A message that the person deleted cannot be updated, however often the turn is delivered.
        return result is DeliveryResult.Blocked || (result is DeliveryResult.NotFound && part is "update" or "replacement");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not show the {Part} of an answer: {Reason}.")]
        public static partial void PartNotShown(ILogger logger, string part, string reason);
    }
}
