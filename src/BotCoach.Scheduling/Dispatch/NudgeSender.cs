using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.Scheduling;

/// <summary>
/// Sends one card to one person, in the direct conversation with them. Everything that is sent on a schedule passes
/// here and nowhere else, so this is the place of the rate gates.
/// </summary>
internal sealed class NudgeSender(ChatChannels channels, People people)
{
    /// <summary>Sends a nudge.</summary>
    /// <param name="send">What to send and to whom.</param>
    /// <param name="mayBeThere">
    /// Whether an earlier try may have arrived without our knowing; then the conversation is looked at first.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DeliveryResult> SendAsync(NudgeDecision.Send send, bool mayBeThere, CancellationToken cancellationToken)
    {
        var person = send.Profile.Person;
        if (channels.Find(person.Channel) is not { } channel)
        {
            return new DeliveryResult.Failed("channel_not_set_up");
        }

        if (send.Profile.Conversation is { } known)
        {
            var conversation = new ConversationAddress(person.Channel, person.Workspace, known);
            if (mayBeThere && await channel.FindAsync(conversation, send.Key.ToString(), cancellationToken) is { } message)
            {
                return new DeliveryResult.Sent(message);
            }

            var result = await channel.SendAsync(conversation, send.Card, send.Key.ToString(), cancellationToken);
            if (result is not DeliveryResult.NotFound)
            {
                return result;
            }
        }

        return await SendAnewAsync(channel, send, cancellationToken);
    }

    private async Task<DeliveryResult> SendAnewAsync(IChatChannel channel, NudgeDecision.Send send, CancellationToken cancellationToken)
    {
        switch (await channel.OpenDirectAsync(send.Profile.Person, cancellationToken))
        {
            case DirectConversation.Opened { Conversation: var conversation }:
                await people.KeepConversationAsync(send.Profile.Person, conversation.Conversation, cancellationToken);
                return await channel.SendAsync(conversation, send.Card, send.Key.ToString(), cancellationToken);
            case DirectConversation.Refused { Result: var result }:
                return result;
            default:
                throw new InvalidOperationException("A direct conversation is opened or refused.");
        }
    }
}
