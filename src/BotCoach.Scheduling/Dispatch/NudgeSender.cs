using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>
/// Sends one card to one person, in the direct conversation with them. Everything that is sent on a schedule passes
/// here and nowhere else, and each request passes the gate of its workspace.
/// </summary>
internal sealed class NudgeSender(ChatChannels channels, People people)
{
    /// <summary>Sends a nudge.</summary>
    /// <param name="send">What to send and to whom.</param>
    /// <param name="mayBeThere">
    /// Whether an earlier try may have arrived without our knowing; then the conversation is looked at first.
    /// </param>
    /// <param name="visit">The way through the gate; the first pass is there already.</param>
    public async Task<DeliveryResult> SendAsync(NudgeDecision.Send send, bool mayBeThere, GateVisit visit)
    {
        var person = send.Profile.Person;
        if (channels.Find(person.Channel) is not { } channel)
        {
            return new DeliveryResult.Failed("channel_not_set_up");
        }

        if (send.Profile.Conversation is { } known)
        {
            var conversation = new ConversationAddress(person.Channel, person.Workspace, known);
            if (mayBeThere && await channel.FindAsync(conversation, send.Key.ToString(), CancellationToken.None) is { } message)
            {
                return new DeliveryResult.Sent(message);
            }

            if (await SendAsync(channel, conversation, send, visit) is var result and not DeliveryResult.NotFound)
            {
                return result;
            }
        }

        return await SendAnewAsync(channel, send, visit);
    }

    private async Task<DeliveryResult> SendAnewAsync(IChatChannel channel, NudgeDecision.Send send, GateVisit visit)
    {
        switch (await visit.OpenAsync(() => channel.OpenDirectAsync(send.Profile.Person, CancellationToken.None)))
        {
            case DirectConversation.Opened { Conversation: var conversation }:
                await people.KeepConversationAsync(send.Profile.Person, conversation.Conversation, CancellationToken.None);
                return await visit.EnterAsync()
                    ? await SendAsync(channel, conversation, send, visit)
                    : new DeliveryResult.Throttled(visit.PauseLeft);
            case DirectConversation.Refused { Result: var result }:
                return result;
            default:
                throw new InvalidOperationException("A direct conversation is opened or refused.");
        }
    }

    // Seen through, whatever happens: a send that is cut short would go out a second time.
    private static Task<DeliveryResult> SendAsync(IChatChannel channel, ConversationAddress conversation, NudgeDecision.Send send, GateVisit visit) =>
        visit.SendAsync(() => channel.SendAsync(conversation, send.Card, send.Key.ToString(), CancellationToken.None));
}
