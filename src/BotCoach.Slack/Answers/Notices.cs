namespace BotCoach.Slack;

/// <summary>What the adapter itself says.</summary>
internal static class Notices
{
    public const string NotDone = "That did not work, nothing was changed. Please try again.";

    public const string FormNotOpened = "The form did not open. Please try again.";

    public const string NotSaved = "This could not be saved just now. Nothing you typed is lost: please submit it again.";

    public const string NotInstalled = "BotCoach is not set up for this workspace. Please ask whoever looks after your apps to install it again.";

    public const string OpenForm = "Open the form";

    public const string LeftOut = "There is more than fits here.";
}
