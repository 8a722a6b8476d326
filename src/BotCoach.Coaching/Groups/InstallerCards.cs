using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What people read who install the coach.</summary>
internal static class InstallerCards
{
    private const string Removal = "Removing the app from the workspace ends everything at once. Thirty days later all that I keep about its people is erased; installing it again before then brings everything back.";

    public static Card Installed(bool leads) => new()
    {
        Title = "BotCoach is installed",
        Text = leads
            ? "You are a programme lead here: you can invite people in groups and see what helps them, never who said what. /coach lead add @person names another, /coach group new Platform makes a group."
            : "This workspace has programme leads already, who invite people and see what helps their groups. Everybody may start alone, too: /coach plan.",
        Facts = [new Fact("If you remove it", Removal)],
        Context = "For your own coaching: /coach plan. Nothing is sent to anybody until they choose.",
    };

    public static Card InstalledForAll { get; } = new()
    {
        Title = "BotCoach is installed for all workspaces",
        Text = "Everybody may start with /coach plan. The first programme lead of a workspace is named by whoever runs the service (Programme:Leads).",
        Facts = [new Fact("If you remove it", Removal)],
        Context = "Nothing is sent to anybody until they choose.",
    };
}
