using System.Text.Json;
using BotCoach.Chat;

namespace BotCoach.Slack;

/// <summary>Who people are, by e-mail address and by user group.</summary>
internal sealed class SlackDirectory(SlackWebApi api) : IPeopleDirectory
{
    // One question for each address up to here, the whole list of members beyond it: users.lookupByEmail may be asked 50
    // times a minute and users.list 20 times (docs.slack.dev, rate limits, tiers 3 and 2).
    private const int MostQuestions = 20;

    public string Name => SlackChannel.ChannelName;

    public async Task<DirectoryAnswer> FindByEmailAsync(
        WorkspaceAddress workspace, IReadOnlyCollection<string> emails, IReadOnlyCollection<string> collections, CancellationToken cancellationToken) =>
        emails.Count <= MostQuestions
            ? await AskAsync(workspace, emails, cancellationToken)
            : await ListAsync(workspace, emails, cancellationToken);

    public async Task<DirectoryAnswer> MembersAsync(WorkspaceAddress workspace, string collection, CancellationToken cancellationToken) =>
        await api.UserGroupAsync(workspace.Workspace, collection, cancellationToken) switch
        {
            SlackReply.Ok { Body: var body } => new DirectoryAnswer.Found(
                [.. body.Items("users").Select(user => user.GetString()).OfType<string>().Select(user => new DirectoryEntry(Person(workspace, user), Email: null))]),
            var reply => new DirectoryAnswer.Failed(reply.ToCode()),
        };

    private async Task<DirectoryAnswer> AskAsync(WorkspaceAddress workspace, IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        List<DirectoryEntry> found = [];
        foreach (var email in emails)
        {
            switch (await api.UserByEmailAsync(workspace.Workspace, email, cancellationToken))
            {
                case SlackReply.Ok { Body: var body } when body.At("user") is { } user && IsPerson(user):
                    found.Add(new DirectoryEntry(Person(workspace, user.Text("id")!), email));
                    break;
                case SlackReply.Ok or SlackReply.Refused { Code: "users_not_found" }:
                    break;
                case var reply:
                    return new DirectoryAnswer.Failed(reply.ToCode());
            }
        }

        return new DirectoryAnswer.Found(found);
    }

    private async Task<DirectoryAnswer> ListAsync(WorkspaceAddress workspace, IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var wanted = emails.ToDictionary(email => email, StringComparer.OrdinalIgnoreCase);
        List<DirectoryEntry> found = [];
        for (var cursor = ""; ;)
        {
            var reply = await api.UsersAsync(workspace.Workspace, cursor, cancellationToken);
            if (reply is not SlackReply.Ok { Body: var body })
                return new DirectoryAnswer.Failed(reply.ToCode());

            found.AddRange(
                from user in body.Items("members")
                where IsPerson(user) && user.Text("profile", "email") is { } email && wanted.ContainsKey(email)
                select new DirectoryEntry(Person(workspace, user.Text("id")!), wanted[user.Text("profile", "email")!]));
            cursor = body.Text("response_metadata", "next_cursor") ?? "";
            if (cursor.Length == 0)
                return new DirectoryAnswer.Found(found);
        }
    }

    // Somebody who has left, and an app, cannot be coached.
    private static bool IsPerson(JsonElement user) => user.Text("id") is not null && !user.Flag("deleted") && !user.Flag("is_bot");

    private static PersonAddress Person(WorkspaceAddress workspace, string user) => new(SlackChannel.ChannelName, workspace.Workspace, user);
}
