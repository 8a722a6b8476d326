using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a person reads who was asked into a group.</summary>
internal static class MembershipCards
{
    public const string AcceptAction = "membership.accept";
    public const string DeclineAction = "membership.decline";
    public const string LeaveAction = "membership.leave";

    public static Card Invitation(Language language, Group group)
    {
        var texts = MembershipTexts.In(language);
        return new Card
        {
            Sign = CardSign.Nudge,
            Title = texts.YouAreInvited(group.Name),
            Text = texts.WhatYouAreInvitedTo,
            Choices =
            [
                new ChoiceRow(null,
                [
                    new Choice(texts.Accept, new CardAction(AcceptAction, group.Id)) { IsPrimary = true },
                    new Choice(texts.NoThanks, new CardAction(DeclineAction, group.Id)),
                ]),
            ],
            Context = texts.NothingElseIsSent,
        };
    }

    public static Card Accepted(Language language, Group group)
    {
        var texts = MembershipTexts.In(language);
        return new Card { Title = texts.YouAreIn(group.Name), Text = texts.TapsCount, Context = texts.LeaveAtAnyTime };
    }

    public static Card Declined(Language language, Group group)
    {
        var texts = MembershipTexts.In(language);
        return new Card
        {
            Title = texts.SaidNo(group.Name),
            Text = texts.NotAskedAgain,
            Choices = [new ChoiceRow(null, [new Choice(texts.AcceptAfterAll, new CardAction(AcceptAction, group.Id))])],
        };
    }

    public static Card Left(Language language, Group group)
    {
        var texts = MembershipTexts.In(language);
        return new Card
        {
            Title = texts.YouLeft(group.Name),
            Text = texts.NoLongerCounts,
            Choices = [new ChoiceRow(null, [new Choice(texts.ComeBack, new CardAction(AcceptAction, group.Id))])],
        };
    }

    public static Card Mine(Language language, IReadOnlyList<Group> mine)
    {
        var texts = MembershipTexts.In(language);
        return mine.Count == 0
            ? new Card { Title = texts.InNoGroup, Text = texts.NothingIsCounted }
            : new Card
            {
                Title = texts.YourGroups,
                Text = texts.WhatTheyShow,
                Choices = [.. mine.Select(group => new ChoiceRow(group.Name, [new Choice(texts.Leave, new CardAction(LeaveAction, group.Id))]))],
            };
    }

    public static Card Gone(Language language) => new()
    {
        Title = MembershipTexts.In(language).NoLongerThere,
        Text = MembershipTexts.In(language).YourCoachingGoesOn,
    };
}
