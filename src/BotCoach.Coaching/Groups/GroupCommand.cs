namespace BotCoach.Coaching;

/// <summary>What a lead asks for about groups.</summary>
internal abstract record GroupCommand
{
    private GroupCommand()
    {
    }

    /// <summary>List the groups.</summary>
    public sealed record ListAll : GroupCommand;

    /// <summary>Make a group.</summary>
    public sealed record New(string Name) : GroupCommand;

    /// <summary>Show a group.</summary>
    public sealed record Show(Group Group) : GroupCommand;

    /// <summary>Invite those whom the words mention.</summary>
    public sealed record Add(Group Group) : GroupCommand;

    /// <summary>Suggest a plan; null takes the suggestion back.</summary>
    public sealed record Suggest(Group Group, PlanTemplate? Plan) : GroupCommand;

    /// <summary>Let nudges rest; the text says from when until when.</summary>
    public sealed record Pause(Group Group, string Days) : GroupCommand;

    /// <summary>Call the group something else.</summary>
    public sealed record Rename(Group Group, string Name) : GroupCommand;

    /// <summary>Take the group away.</summary>
    public sealed record Delete(Group Group) : GroupCommand;

    /// <summary>No group of that name.</summary>
    public sealed record NoSuchGroup(string Text) : GroupCommand;

    /// <summary>Reads what follows <c>/coach group</c>. A group's name may have spaces, so the longest that fits counts.</summary>
    public static GroupCommand Read(string text, IReadOnlyList<Group> groups)
    {
        if (text.Length == 0)
        {
            return new ListAll();
        }

        if (After(text, "new") is { } name)
        {
            return new New(name);
        }

        var group = groups.Where(group => After(text, group.Name) is not null).MaxBy(group => group.Name.Length);
        if (group is null)
        {
            return new NoSuchGroup(text);
        }

        var rest = After(text, group.Name)!;
        return rest switch
        {
            "" => new Show(group),
            _ when After(rest, "add") is not null => new Add(group),
            _ when After(rest, "plan") is { } plan && (PlanTemplate.Find(plan) is not null || plan == "none") => new Suggest(group, PlanTemplate.Find(plan)),
            _ when After(rest, "pause") is { } days => new Pause(group, days),
            _ when After(rest, "rename") is { Length: > 0 } renamed => new Rename(group, renamed),
            _ when After(rest, "delete") is "" => new Delete(group),
            _ => new NoSuchGroup(text),
        };
    }

    // What follows a word or name; null when the text does not start with it.
    private static string? After(string text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || char.IsWhiteSpace(text[word.Length]))
            ? text[word.Length..].Trim()
            : null;
}
