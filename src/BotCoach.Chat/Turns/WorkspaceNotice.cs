namespace BotCoach.Chat;

/// <summary>What became of the app in a workspace.</summary>
public enum WorkspaceChange
{
    /// <summary>It was installed, for the first time or again.</summary>
    Installed,

    /// <summary>It was removed, or may not write any more.</summary>
    Removed,
}

/// <summary>The app came to a workspace or left it. It is nobody's turn: it concerns everybody there.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Change">What happened.</param>
/// <param name="At">
/// When it happened, by the platform where it says so: notices may come late, twice and in any order, and this tells which
/// was the last.
/// </param>
public sealed record WorkspaceNotice(WorkspaceAddress Workspace, WorkspaceChange Change, DateTimeOffset At);

/// <summary>Takes the notices that channels bring in.</summary>
public interface IWorkspaceNoticeHandler
{
    /// <summary>Stores what a notice says. When this returns, it is durable; one that comes again changes nothing.</summary>
    /// <exception cref="Exception">It could not be stored: the platform is to deliver the notice again.</exception>
    Task HandleAsync(WorkspaceNotice notice, CancellationToken cancellationToken);
}
