using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>The forms in which a lead makes a group, invites people and sets a pause.</summary>
internal static class GroupForms
{
    public const string NewForm = "group-new";
    public const string InviteForm = "group-invite";
    public const string PauseForm = "group-pause";
    public const string NameField = "name";
    public const string EmailsField = "emails";
    public const string FromField = "from";
    public const string LastField = "last";

    /// <summary>The longest name of a group, in characters.</summary>
    public const int MaxName = 40;

    public static ChatForm New { get; } = new()
    {
        Name = NewForm,
        Title = "New group",
        Submit = "Make it",
        Fields = [new FormField(NameField, "What is it called?") { Placeholder = "Platform", IsRequired = true, MaxLength = MaxName }],
    };

    public static ChatForm Invite(Group group) => new()
    {
        Name = InviteForm,
        State = group.Id,
        Title = "Invite people",
        Submit = "Look them up",
        Introduction = $"Into {group.Name}. You see first what was found; nothing is sent before you say so.",
        Fields =
        [
            new FormField(EmailsField, "E-mail addresses, one on a line")
            {
                Placeholder = "carla@example.com",
                Hint = "A column pasted from a table works as well.",
                IsRequired = true,
                IsMultiline = true,
                MaxLength = 20_000,
            },
        ],
    };

    public static ChatForm Pause(Group group) => new()
    {
        Name = PauseForm,
        State = group.Id,
        Title = "Let nudges rest",
        Submit = "Save",
        Introduction = $"For everybody in {group.Name}, by their own calendar. Meetings that somebody prepared still get their messages.",
        Fields =
        [
            new FormField(FromField, "First day") { Placeholder = "21 Dec", IsRequired = true, MaxLength = 40 },
            new FormField(LastField, "Last day") { Placeholder = "3 Jan", IsRequired = true, MaxLength = 40 },
        ],
    };
}
