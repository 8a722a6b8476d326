using System.Reflection;
using BotCoach.Chat;
using BotCoach.Coaching;

namespace BotCoach.EndToEnd;

/// <summary>What the cards of a meeting's sheet are made of: the usual, the least, the most, and what is hostile.</summary>
internal static class SheetSamples
{
    private const string Question = "You assume that churn stays at 4 %. What happens at 6 %?";

    private static readonly DateTimeOffset _now = CardSamples.Now;
    private static readonly PlainLanguageCheck _check = PlainLanguageCheck.Load();

    private static readonly KeyPoint[] _points =
    [
        new() { Text = "Net revenue retention fell to 104 % in Q3, against a plan of 110 %.", Place = PreReadPlace.Slide("1") },
        new() { Text = "The migration slips from 12 December to 30 January.", Place = PreReadPlace.Slide("3") },
        new() { Text = "We ask the meeting to decide whether two engineers move to the migration until the end of February.", Place = PreReadPlace.Slide("4"), AsksForDecision = true },
    ];

    private static readonly Briefing _usual = new()
    {
        Language = PreReadLanguage.English,
        Points = _points,
        Topics = [Topic(BotCoach.Coaching.Topic.Finance, "Finance", "What does the slip cost this quarter?", "Which figure moves first?")],
        Terms = [new TermFound { Written = "run rate", Name = "Run rate", Meaning = "What we spend or earn a month, taken for a year." }],
    };

    private static readonly Briefing _most = new()
    {
        Language = PreReadLanguage.English,
        Points = [.. Enumerable.Range(1, 7).Select(place => new KeyPoint { Text = CardSamples.Long(KeyPoint.MaxLength), Place = PreReadPlace.Mail("Priya", $"11-0{place}") })],
        Topics =
        [
            .. Enum.GetValues<Topic>().Take(4).Select(topic => Topic(topic, "Customers and market", CardSamples.Long(150), CardSamples.Long(150))),
        ],
        Terms = [.. Enumerable.Range(1, 10).Select(place => new TermFound { Written = "x", Name = $"Annual recurring revenue {place}", Meaning = CardSamples.Long(160) })],
        FromModel = true,
    };

    private static readonly Briefing _hostile = new()
    {
        Language = PreReadLanguage.Unknown,
        Points = [new KeyPoint { Text = CardSamples.Hostile, Place = new PreReadPlace { Kind = PreReadPlaceKind.InWords, Name = CardSamples.Hostile } }],
        Topics = [Topic(BotCoach.Coaching.Topic.Risk, CardSamples.Hostile, CardSamples.Hostile)],
        Terms = [new TermFound { Written = CardSamples.Hostile, Name = CardSamples.Hostile, Meaning = CardSamples.Hostile }],
    };

    private static readonly OneOnOne[] _talks =
    [
        new() { Priorities = ["Billing migration by 30 January", "Hire two for the data team"], Changed = "The roadmap's order changed", Decision = "May the app slip?" },
        new() { Priorities = ["One"] },
        new()
        {
            Priorities = [CardSamples.Long(300), CardSamples.Long(300), CardSamples.Long(300)], Changed = CardSamples.Long(300), Decision = CardSamples.Long(300),
            Sure = 4, Decided = GoalResult.Partly,
        },
        new() { Priorities = [CardSamples.Hostile], Changed = CardSamples.Hostile, Decision = CardSamples.Hostile, Sure = 1, Decided = GoalResult.NotYet },
    ];

    public static IReadOnlyList<Meeting> Meetings { get; } = [.. Made()];

    /// <summary>The same meetings as talks of two.</summary>
    public static IReadOnlyList<Meeting> Talks { get; } =
        [.. Meetings.Zip(_talks.Concat(_talks), (meeting, talk) => meeting with { Talk = talk, Questions = [], Comments = [] })];

    /// <summary>The samples for a parameter; null for one that is no sheet's.</summary>
    public static IReadOnlyList<object?>? For(ParameterInfo parameter)
    {
        var isTalk = parameter.Member.DeclaringType!.Name.StartsWith("OneOnOne", StringComparison.Ordinal);
        return (parameter.ParameterType, parameter.Name) switch
        {
            (var type, "others") when type == typeof(IReadOnlyList<Meeting>) => [Meetings.Skip(2).Take(1).ToList(), new List<Meeting>(), Meetings],
            (var type, _) when type == typeof(Meeting) && isTalk => [.. Talks],
            (var type, _) when type == typeof(PrepSheet) => [.. Sheets(isTalk ? Talks : Meetings)],
            (var type, _) when type == typeof(PointKind) => [PointKind.Question, PointKind.Comment],
            (var type, _) when type == typeof(IReadOnlyList<ReviewedPoint>) => [.. Reviewed()],
            (var type, _) when type == typeof(IReadOnlyList<PointOffer>) => [.. Offers()],
            (var type, _) when type == typeof(PointRemark) => [Remark("We should re-architect the ingestion pipeline"), new PointRemark.NoOutcome("p1")],
            (var type, _) when type == typeof(IReadOnlyList<Forum>) => [.. Remembered()],
            (var type, _) when type == typeof(OneOnOne) => [.. _talks],
            (var type, _) when type == typeof(IReadOnlySet<string>) =>
                [new HashSet<string> { "sre", "okr" }, new HashSet<string>(), Enumerable.Range(0, 40).Select(number => $"word{number}").ToHashSet()],
            (var type, _) when type == typeof(bool?) => [true, false],
            (var type, _) when type == typeof(ChatTurn) => [Tap(), Tap() with { Message = null }],
            (var type, "part") when type == typeof(string) =>
                [SheetAction.Questions, SheetAction.Comments, SheetAction.PreRead, SheetAction.MorePreRead, SheetAction.OwnGoal, SheetAction.OtherView],
            (var type, "about") when type == typeof(string) => ["", "0a1b2c3d"],
            (var type, "host" or "modelHost") when type == typeof(string) => ["models.example.com", CardSamples.Long(200)],
            _ => null,
        };
    }

    private static IEnumerable<Meeting> Made()
    {
        var usual = new Meeting
        {
            Id = "m1",
            Name = "Exec staff",
            StartsAt = _now.AddHours(25),
            Minutes = 60,
            Questions = [new MeetingPoint(Question), new MeetingPoint("What does the slip cost this quarter?") { IsCarriedOver = true }],
            Comments = [new MeetingPoint("The part that takes in customers' data needs a rebuild: three weeks now, or one outage a month.")],
            Goal = "One question, one idea",
            FirstPoint = Question,
            Version = "v1",
            SavedAt = _now,
        };
        yield return usual;
        yield return new Meeting { Id = "m2", Name = "Board", StartsAt = _now.AddMinutes(5), Minutes = 1, Version = "v1", SavedAt = _now };
        yield return usual with
        {
            Questions = [usual.Questions[0] with { WasSaid = true }, usual.Questions[1] with { WasSaid = false }],
            Spoke = Spoke.Early,
            Asked = 1,
            Commented = 0,
            GoalResult = GoalResult.Met,
            Learned = "ask before the vote",
        };
        var longest = Enumerable.Range(1, Meeting.MaxPoints).Select(place => new MeetingPoint($"{place}{CardSamples.Long(299)}")).ToList();
        yield return usual with
        {
            Name = CardSamples.Long(80),
            Minutes = 600,
            StartsAt = _now.AddDays(300),
            Lead = SheetLead.DayBefore,
            Questions = longest,
            Comments = longest,
            OtherView = CardSamples.Long(300),
            Goal = CardSamples.Long(300),
            FirstPoint = CardSamples.Long(300),
            Spoke = Spoke.Not,
            Asked = 3,
            Commented = 3,
            GoalResult = GoalResult.NotYet,
            Learned = CardSamples.Long(Reply.MaxLineLength),
        };
        yield return usual with
        {
            Name = CardSamples.Hostile[..80],
            StartsAt = _now.AddSeconds(20),
            Questions = [new MeetingPoint(CardSamples.Hostile)],
            Comments = [new MeetingPoint(CardSamples.Hostile), new MeetingPoint($"{CardSamples.Hostile} 2")],
            OtherView = CardSamples.Hostile,
            Goal = CardSamples.Hostile,
            FirstPoint = CardSamples.Hostile,
            Learned = CardSamples.Hostile,
        };
    }

    private static IEnumerable<PrepSheet> Sheets(IReadOnlyList<Meeting> meetings)
    {
        Briefing?[] briefings = [_usual, null, _usual with { FromModel = true }, _most, _hostile];
        var people = new bool?[] { null, null, true, false, null };
        return meetings.Index().Select(each => new PrepSheet
        {
            Person = CardSamples.Person(each.Index == 1 ? CardSamples.Stopped : null, people[each.Index]),
            Meeting = each.Item,
            Version = null,
            PreRead = briefings[each.Index] is { } briefing
                ? new StoredPreRead { Text = CardSamples.Long(1_378), Briefing = briefing, PastedAt = _now, IsCut = each.Index == 3 }
                : null,
            LastTime = each.Index is 1 ? null : meetings[each.Index == 0 ? 2 : each.Index],
        });
    }

    private static IEnumerable<IReadOnlyList<ReviewedPoint>> Reviewed() =>
    [
        [new(new MeetingPoint(Question), null), new(new MeetingPoint("Who pays for the ZQT?"), Remark("Who pays for the ZQT?"))],
        [],
        [
            .. Enumerable.Range(1, Meeting.MaxPoints).Select(place => new ReviewedPoint(
                new MeetingPoint($"{place}{CardSamples.Long(299)}") { IsCarriedOver = true }, Remark("The refactoring of the ETL pipeline is late."))),
        ],
        [new(new MeetingPoint(CardSamples.Hostile), new PointRemark.NoOutcome("p1"))],
    ];

    private static IEnumerable<IReadOnlyList<PointOffer>> Offers() =>
    [
        [new("s1", "You assume that the migration ends on 30 January. What would have to be true for that?", PreReadPlace.Slide("3"))],
        [],
        [.. Enumerable.Range(1, Meeting.MaxPoints).Select(place => new PointOffer($"s{place}", $"{CardSamples.Long(Suggestion.MaxLength - 2)} …", PreReadPlace.Mail("Priya", $"11-0{place}")))],
        [new("last-1", CardSamples.Hostile, null), new("s2", CardSamples.Hostile, PreReadPlace.Mail(CardSamples.Hostile, CardSamples.Hostile))],
    ];

    private static IEnumerable<IReadOnlyList<Forum>> Remembered()
    {
        var last = Meetings[2] with { StartsAt = _now.AddDays(-4) };
        yield return [new Forum { Name = "Exec staff", Last = last, Next = last.StartsAt.AddDays(7) }];
        yield return [];
        yield return [.. Meetings.Select(meeting => new Forum { Name = meeting.Name, Last = meeting, Next = meeting.StartsAt.AddDays(14) })];
    }

    private static PointRemark.Words Remark(string text) => new PointRemark.Words(_check.Review(text, new HashSet<string>()).Remarks[0]);

    private static TopicFound Topic(Topic topic, string name, params string[] prompts) => new() { Topic = topic, Name = name, Prompts = prompts, Words = [] };

    private static ButtonTurn Tap()
    {
        var direct = new ConversationAddress("chat", "T1", "direct");
        return new()
        {
            Id = "t1",
            Person = new PersonAddress("chat", "T1", "anna"),
            Conversation = direct,
            At = _now,
            Action = new CardAction(SheetAction.Write, "m1|questions"),
            Message = new MessageAddress(direct, "1.2"),
        };
    }
}
