using BotCoach.Chat;

namespace BotCoach.Teams;

/// <summary>Who people are, in the teams and group chats that the bot is in: a bot is told of nobody else.</summary>
internal sealed class TeamsDirectory(ConnectorClient connector, ServiceUrlPolicy policy) : IPeopleDirectory
{
    /// <summary>
    /// How many pages are read for one question. A team holds 25,000 people at most (learn.microsoft.com, "Limits and
    /// specifications for Microsoft Teams"), which is fifty pages; somebody waits for the answer.
    /// </summary>
    private const int MostPages = 60;

    public string Name => TeamsChannel.ChannelName;

    public async Task<DirectoryAnswer> FindByEmailAsync(
        WorkspaceAddress workspace, IReadOnlyCollection<string> emails, IReadOnlyCollection<string> collections, CancellationToken cancellationToken)
    {
        var wanted = emails.ToDictionary(email => email, StringComparer.OrdinalIgnoreCase);
        List<DirectoryEntry> found = [];
        var pages = MostPages;
        var hasLooked = false;
        foreach (var collection in collections)
        {
            var roster = await ReadAsync(workspace, collection, pages, wanted.Count == 0 ? null : Take, cancellationToken);
            pages -= roster.Pages;
            if (roster is { Failure: { } failure, IsGone: false })
                return new DirectoryAnswer.Failed(failure);
            hasLooked |= !roster.IsGone;
        }

        return hasLooked ? new DirectoryAnswer.Found(found) : new DirectoryAnswer.Unlisted();

        bool Take(RosterMember member)
        {
            foreach (var address in new[] { member.Email, member.PrincipalName }.OfType<string>())
            {
                if (wanted.Remove(address, out var asked))
                    found.Add(new DirectoryEntry(member.Person, asked));
            }

            return wanted.Count > 0;
        }
    }

    public async Task<DirectoryAnswer> MembersAsync(WorkspaceAddress workspace, string collection, CancellationToken cancellationToken)
    {
        List<DirectoryEntry> people = [];
        var roster = await ReadAsync(workspace, collection, MostPages, Take, cancellationToken);
        return roster.Failure is { } failure ? new DirectoryAnswer.Failed(failure) : new DirectoryAnswer.Found(people);

        bool Take(RosterMember member)
        {
            people.Add(new DirectoryEntry(member.Person, Email: null));
            return true;
        }
    }

    /// <summary>Reads the people of a team or chat, page by page, until there are no more or no more are wanted.</summary>
    /// <param name="workspace">The tenant.</param>
    /// <param name="collection">The team or chat, as <see cref="TeamsConversation"/> writes it.</param>
    /// <param name="most">How many pages at most.</param>
    /// <param name="take">Is given each person, and says whether it wants more; null wants none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<Roster> ReadAsync(
        WorkspaceAddress workspace, string collection, int most, Func<RosterMember, bool>? take, CancellationToken cancellationToken)
    {
        if (!TeamsConversation.TryRead(new ConversationAddress(TeamsChannel.ChannelName, workspace.Workspace, collection), policy, out var place))
            return new Roster(0, "service_url_not_allowed");

        string? continuation = null;
        for (var pages = 0; take is not null; pages++)
        {
            if (pages >= most)
                return new Roster(pages, "too_many_people");
            var reply = await connector.MembersAsync(place.ServiceUrl, place.Id, continuation, cancellationToken);
            if (reply is not ConnectorReply.Ok { Body: var body })
                return new Roster(pages, reply.ToCode()) { IsGone = reply is ConnectorReply.Refused { Status: 403 or 404 } };
            if (body.At("members") is null)
                return new Roster(pages, "unreadable");

            var members = body.Items("members").Select(member => RosterMember.Read(member, workspace.Workspace)).OfType<RosterMember>();
            continuation = body.Text("continuationToken");
            if (!members.All(take) || continuation is null)
                return new Roster(pages + 1, Failure: null);
        }

        return new Roster(0, Failure: null);
    }

    /// <summary>How a roster was read.</summary>
    /// <param name="Pages">How many pages there were.</param>
    /// <param name="Failure">Why it was not read to its end, as a short code; null when it was.</param>
    private sealed record Roster(int Pages, string? Failure)
    {
        /// <summary>Whether the team or chat is no more, or the bot is not in it any more.</summary>
        public bool IsGone { get; init; }
    }
}
