using BotCoach.Chat;
using Microsoft.Extensions.Logging;

namespace BotCoach.Teams;

/// <summary>Shows the parts of an answer that go through the Connector.</summary>
internal sealed partial class AnswerDisplay(
    TeamsChannel channel, ServiceUrlPolicy policy, IChatTurnHandler handler, ILogger<AnswerDisplay> logger)
{
    /// <summary>Shows an answer in the order that <see cref="ChatAnswer"/> promises. Teams has no home page.</summary>
    /// <returns>Whether all of it is shown that can be; false asks for another delivery of the turn.</returns>
    public async Task<bool> ShowAsync(TeamsOccasion occasion, TeamsMessage? inPlace, ChatAnswer answer, CancellationToken cancellationToken)
    {
        var turn = occasion.Turn;
        var shown = true;
        // In a channel others would read it: messages for one person's eyes ("targeted messages") are a preview still. So it
        // comes in the direct conversation, and the channel stays quiet.
        if (answer.Reply is { } reply)
            shown &= Accept("reply", await SendDirectAsync(turn, TeamsMessage.Of(reply), cancellationToken));
        if (inPlace is not null)
            shown &= AcceptChange("replacement", await ReplaceAsync(occasion, inPlace, cancellationToken));
        foreach (var update in answer.Updates)
            shown &= AcceptChange("update", await UpdateAsync(turn, update, cancellationToken));
        foreach (var post in answer.Posts)
            shown &= Accept("post", await PostAsync(turn, post, cancellationToken));
        if (answer.Form is { } form)
            shown &= await OpenAsync(turn, form, cancellationToken);
        return shown;
    }

    /// <summary>Shows a form as a new message in the direct conversation.</summary>
    public async Task<bool> OpenAsync(ChatTurn turn, ChatForm form, CancellationToken cancellationToken) =>
        Accept("form", await SendDirectAsync(turn, TeamsMessage.Of(form), cancellationToken));

    private Task<DeliveryResult> ReplaceAsync(TeamsOccasion occasion, TeamsMessage inPlace, CancellationToken cancellationToken) =>
        occasion.CardMessage is { } message
            ? channel.UpdateAsync(message, inPlace, cancellationToken)
            : SendDirectAsync(occasion.Turn, inPlace, cancellationToken);

    private async Task<DeliveryResult> PostAsync(ChatTurn turn, CardPost post, CancellationToken cancellationToken)
    {
        var result = await SendDirectAsync(turn, TeamsMessage.Of(post.Card), cancellationToken);
        if (result is DeliveryResult.Sent sent)
            await handler.RecordPostAsync(turn, post, sent.Message, cancellationToken);
        return result;
    }

    /// <summary>
    /// Changes a message of the person's own conversation, and no other: what names it may have passed through the person's
    /// client, in a form's state, and a client can be made to say anything.
    /// </summary>
    private async Task<DeliveryResult> UpdateAsync(ChatTurn turn, CardUpdate update, CancellationToken cancellationToken)
    {
        switch (await DirectAsync(turn, cancellationToken))
        {
            case DirectConversation.Opened { Conversation: var own } when IsSame(own, update.Message.Conversation):
                return await channel.UpdateAsync(update.Message with { Conversation = own }, update.Card, cancellationToken);
            case DirectConversation.Refused { Result: var refused }:
                return refused;
            default:
                Log.ForeignUpdate(logger);
                return new DeliveryResult.Blocked();
        }
    }

    /// <summary>Sends to the person alone; where their conversation is gone, it is made anew and sent to once more.</summary>
    private async Task<DeliveryResult> SendDirectAsync(ChatTurn turn, TeamsMessage message, CancellationToken cancellationToken)
    {
        if (turn.IsDirect && await channel.SendAsync(turn.Conversation, message, cancellationToken) is var result and not DeliveryResult.NotFound)
            return result;
        return await channel.OpenDirectAsync(turn.Person, cancellationToken) switch
        {
            DirectConversation.Opened opened => await channel.SendAsync(opened.Conversation, message, cancellationToken),
            DirectConversation.Refused refused => refused.Result,
            var other => throw new InvalidOperationException($"Not a known outcome: {other.GetType().Name}."),
        };
    }

    private async Task<DirectConversation> DirectAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        turn.IsDirect ? new DirectConversation.Opened(turn.Conversation) : await channel.OpenDirectAsync(turn.Person, cancellationToken);

    /// <summary>The Connector of a tenant may move; its ids of conversations stay.</summary>
    private bool IsSame(ConversationAddress one, ConversationAddress other) =>
        TeamsConversation.TryRead(one, policy, out var first) && TeamsConversation.TryRead(other, policy, out var second) && first.Id == second.Id;

    /// <summary>Whether a part is settled: shown, or not to be tried again.</summary>
    private bool Accept(string part, DeliveryResult result)
    {
        if (result is DeliveryResult.Sent)
            return true;
        Log.PartNotShown(logger, part, result is DeliveryResult.Failed failed ? failed.Reason : result.GetType().Name);
        return result is DeliveryResult.Blocked;
    }

    /// <summary>A message that the person deleted cannot change, however often it is tried.</summary>
    private bool AcceptChange(string part, DeliveryResult result) => Accept(part, result) || result is DeliveryResult.NotFound;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Teams did not show the {Part} of an answer: {Reason}.")]
        public static partial void PartNotShown(ILogger logger, string part, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A message of another conversation than the person's own was not changed.")]
        public static partial void ForeignUpdate(ILogger logger);
    }
}
