namespace BotCoach.Teams;

/// <summary>What the adapter itself says.</summary>
internal static class Notices
{
    public const string NotDone = "That did not work, nothing was changed. Please try again.";

    public const string NotSaved = "This could not be saved just now. Nothing you typed is lost: please submit it again.";

    public const string FormNotOpened = "The form did not open. Please try again.";

    public const string FormBelow = "The form is below.";

    public const string Done = "Done.";

    public const string Saved = "Saved.";

    public const string Save = "Save";

    public const string Back = "Back";

    public const string LeftOut = "There is more than fits here.";

    public const string FieldCut = "This is only the start: the whole text is too long to be edited here.";
}
