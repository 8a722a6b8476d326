using BotCoach.Chat;

namespace BotCoach.Coaching;

/// <summary>What a programme lead reads about groups.</summary>
internal static class GroupCards
{
    public const string ShowAction = "group.show";
    public const string InviteAction = "group.invite";
    public const string ConfirmAction = "group.confirm";
    public const string SuggestAction = "group.suggest";
    public const string PauseAction = "group.pause";
    public const string EndPauseAction = "group.end-pause";
    public const string DeleteAction = "group.delete";
    public const string NewAction = "group.new";

    private const int MaxListed = 10;
    private const int MaxProblems = 8;

    public static Card List(Language language, IReadOnlyList<Group> groups)
    {
        var texts = GroupTexts.In(language);
        return groups.Count == 0
            ? new Card
            {
                Title = texts.NoGroupsYet,
                Text = texts.WhatAGroupIs,
                Choices = [new ChoiceRow(null, [New(texts, isPrimary: true)])],
            }
            : new Card
            {
                Title = texts.Groups,
                Choices =
                [
                    .. groups.Take(MaxListed).Select(group => new ChoiceRow(group.Name, [new Choice(texts.Open, new CardAction(ShowAction, group.Id))])),
                    new ChoiceRow(null, [New(texts, isPrimary: false)]),
                ],
                Context = groups.Count > MaxListed ? texts.FirstOfMany(MaxListed, groups.Count) : null,
            };
    }

    public static Card Show(Language language, Group group, int accepted, IReadOnlyList<GroupPause> pauses, DateTimeOffset now, TimeZoneInfo zone)
    {
        var texts = GroupTexts.In(language);
        return new Card
        {
            Title = group.Name,
            Text = accepted < Publication.FewestPeople
                ? texts.FewAccepted
                : texts.SomeAccepted(accepted / Publication.FewestPeople * Publication.FewestPeople),
            Facts = [.. pauses.Select(pause => new Fact(texts.NudgesRest, texts.FromTo(Date(pause.From), Date(pause.Until.AddDays(-1)))))],
            Choices =
            [
                new ChoiceRow(null,
                [
                    new Choice(texts.InvitePeople, new CardAction(InviteAction, group.Id)) { IsPrimary = true },
                    new Choice(texts.Pause, new CardAction(PauseAction, group.Id)),
                    new Choice(texts.Delete, new CardAction(DeleteAction, group.Id)),
                ]),
                new ChoiceRow(texts.PlanOfferedFirst,
                [
                    .. PlanTemplate.All.Select(plan => new Choice(plan.NameIn(language), new CardAction(SuggestAction, $"{group.Id}|{plan.Id}")) { IsChosen = plan.Id == group.Plan }),
                    new Choice(texts.EachChooses, new CardAction(SuggestAction, $"{group.Id}|none")) { IsChosen = group.Plan is null },
                ]),
                .. pauses.Select(pause => new ChoiceRow(
                    null, [new Choice(texts.EndPauseOf(Date(pause.From)), new CardAction(EndPauseAction, $"{group.Id}|{pause.From:yyyy-MM-dd}"))])),
            ],
            Context = texts.HowToMention(group.Name),
        };

        string Date(DateOnly day) => When.Date(language, day, now, zone);
    }

    public static Card NameTaken(Language language, string name) => new()
    {
        Title = GroupTexts.In(language).NameIsTaken,
        Text = GroupTexts.In(language).NameOpensIt(name),
    };

    public static Card NameIsNone(Language language) => new()
    {
        Title = GroupTexts.In(language).WhatIsTheGroupCalled,
        Text = GroupTexts.In(language).HowLongANameIs,
    };

    public static Card NoSuchGroup(Language language, string text) => new()
    {
        Title = GroupTexts.In(language).UnknownGroup,
        Text = GroupTexts.In(language).NoneOfThem(LongText.Cut(text, 60)),
    };

    public static Card Invited(Language language, Group group, int invited, int already, IReadOnlyList<string> problems)
    {
        var texts = GroupTexts.In(language);
        return new Card
        {
            Title = group.Name,
            Text = invited == 0 ? texts.NobodyInvited : texts.PeopleInvited(invited),
            Facts = Rest(texts, already, problems),
        };
    }

    public static Card DryRun(Language language, Group group, string enrolment, Enrolment found)
    {
        var texts = GroupTexts.In(language);
        var count = found.Invite.Count;
        return new Card
        {
            Title = texts.BeforeInviting(group.Name),
            Text = count == 0 ? texts.NobodyNew : texts.WouldInvite(count),
            Facts = Rest(texts, found.Already, found.Problems),
            Choices = count == 0
                ? []
                : [new ChoiceRow(null, [new Choice(texts.InviteThem(count), new CardAction(ConfirmAction, $"{group.Id}|{enrolment}")) { IsPrimary = true }])],
            Context = count == 0 ? null : texts.NothingIsSentYet,
        };
    }

    public static Card DaysNotUnderstood(Language language) => new()
    {
        Title = GroupTexts.In(language).FromWhenUntilWhen,
        Text = GroupTexts.In(language).HowToPause,
    };

    public static Card ReallyDelete(Language language, Group group)
    {
        var texts = GroupTexts.In(language);
        return new Card
        {
            Title = texts.ReallyDelete(group.Name),
            Text = texts.WhatDeletingDoes,
            Choices =
            [
                new ChoiceRow(null,
                [
                    new Choice(texts.DeleteTheGroup, new CardAction(DeleteAction, $"{group.Id}|yes")),
                    new Choice(texts.KeepIt, new CardAction(ShowAction, group.Id)),
                ]),
            ],
        };
    }

    public static Card Deleted(Language language, Group group) => new()
    {
        Title = GroupTexts.In(language).IsDeleted(group.Name),
        Text = GroupTexts.In(language).NobodyWasTold,
    };

    private static List<Fact> Rest(GroupTexts texts, int already, IReadOnlyList<string> problems)
    {
        List<Fact> facts = [];
        if (already > 0)
        {
            facts.Add(new Fact(texts.LeftOut, texts.InvitedBefore(already)));
        }

        if (problems.Count > 0)
        {
            var shown = problems.Take(MaxProblems);
            facts.Add(new Fact(texts.ToLookAt, string.Join('\n', problems.Count > MaxProblems ? shown.Append(texts.AndMore(problems.Count - MaxProblems)) : shown)));
        }

        return facts;
    }

    private static Choice New(GroupTexts texts, bool isPrimary) => new(texts.NewGroup, new CardAction(NewAction)) { IsPrimary = isPrimary };
}
