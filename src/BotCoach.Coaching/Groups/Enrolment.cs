using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What inviting some people into a group would do: worked out before anybody is invited.</summary>
/// <param name="Invite">Who would be invited.</param>
/// <param name="Already">How many were invited or belong to it already, or said no.</param>
/// <param name="Problems">What is wrong, by line: an address that is none, or that nobody has.</param>
internal sealed record Enrolment(IReadOnlyList<PersonAddress> Invite, int Already, IReadOnlyList<string> Problems);

/// <summary>Works out enrolments.</summary>
internal sealed class Enrolments(GroupsTable groups, Collections known, IEnumerable<IPeopleDirectory> directories)
{
    /// <summary>Looks at people who were mentioned.</summary>
    /// <param name="language">The language in which problems are told.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="group">The group's id.</param>
    /// <param name="people">Those who were mentioned themselves.</param>
    /// <param name="collections">Groups of the platform that were mentioned.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Enrolment> OfMentionsAsync(
        Language language,
        WorkspaceAddress workspace,
        string group,
        IReadOnlyList<PersonAddress> people,
        IReadOnlyList<string> collections,
        CancellationToken cancellationToken)
    {
        List<PersonAddress> wanted = [.. people];
        List<string> problems = [];
        foreach (var collection in collections)
        {
            switch (DirectoryOf(workspace) is { } directory ? await directory.MembersAsync(workspace, collection, cancellationToken) : null)
            {
                case DirectoryAnswer.Found found:
                    wanted.AddRange(found.People.Select(entry => entry.Person));
                    break;
                default:
                    problems.Add(EnrolmentTexts.In(language).GroupNotLookedUp);
                    break;
            }
        }

        return await SortAsync(group, wanted, problems, cancellationToken);
    }

    /// <summary>Looks at a list of e-mail addresses: one on a line, or the first column of a table.</summary>
    public async Task<Enrolment> OfEmailsAsync(Language language, WorkspaceAddress workspace, string group, string list, CancellationToken cancellationToken)
    {
        var texts = EnrolmentTexts.In(language);
        List<string> problems = [];
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (line, number) in list.Split('\n').Select((line, place) => (line.Split([',', ';', '\t'])[0].Trim().Trim('"').Trim(), place + 1)))
        {
            var isHeading = number == 1 && !line.Contains('@', StringComparison.Ordinal) && list.Contains('@', StringComparison.Ordinal);
            if (line.Length == 0 || isHeading)
            {
                continue;
            }

            if (!IsEmail(line))
            {
                problems.Add(texts.NotAnAddress(number, LongText.Cut(line, 60)));
            }
            else if (!lines.TryAdd(line, number))
            {
                problems.Add(texts.ThereTwice(number, line));
            }
        }

        if (lines.Count == 0)
        {
            return new Enrolment([], 0, problems);
        }

        var answer = DirectoryOf(workspace) is { } directory
            ? await directory.FindByEmailAsync(workspace, lines.Keys, await known.OfAsync(workspace, cancellationToken), cancellationToken)
            : null;
        if (answer is not DirectoryAnswer.Found found)
        {
            return new Enrolment([], 0, [.. problems, answer is DirectoryAnswer.Unlisted ? texts.NowhereToLook : texts.NotJustNow]);
        }

        var matched = found.People.Select(entry => entry.Email).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        problems.AddRange(lines.Where(line => !matched.Contains(line.Key)).Select(line => texts.NobodyHas(line.Value, line.Key)));
        return await SortAsync(group, [.. found.People.Select(entry => entry.Person)], problems, cancellationToken);
    }

    private IPeopleDirectory? DirectoryOf(WorkspaceAddress workspace) => directories.FirstOrDefault(directory => directory.Name == workspace.Channel);

    private async Task<Enrolment> SortAsync(string group, List<PersonAddress> wanted, List<string> problems, CancellationToken cancellationToken)
    {
        List<PersonAddress> invite = [];
        var already = 0;
        foreach (var person in wanted.Distinct())
        {
            if (await groups.FindAsync(person, group, cancellationToken) is null)
            {
                invite.Add(person);
            }
            else
            {
                already++;
            }
        }

        return new Enrolment(invite, already, problems);
    }

    // A slip of the pen, not a full grammar: the platform's directory has the last word.
    private static bool IsEmail(string text) =>
        text.Length <= 254 && text.Split('@') is [{ Length: > 0 }, { } host] && host.Contains('.', StringComparison.Ordinal)
        && !text.Any(char.IsWhiteSpace) && !host.StartsWith('.') && !host.EndsWith('.');
}
