namespace BotCoach.Chat;

/// <summary>A workspace or tenant of one chat platform.</summary>
/// <param name="Channel">Name of the channel that speaks to it; see <see cref="IChatChannel.Name"/>.</param>
/// <param name="Workspace">The platform's id of the workspace or tenant.</param>
public readonly record struct WorkspaceAddress(string Channel, string Workspace);

/// <summary>A person as one chat platform knows them.</summary>
/// <param name="Channel">Name of the channel that speaks to the person; see <see cref="IChatChannel.Name"/>.</param>
/// <param name="Workspace">The platform's id of the workspace or tenant.</param>
/// <param name="Person">The platform's id of the person inside that workspace.</param>
public readonly record struct PersonAddress(string Channel, string Workspace, string Person)
{
    /// <summary>Where the person belongs.</summary>
    public WorkspaceAddress Home => new(Channel, Workspace);
}

/// <summary>A place where messages are shown: a direct conversation, a group chat or a channel.</summary>
/// <param name="Channel">Name of the channel that owns the conversation.</param>
/// <param name="Workspace">The platform's id of the workspace or tenant.</param>
/// <param name="Conversation">The platform's id of the conversation.</param>
public readonly record struct ConversationAddress(string Channel, string Workspace, string Conversation);

/// <summary>One message that was sent.</summary>
/// <param name="Conversation">Where the message is shown.</param>
/// <param name="Message">The platform's id of the message inside the conversation.</param>
public readonly record struct MessageAddress(ConversationAddress Conversation, string Message);
