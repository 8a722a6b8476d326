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

        // Before the words: "New York" and "Nuevo norte" may be names.
        var group = groups.Where(group => After(text, group.Name) is not null).MaxBy(group => group.Name.Length);
        if (group is null)
        {
            return CommandWords.Split(text) is ("new", var name) ? new New(name) : new NoSuchGroup(text);
        }

        var (word, rest) = CommandWords.Split(After(text, group.Name)!);
        return word switch
        {
            "" => new Show(group),
            "add" => new Add(group),
            "plan" when PlanTemplate.Find(rest) is not null || CommandWords.Of(rest) == "none" => new Suggest(group, PlanTemplate.Find(rest)),
            "pause" => new Pause(group, rest),
            "rename" when rest.Length > 0 => new Rename(group, rest),
            "delete" when rest.Length == 0 => new Delete(group),
            _ => new NoSuchGroup(text),
        };
    }

    // What follows a name; null when the text does not start with it.
    private static string? After(string text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || char.IsWhiteSpace(text[name.Length]))
            ? text[name.Length..].Trim()
            : null;
}
