namespace BotCoach.Chat;

/// <summary>The bot came to a group that the platform keeps, such as a team, or left it.</summary>
/// <param name="Workspace">Where that group is.</param>
/// <param name="Collection">The platform's id of the group; see <see cref="ChatTurn.MentionedGroups"/>.</param>
/// <param name="IsMember">Whether the bot is in it now.</param>
public sealed record CollectionNotice(WorkspaceAddress Workspace, string Collection, bool IsMember);

/// <summary>Takes the notices that channels bring in.</summary>
public interface ICollectionNoticeHandler
{
    /// <summary>Stores what a notice says. When this returns, it is durable; one that comes again changes nothing.</summary>
    /// <exception cref="Exception">It could not be stored: the platform is to deliver the notice again.</exception>
    Task HandleAsync(CollectionNotice notice, CancellationToken cancellationToken);
}
