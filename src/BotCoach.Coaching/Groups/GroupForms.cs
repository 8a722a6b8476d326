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

    public static ChatForm New(Language language)
    {
        var texts = GroupTexts.In(language);
        return new ChatForm
        {
            Name = NewForm,
            Title = texts.NewGroup,
            Submit = texts.MakeIt,
            Fields = [new FormField(NameField, texts.WhatIsItCalled) { Placeholder = texts.SampleName, IsRequired = true, MaxLength = MaxName }],
        };
    }

    public static ChatForm Invite(Language language, Group group)
    {
        var texts = GroupTexts.In(language);
        return new ChatForm
        {
            Name = InviteForm,
            State = group.Id,
            Title = texts.InvitePeople,
            Submit = texts.LookThemUp,
            Introduction = texts.IntoGroup(group.Name),
            Fields =
            [
                new FormField(EmailsField, texts.Emails)
                {
                    Placeholder = "carla@example.com",
                    Hint = texts.EmailsHint,
                    IsRequired = true,
                    IsMultiline = true,
                    MaxLength = 20_000,
                },
            ],
        };
    }

    public static ChatForm Pause(Language language, Group group)
    {
        var texts = GroupTexts.In(language);
        return new ChatForm
        {
            Name = PauseForm,
            State = group.Id,
            Title = texts.LetNudgesRest,
            Submit = texts.Save,
            Introduction = texts.RestForEverybody(group.Name),
            Fields =
            [
                new FormField(FromField, texts.FirstDay) { Placeholder = texts.SampleFirstDay, IsRequired = true, MaxLength = 40 },
                new FormField(LastField, texts.LastDay) { Placeholder = texts.SampleLastDay, IsRequired = true, MaxLength = 40 },
            ],
        };
    }
}
