namespace BotCoach.Chat;

/// <summary>
/// A channel that can say who people are that have not spoken yet. As with <see cref="IChatChannel"/>, what the platform
/// says is a result, never an exception.
/// </summary>
public interface IPeopleDirectory
{
    /// <summary>Name of the channel; see <see cref="IChatChannel.Name"/>.</summary>
    string Name { get; }

    /// <summary>Finds people by their e-mail addresses; whoever is not known is left out.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="emails">The addresses, each once.</param>
    /// <param name="collections">
    /// The groups of the platform that the bot is in: some platforms list people nowhere else. See <see cref="CollectionNotice"/>.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DirectoryAnswer> FindByEmailAsync(
        WorkspaceAddress workspace, IReadOnlyCollection<string> emails, IReadOnlyCollection<string> collections, CancellationToken cancellationToken);

    /// <summary>The people of a group that the platform keeps, such as those of a team.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="collection">The platform's id of that group, as it stands in <see cref="ChatTurn.MentionedGroups"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DirectoryAnswer> MembersAsync(WorkspaceAddress workspace, string collection, CancellationToken cancellationToken);
}

/// <summary>A person as a directory lists them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Email">Their e-mail address as it was asked for; null where people were not asked for by it.</param>
public sealed record DirectoryEntry(PersonAddress Person, string? Email);

/// <summary>What a directory says.</summary>
public abstract record DirectoryAnswer
{
    private DirectoryAnswer()
    {
    }

    /// <summary>These are the people.</summary>
    public sealed record Found(IReadOnlyList<DirectoryEntry> People) : DirectoryAnswer;

    /// <summary>The platform lists people only by groups that the bot is in, and it is in none.</summary>
    public sealed record Unlisted : DirectoryAnswer;

    /// <summary>The platform could not say.</summary>
    /// <param name="Reason">A short code for operators.</param>
    public sealed record Failed(string Reason) : DirectoryAnswer;
}
