namespace BotCoach.Slack;

/// <summary>
/// The action_id of an element. Slack wants it unique in its block, and buttons of one row share their action's name,
/// so a number follows the name. An action's name holds no <c>#</c>; the adapter's own buttons begin with it.
/// </summary>
internal static class ActionId
{
    /// <summary>Opens the dialog for a card's input.</summary>
    public const string Input = "#input";

    /// <summary>Opens a page in the browser; Slack tells us all the same.</summary>
    public const string Link = "#link";

    /// <summary>Says the button's value once more, as if the person had typed it.</summary>
    public const string Say = "#say";

    public static string For(string name, int index) => $"{name}#{index}" switch
    {
        { Length: <= SlackLimits.Id } id => id,
        _ => throw new ArgumentException($"The action '{name}' has a name that is too long.", nameof(name)),
    };

    public static string NameOf(string actionId) =>
        actionId.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? actionId[..mark] : actionId;
}
