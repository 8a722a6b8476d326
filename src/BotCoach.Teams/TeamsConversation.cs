using System.Diagnostics.CodeAnalysis;
using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>
/// A conversation as others keep it: an opaque text. The Connector's address differs from tenant to tenant and is known
/// only from what it sends, so it stands in the text too. A text that was kept may come back from anywhere: its
/// address is asked about again before each use.
/// </summary>
/// <param name="ServiceUrl">Where the Connector of the conversation stands.</param>
/// <param name="Id">The Connector's id of the conversation.</param>
internal sealed record TeamsConversation(Uri ServiceUrl, string Id)
{
    // No address holds a space, so whatever the id holds the two come apart again.
    private const char Separator = ' ';

    public ConversationAddress ToAddress(string workspace) =>
        new(TeamsChannel.ChannelName, workspace, $"{ServiceUrl.AbsoluteUri}{Separator}{Id}");

    /// <summary>Reads a conversation, if the bot may send there.</summary>
    public static bool TryRead(ConversationAddress address, ServiceUrlPolicy policy, [NotNullWhen(true)] out TeamsConversation? conversation)
    {
        conversation = address.Conversation.Split(Separator, 2) is [var url, { Length: > 0 } id] && policy.TryAllow(url, out var serviceUrl)
            ? new(serviceUrl, id)
            : null;
        return conversation is not null;
    }
}
