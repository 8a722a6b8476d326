using System.Globalization;
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

    public static Card NotALead { get; } = new()
    {
        Title = "This is for programme leads",
        Text = "Whoever runs BotCoach in your company can tell you who they are. Your own coaching is all yours: /coach plan and /prep meeting.",
    };

    public static Card Leads(IReadOnlyList<string> names) => new()
    {
        Title = "Programme leads",
        Text = string.Join(", ", names),
        Context = "/coach lead add @person names another, /coach lead remove @person takes it back, /coach digest turns the Friday digest off or on. "
            + "Should your company remove me, all that I keep is erased 30 days later.",
    };

    public static Card WhoLeads { get; } = new()
    {
        Title = "Whom do you mean?",
        Text = "Mention the person, such as /coach lead add @carla.",
    };

    public static Card LastLead { get; } = new()
    {
        Title = "That is the only lead",
        Text = "Name another one first, so that the groups are not left alone.",
    };

    public static Card List(IReadOnlyList<Group> groups) => groups.Count == 0
        ? new Card
        {
            Title = "No groups yet",
            Text = "A group is people whom you invite together, such as Platform or New managers. You will see what helps them, and never who said what.",
            Choices = [new ChoiceRow(null, [New(isPrimary: true)])],
        }
        : new Card
        {
            Title = "Groups",
            Choices =
            [
                .. groups.Take(MaxListed).Select(group => new ChoiceRow(group.Name, [new Choice("Open", new CardAction(ShowAction, group.Id))])),
                new ChoiceRow(null, [New(isPrimary: false)]),
            ],
            Context = groups.Count > MaxListed ? $"The first {MaxListed} of {groups.Count}; /coach group and a name opens any." : null,
        };

    public static Card Show(Group group, int accepted, IReadOnlyList<GroupPause> pauses, DateTimeOffset now, TimeZoneInfo zone) => new()
    {
        Title = group.Name,
        Text = accepted < Publication.FewestPeople
            ? "Fewer than five people have accepted so far."
            : string.Create(CultureInfo.InvariantCulture, $"{accepted / Publication.FewestPeople * Publication.FewestPeople} people or more have accepted."),
        Facts =
        [
            .. pauses.Select(pause => new Fact("Nudges rest", $"from {When.Date(Language.English, pause.From, now, zone)} to {When.Date(Language.English, pause.Until.AddDays(-1), now, zone)}")),
        ],
        Choices =
        [
            new ChoiceRow(null,
            [
                new Choice("Invite people", new CardAction(InviteAction, group.Id)) { IsPrimary = true },
                new Choice("Pause", new CardAction(PauseAction, group.Id)),
                new Choice("Delete", new CardAction(DeleteAction, group.Id)),
            ]),
            new ChoiceRow("Plan offered first",
            [
                .. PlanTemplate.All.Select(plan => new Choice(plan.NameIn(Language.English), new CardAction(SuggestAction, $"{group.Id}|{plan.Id}")) { IsChosen = plan.Id == group.Plan }),
                new Choice("Each chooses", new CardAction(SuggestAction, $"{group.Id}|none")) { IsChosen = group.Plan is null },
            ]),
            .. pauses.Select(pause => new ChoiceRow(
                null, [new Choice($"End the pause of {When.Date(Language.English, pause.From, now, zone)}", new CardAction(EndPauseAction, $"{group.Id}|{pause.From:yyyy-MM-dd}"))])),
        ],
        Context = $"/coach group {group.Name} add @person invites people whom you mention.",
    };

    public static Card NameTaken(string name) => new()
    {
        Title = "There is a group of that name",
        Text = $"/coach group {name} opens it.",
    };

    public static Card NameIsNone { get; } = new()
    {
        Title = "What is the group called?",
        Text = "One to forty characters, such as /coach group new Platform.",
    };

    public static Card NoSuchGroup(string text) => new()
    {
        Title = "I don't know that group",
        Text = $"\u201c{LongText.Cut(text, 60)}\u201d is none of them. /coach group lists them, /coach group new Platform makes one.",
    };

    public static Card Invited(Group group, int invited, int already, IReadOnlyList<string> problems) => new()
    {
        Title = group.Name,
        Text = invited == 0
            ? "Nobody new is among them, so nobody was invited."
            : $"{People(invited)} invited. Each decides for themselves; I don't say who did.",
        Facts = Rest(already, problems),
    };

    public static Card DryRun(Group group, string enrolment, Enrolment found) => new()
    {
        Title = $"{group.Name}: before anybody is invited",
        Text = found.Invite.Count == 0 ? "Nobody new is among them." : $"{People(found.Invite.Count)} would be invited.",
        Facts = Rest(found.Already, found.Problems),
        Choices = found.Invite.Count == 0
            ? []
            : [new ChoiceRow(null, [new Choice($"Invite {People(found.Invite.Count)}", new CardAction(ConfirmAction, $"{group.Id}|{enrolment}")) { IsPrimary = true }])],
        Context = found.Invite.Count == 0 ? null : "Nothing is sent until you choose.",
    };

    public static Card DaysNotUnderstood { get; } = new()
    {
        Title = "From when until when?",
        Text = "Try /coach group Platform pause 21 Dec to 3 Jan. The last day is the last one without nudges.",
    };

    public static Card ReallyDelete(Group group) => new()
    {
        Title = $"Delete {group.Name}?",
        Text = "Its people keep their plans and everything of their own. The group's figures so far go with it.",
        Choices =
        [
            new ChoiceRow(null,
            [
                new Choice("Delete the group", new CardAction(DeleteAction, $"{group.Id}|yes")),
                new Choice("Keep it", new CardAction(ShowAction, group.Id)),
            ]),
        ],
    };

    public static Card Deleted(Group group) => new()
    {
        Title = $"{group.Name} is deleted",
        Text = "Nobody was told; everybody's coaching goes on as it is. Its figures are erased within about an hour.",
    };

    private static List<Fact> Rest(int already, IReadOnlyList<string> problems)
    {
        List<Fact> facts = [];
        if (already > 0)
        {
            facts.Add(new Fact("Left out", $"{People(already)} whom somebody invited before"));
        }

        if (problems.Count > 0)
        {
            var more = problems.Count > MaxProblems ? $"\nand {problems.Count - MaxProblems} more" : "";
            facts.Add(new Fact("To look at", string.Join('\n', problems.Take(MaxProblems)) + more));
        }

        return facts;
    }

    private static string People(int count) => count == 1 ? "1 person" : string.Create(CultureInfo.InvariantCulture, $"{count} people");

    private static Choice New(bool isPrimary) => new("New group", new CardAction(NewAction)) { IsPrimary = isPrimary };
}
