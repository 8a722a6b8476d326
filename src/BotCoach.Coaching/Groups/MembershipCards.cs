using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads who was asked into a group.</summary>
internal static class MembershipCards
{
    public const string AcceptAction = "membership.accept";
    public const string DeclineAction = "membership.decline";
    public const string LeaveAction = "membership.leave";

    public static Card Invitation(Group group) => new()
    {
        Sign = CardSign.Nudge,
        Title = $"You are invited: {group.Name}",
        Text = "A programme lead of your company invites you to be coached: short nudges at a good moment, and a hand with executive meetings. "
            + "They see figures of five people or more, and never what you answer, write or prepare.",
        Choices =
        [
            new ChoiceRow(null,
            [
                new Choice("Accept", new CardAction(AcceptAction, group.Id)) { IsPrimary = true },
                new Choice("No thanks", new CardAction(DeclineAction, group.Id)),
            ]),
        ],
        Context = "Nothing else is sent unless you accept. /coach groups shows your groups and lets you leave.",
    };

    public static Card Accepted(Group group) => new()
    {
        Title = $"You are in {group.Name}",
        Text = "From next week on, your taps count in its figures, among five people or more.",
        Context = "/coach groups lets you leave at any time.",
    };

    public static Card Declined(Group group) => new()
    {
        Title = $"{group.Name}: no",
        Text = "You will not be asked again, and nobody is told. /coach plan works all the same, just for you.",
        Choices = [new ChoiceRow(null, [new Choice("Accept after all", new CardAction(AcceptAction, group.Id))])],
    };

    public static Card Left(Group group) => new()
    {
        Title = $"You left {group.Name}",
        Text = "What you answer no longer counts there. Your plan goes on as it is.",
        Choices = [new ChoiceRow(null, [new Choice("Come back", new CardAction(AcceptAction, group.Id))])],
    };

    public static Card Mine(IReadOnlyList<Group> mine) => mine.Count == 0
        ? new Card
        {
            Title = "You are in no group",
            Text = "Nothing that you tap or write is counted anywhere.",
        }
        : new Card
        {
            Title = "Your groups",
            Text = "Their figures show five people or more, and never what you write.",
            Choices = [.. mine.Select(group => new ChoiceRow(group.Name, [new Choice("Leave", new CardAction(LeaveAction, group.Id))]))],
        };

    public static Card Gone { get; } = new()
    {
        Title = "This group is no longer there",
        Text = "Your own coaching goes on: /coach plan and /prep meeting.",
    };
}
